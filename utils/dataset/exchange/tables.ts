import type { Dataset } from '../schema';
import type { EntryKind, ItemKey } from './drafts';

type CellType = 'text' | 'list' | 'flag' | 'number' | 'nullable';

/** A column: its heading, and where its cells stand in an entry. */
export interface Column {
  heading: string;
  path: readonly string[];
  type: CellType;
}

/** A table of the CSV export: its file is `name`.csv. */
export interface Table {
  name: string;
  /** What its rows are: whole entries, items of a list of an entry, or sources. */
  rows: { kind: 'entries'; of: EntryKind } | { kind: 'items'; of: ItemKey; parent: string } | { kind: 'sources' };
  columns: readonly Column[];
}

const column = (heading: string, type: CellType = 'text', path: readonly string[] = [heading]): Column => ({ heading, path, type });
/** Three columns for a text in the reader's languages: `label_ar`, `label_en`, `label_fr`. */
const languages = (key: string) => ['ar', 'en', 'fr'].map((lang) => column(`${key}_${lang}`, 'text', [key, lang]));
const wikidata = [column('wikidata', 'text', ['wikidata', 'id']), column('wikidata_source', 'text', ['wikidata', 'source'])];
const needs = [column('needs_after', 'list', ['needs', 'after']), column('needs_with', 'list', ['needs', 'with'])];

export const TABLES: readonly Table[] = [
  {
    name: 'sources',
    rows: { kind: 'sources' },
    columns: [column('key'), column('url'), column('publisher'), column('published'), column('seen'), column('official', 'flag')],
  },
  {
    name: 'persons',
    rows: { kind: 'entries', of: 'people' },
    columns: [column('id'), ...languages('name'), column('country', 'nullable'), ...wikidata, ...needs, column('different_from', 'list')],
  },
  {
    name: 'organizations',
    rows: { kind: 'entries', of: 'organizations' },
    columns: [
      column('id'), ...languages('name'), column('classification'), column('country', 'nullable'), column('parent'), column('accredited_to'),
      column('founding_date'), column('dissolution_date'), ...languages('description'), column('sources', 'list'), ...wikidata, ...needs,
    ],
  },
  {
    name: 'other_names',
    rows: { kind: 'items', of: 'other_names', parent: 'entity' },
    columns: [column('entity'), column('name'), column('lang'), column('note'), column('alone', 'flag'), ...needs],
  },
  {
    name: 'posts',
    rows: { kind: 'entries', of: 'posts' },
    columns: [
      column('id'), ...languages('label'), column('wordings', 'list'), column('distinct', 'list'), column('organization'), column('country', 'nullable'),
      column('rank'), column('accredited_to'), column('seats', 'number'),
    ],
  },
  {
    name: 'memberships',
    rows: { kind: 'items', of: 'holders', parent: 'post' },
    columns: [
      column('post'), column('person'), column('start_date'), column('start_qualifier'), column('end_date'), column('acting', 'flag'), column('verified_on'),
      ...languages('label'), column('note'), column('sources', 'list'),
    ],
  },
  {
    name: 'irregular',
    rows: { kind: 'items', of: 'irregular', parent: 'post' },
    columns: [column('post'), column('around'), column('why')],
  },
  {
    name: 'events',
    rows: { kind: 'entries', of: 'events' },
    columns: [
      column('id'), column('classification'), column('start_date'), column('end_date'), ...languages('title'), ...languages('summary'),
      ...languages('place'), column('sources', 'list'),
    ],
  },
  {
    name: 'participants',
    rows: { kind: 'items', of: 'participants', parent: 'event' },
    columns: [column('event'), column('entity'), ...languages('part')],
  },
];

/** Every table's rows, headings first, by the table's name. */
export function toTables(dataset: Dataset): Map<string, string[][]> {
  const out = new Map<string, string[][]>();
  for (const table of TABLES) {
    const records = recordsOf(dataset, table);
    out.set(table.name, [table.columns.map((c) => c.heading), ...records.map((record) => table.columns.map((c) => cellOf(valueAt(record, c.path))))]);
  }
  return out;
}

function recordsOf(dataset: Dataset, { rows }: Table): Record<string, unknown>[] {
  if (rows.kind === 'sources') return [...dataset.sources].map(([key, source]) => ({ key, ...source }));
  if (rows.kind === 'entries') return dataset[rows.of] as unknown as Record<string, unknown>[];
  const parents = [...dataset.people, ...dataset.organizations, ...dataset.posts, ...dataset.events] as unknown as Record<string, unknown>[];
  return parents.flatMap((entry) => ((entry[rows.of] ?? []) as object[]).map((item) => ({ ...item, [rows.parent]: entry.id })));
}

function valueAt(record: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], record);
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? joinList(value as string[]) : String(value);
}

/** Items between bars; a bar or a backslash of an item's own has a backslash before it. */
function joinList(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\|]/g, '\\$&')).join('|');
}

/** The reverse of a list cell. */
export function splitList(cell: string): string[] {
  if (cell === '') return [];
  const items = [''];
  for (let i = 0; i < cell.length; i++) {
    if (cell[i] === '|') items.push('');
    else items[items.length - 1] += cell[i] === '\\' && i + 1 < cell.length ? cell[++i]! : cell[i]!;
  }
  return items.map((item) => item.trim()).filter(Boolean);
}
