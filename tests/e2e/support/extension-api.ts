/** What of the extension interface is called inside the extension's own pages and worker. */
export interface ExtensionApi {
  tabs: {
    query(of: object): Promise<{ id: number }[]>;
    sendMessage(tab: number, message: unknown, to: { frameId: number }): Promise<unknown>;
  };
  storage: { local: { get(key?: string): Promise<Record<string, unknown>>; set(items: object): Promise<void>; clear(): Promise<void> } };
  commands: { onCommand: { dispatch(command: string, tab: { id: number }): void } };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  runtime: { reload(): void; id: string };
}
