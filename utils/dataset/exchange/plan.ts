import { eventSchema, organizationSchema, personSchema, postSchema, type Dataset, type Source } from '../schema';
import type { NodePath } from '../yaml-text';
import type { EntryKind, Refusal } from './drafts';

/** An entry to be written to its folder's file. */
export interface NewEntry {
  kind: EntryKind;
  id: string;
  value: Record<string, unknown>;
}

/** Something that an entry of the dataset does not have yet. */
export type Addition = { id: string; kind: EntryKind; path: NodePath; key: string } & ({ items: unknown[] } | { value: unknown });

/** What an import would do: additions only. */
export interface Plan {
  sources: Map<string, Source>;
  entries: NewEntry[];
  additions: Addition[];
  refusals: Refusal[];
  /** Rows that say what the dataset says already. */
  unchanged: number;
}

const KEY_ORDER: Record<EntryKind, readonly string[]> = {
  people: Object.keys(personSchema.shape),
  organizations: Object.keys(organizationSchema.shape),
  posts: Object.keys(postSchema.shape),
  events: Object.keys(eventSchema.shape),
};

/**
 * An entry as it stands in its folder's file: keys in the schema's order, what is empty or the default left out, and the
 * folder's own sources by their bare keys.
 */
export function sourceForm({ kind, id, value }: NewEntry): Record<string, unknown> {
  const folder = id.split('/')[0]!;
  const ordered: Record<string, unknown> = {};
  for (const key of KEY_ORDER[kind]) {
    const field = value[key];
    if (field === undefined || (Array.isArray(field) && field.length === 0) || (kind === 'posts' && key === 'seats' && field === 1)) continue;
    ordered[key] = bareSources(field, folder, key);
  }
  return ordered;
}

/** A value for a folder's file: references to the folder's own sources lose their `folder:`. */
export function bareSources(value: unknown, folder: string, key = ''): unknown {
  const bare = (reference: unknown) => (typeof reference === 'string' && reference.startsWith(`${folder}:`) ? reference.slice(folder.length + 1) : reference);
  if (key === 'sources' && Array.isArray(value)) return value.map(bare);
  if (key === 'source') return bare(value);
  if (Array.isArray(value)) return value.map((item) => bareSources(item, folder));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined).map(([k, v]) => [k, bareSources(v, folder, k)]));
}

/** Every entry of a dataset by its id, with what it is. */
export function entriesById(dataset: Dataset): Map<string, { kind: EntryKind; value: Record<string, unknown> }> {
  const kinds: EntryKind[] = ['people', 'organizations', 'posts', 'events'];
  return new Map(kinds.flatMap((kind) => dataset[kind].map((value) => [value.id, { kind, value: value as unknown as Record<string, unknown> }] as const)));
}

/** The plan without new sources that nothing in it cites: what cited them was refused. */
export function withCitedSources(plan: Plan): Plan {
  const said = JSON.stringify([plan.entries, plan.additions]);
  return { ...plan, sources: new Map([...plan.sources].filter(([key]) => said.includes(JSON.stringify(key)))) };
}
