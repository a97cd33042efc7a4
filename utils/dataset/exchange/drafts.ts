/**
 * What a file from outside says, before anything of it is believed: rows of Popolo or CSV, brought to the keys of the
 * source format and nothing more.
 */

export const ENTRY_KINDS = ['people', 'organizations', 'posts', 'events'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Lists whose items may come by themselves, for entries of the same file or of the dataset. */
export const ITEM_KEYS = ['other_names', 'holders', 'irregular', 'participants'] as const;
export type ItemKey = (typeof ITEM_KEYS)[number];

/** Where something was read: a file, and the row or the element in it (`12`, `persons[3]`). */
export interface Origin {
  file: string;
  row: string;
}

export interface EntryDraft extends Origin {
  kind: EntryKind;
  value: Record<string, unknown>;
}

/** An item of an entry's list. */
export interface ItemDraft extends Origin {
  key: ItemKey;
  /** Id of the entry, as the file says it. */
  of: string;
  value: Record<string, unknown>;
}

export interface SourceDraft extends Origin {
  /** `folder:key`. */
  key: string;
  value: Record<string, unknown>;
}

/** A row that was not taken, or a field of it: nothing is left out in silence. */
export interface Refusal extends Origin {
  field: string;
  value: unknown;
  reason: string;
}

export interface Drafts {
  entries: EntryDraft[];
  items: ItemDraft[];
  sources: SourceDraft[];
  refusals: Refusal[];
}

export function noDrafts(): Drafts {
  return { entries: [], items: [], sources: [], refusals: [] };
}

/** `file:row: field: reason (found value)`. */
export function formatRefusal({ file, row, field, value, reason }: Refusal): string {
  const found = value === undefined || value === '' ? '' : ` (found ${JSON.stringify(value)})`;
  return `${[`${file}:${row}`, field, reason].filter(Boolean).join(': ')}${found}`;
}

/** Without what is undefined, an empty text or an empty list: what a blank cell or a missing property means. */
export function withoutBlanks(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)));
}
