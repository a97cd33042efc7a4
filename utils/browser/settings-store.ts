import { browser } from '@wxt-dev/browser';
import { DEFAULT_SETTINGS, parseSettings, SETTINGS_VERSION, type Settings } from './settings';

/** Where the settings lie in `storage.local`. */
export const SETTINGS_KEY = 'settings';

/** Brings stored settings from the form of its place in the list to the next: the first from version 1 to 2. */
type Migration = (old: Record<string, unknown>) => Record<string, unknown>;
const MIGRATIONS: readonly Migration[] = [];

/** A change to the settings: fields, or what works them out from the settings as they then are. */
export type SettingsPatch = Partial<Settings> | ((settings: Settings) => Partial<Settings>);

/** Stored settings of any version in today's form. */
export function migrateSettings(stored: unknown, migrations: readonly Migration[] = MIGRATIONS): unknown {
  if (!stored || typeof stored !== 'object' || Array.isArray(stored)) return stored;
  let settings = stored as Record<string, unknown>;
  const version = typeof settings.version === 'number' && settings.version >= 1 ? settings.version : 1;
  for (const migrate of migrations.slice(version - 1)) settings = migrate(settings);
  return { ...settings, version: SETTINGS_VERSION };
}

/** The settings as they are; the defaults where nothing usable is stored. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(SETTINGS_KEY);
  return parseSettings(migrateSettings(stored[SETTINGS_KEY]));
}

/**
 * Changes fields and answers with the whole. Reading and writing are one step for every page of the extension and
 * its background, so that two of them changing at once lose nothing. Content scripts do not write: they send
 * `hideEntity`, because a lock taken in a page's origin could be held by the page.
 */
export function writeSettings(patch: SettingsPatch): Promise<Settings> {
  return exclusively(async () => {
    const before = await readSettings();
    const after = parseSettings({ ...before, ...(typeof patch === 'function' ? patch(before) : patch) });
    await browser.storage.local.set({ [SETTINGS_KEY]: after });
    return after;
  });
}

/** Everything back to how it came. */
export function resetSettings(): Promise<Settings> {
  return writeSettings(DEFAULT_SETTINGS);
}

/** Calls back with the settings whenever they change, from anywhere; returns what ends the watch. */
export function watchSettings(callback: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[SETTINGS_KEY];
    if (area === 'local' && change) callback(parseSettings(migrateSettings(change.newValue)));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

let queue: Promise<unknown> = Promise.resolve();

/** One after the other within this context, and, where the browser has locks, across the extension's contexts. */
function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  const next = queue.then(() => (locks ? locks.request('siyaq-settings', work) : work())) as Promise<T>;
  queue = next.catch(() => undefined);
  return next;
}
