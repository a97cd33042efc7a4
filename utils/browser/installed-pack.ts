import { browser } from '@wxt-dev/browser';
import { openDB, type IDBPDatabase } from 'idb';
import type { PackError } from '../matching/format';

/**
 * The dataset the reader has installed in place of the bundled one. The pack itself lies in IndexedDB; an entry of
 * `storage.local` says under which key, and that there is one at all. That entry is what counts: it is written when
 * the pack is safely stored and goes before the pack does, so whatever is interrupted leaves the old state or the new.
 */
export const PACK_MARKER = 'pack';

/** Why an installed pack does not serve: refused by its reader, no longer in the store, or the store will not open. */
export type PackProblem = PackError['reason'] | 'missing' | 'unreadable';

/** Where packs lie, by key. */
export interface PackShelf {
  /** The pack's bytes; null where nothing that could be a pack lies there. */
  get(key: string): Promise<Uint8Array | null>;
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Takes away everything but this. */
  keepOnly(key: string | null): Promise<void>;
}

const DATABASE = 'siyaq';
const STORE = 'packs';

/** Opens the database for one piece of work, so that neither a page nor the background holds it open for long. */
async function withDatabase<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  const database = await openDB(DATABASE, 1, { upgrade: (fresh) => void fresh.createObjectStore(STORE) });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** The shelf in the browser's own database. */
export const packShelf: PackShelf = {
  get: (key) =>
    withDatabase(async (database) => {
      const found: unknown = await database.get(STORE, key);
      return found instanceof Uint8Array ? found : null;
    }),
  put: (key, bytes) => withDatabase(async (database) => void (await database.put(STORE, bytes, key))),
  keepOnly: (key) =>
    withDatabase(async (database) => {
      for (const other of await database.getAllKeys(STORE)) if (other !== key) await database.delete(STORE, other);
    }),
};

/** The key of the installed pack; null where the bundled one serves. Opens no database. */
export async function installedPackKey(): Promise<string | null> {
  return keyIn((await browser.storage.local.get(PACK_MARKER))[PACK_MARKER]);
}

/** Calls back when another pack is installed or the installed one removed, from anywhere; returns what ends the watch. */
export function watchInstalledPack(callback: (key: string | null) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[PACK_MARKER];
    if (area === 'local' && change) callback(keyIn(change.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/**
 * Installs a pack, or with null goes back to the bundled one; a checked pack is expected. Rejects, with everything as
 * it was, when there is no room or the store will not open.
 * @returns the pack that was installed before, for undoing; null where there was none or it can no longer be had
 */
export function replacePack(bytes: Uint8Array | null, shelf: PackShelf = packShelf): Promise<Uint8Array | null> {
  return exclusively(async () => {
    const before = await installedPackKey();
    const old = before === null ? null : await shelf.get(before).catch(() => null);
    if (bytes === null) {
      await browser.storage.local.remove(PACK_MARKER);
      if (before !== null) await clear(shelf, null);
      return old;
    }
    const key = crypto.randomUUID();
    await shelf.put(key, bytes);
    try {
      await browser.storage.local.set({ [PACK_MARKER]: key });
    } catch (error) {
      await clear(shelf, before);
      throw error;
    }
    await clear(shelf, key);
    return old;
  });
}

/** What stays behind takes room and nothing else, and goes at the next change. */
async function clear(shelf: PackShelf, key: string | null): Promise<void> {
  await shelf.keepOnly(key).catch(() => undefined);
}

const keyIn = (stored: unknown): string | null => (typeof stored === 'string' ? stored : null);

/** One change after the other, in all pages of the extension. */
function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  return (locks ? locks.request('siyaq-pack', work) : work()) as Promise<T>;
}
