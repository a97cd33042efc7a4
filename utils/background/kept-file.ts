/**
 * A file of the extension, kept where the browser reads it from faster than from the extension's own folder: its cache for
 * scripts. A worker that starts anew has the pack in a third of the time.
 */
export interface KeptFile {
  /** The file: the copy where there is one, else the original, of which a copy is then made. */
  get(): Promise<Uint8Array>;
  /** Drops the copy: what it held could not be used. */
  forget(): Promise<void>;
}

const SHELF = 'siyaq-files';

/**
 * @param fetchFile gets the original
 * @param key names the very contents, so that no copy outlives its original; empty to keep none
 */
export function keptFile(fetchFile: () => Promise<Blob>, key: string, shelves: CacheStorage | undefined = globalThis.caches): KeptFile {
  // An address only because the cache knows things by addresses; nobody asks for it.
  const address = `https://siyaq.invalid/${key}`;
  const open = async (): Promise<Cache | null> => (key === '' || !shelves ? null : shelves.open(SHELF));

  async function copy(): Promise<Blob | null> {
    const found = await (await open())?.match(address);
    return found ? found.blob() : null;
  }

  async function keep(file: Blob): Promise<void> {
    const shelf = await open();
    if (!shelf) return;
    for (const other of await shelf.keys()) if (other.url !== address) await shelf.delete(other);
    await shelf.put(address, new Response(file));
  }

  return {
    async get() {
      const kept = await copy().catch(() => null);
      // As a blob in either case: the browser then hands the bytes over in one piece.
      const file = kept ?? (await fetchFile());
      // No room, or a browser that keeps nothing: the original serves.
      if (!kept) keep(file).catch(() => undefined);
      return new Uint8Array(await file.arrayBuffer());
    },
    async forget() {
      await (await open().catch(() => null))?.delete(address).catch(() => undefined);
    },
  };
}
