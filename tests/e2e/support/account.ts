import type { Page } from '@playwright/test';

/** What a page keeps account of from its first moment. */
export interface Account {
  /** Changes to the body and below, since the parser was done with it. */
  changes: string[];
  /** The body as the parser left it. */
  body: string;
  /** Sum of the layout shift scores. */
  shift: number;
  /** Tasks of more than 50 ms: when they began and how long they took, in milliseconds. */
  longTasks: { start: number; duration: number }[];
}

/** The account so far. */
export const account = (page: Page): Promise<Account> => page.evaluate(() => (globalThis as unknown as { account: Account }).account);

/** Begins the account; runs in the page before anything else does. */
export function keepAccount(): void {
  const account: Account = { changes: [], body: '', shift: 0, longTasks: [] };
  Object.assign(globalThis, { account });
  const observe = (type: string, note: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe('layout-shift', (entry) => (account.shift += (entry as PerformanceEntry & { value: number }).value));
  observe('longtask', ({ startTime, duration }) => account.longTasks.push({ start: startTime, duration }));
  document.addEventListener('DOMContentLoaded', () => {
    account.body = document.body.outerHTML;
    const everything = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver((records) => {
      for (const { type, target, attributeName } of records) account.changes.push(`${type} ${attributeName ?? ''} ${target.nodeName}`);
    }).observe(document.body, everything);
  });
}
