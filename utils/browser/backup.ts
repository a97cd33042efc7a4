import { DEFAULT_SETTINGS, parseSettings, SETTINGS_VERSION, type Settings } from './settings';
import { migrateSettings } from './settings-store';

/** What a file of settings says of itself. */
const FORMAT = 'siyaq-settings';
/** Far above any real file of settings; more is something else. */
const LARGEST = 1_000_000;

/** Why a file was not taken over, with what the reader should know of it; nothing is ever taken over in part. */
export type BackupFault =
  | { fault: 'size' | 'json' | 'foreign' }
  | { fault: 'newer'; version: number }
  | { fault: 'values' | 'unknown'; fields: string[] };

/** The settings as a file to keep. */
export function toBackup(settings: Settings, day: string): { name: string; text: string } {
  return { name: `siyaq-${day}.json`, text: `${JSON.stringify({ format: FORMAT, saved: day, settings }, null, 2)}\n` };
}

/**
 * Reads a file of settings. Where stored settings mend themselves, a file does not: a reader who brings one wants
 * all of it, so anything that would be lost or changed is named and the file refused.
 */
export function fromBackup(text: string): { settings: Settings } | BackupFault {
  if (text.length > LARGEST) return { fault: 'size' };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { fault: 'json' };
  }
  if (!isRecord(file) || file.format !== FORMAT || !isRecord(file.settings)) return { fault: 'foreign' };
  const { version } = file.settings;
  if (typeof version === 'number' && version > SETTINGS_VERSION) return { fault: 'newer', version };
  if (!Number.isInteger(version) || (version as number) < 1) return { fault: 'values', fields: ['version'] };

  const given = migrateSettings(file.settings) as Record<string, unknown>;
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(DEFAULT_SETTINGS, key));
  if (unknown.length > 0) return { fault: 'unknown', fields: unknown };
  const read = parseSettings(given);
  const changed = Object.keys(given).filter((key) => !same(given[key], read[key as keyof Settings]));
  return changed.length > 0 ? { fault: 'values', fields: changed } : { settings: read };
}

/** Whether two values say the same, whatever the order of their keys. */
function same(a: unknown, b: unknown): boolean {
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
