import { readCsv, type CsvRow } from './csv';
import { noDrafts, type Drafts, type Refusal } from './drafts';
import { TABLES, splitList, type Column, type Table } from './tables';

/**
 * Reads one table of the CSV export; which one it is, its headings say. Columns may stand in any order and be left out.
 * @param file its name, for messages
 */
export function readTable(file: string, text: string): Drafts {
  const drafts = noDrafts();
  const refuse = (row: string, field: string, value: unknown, reason: string) => drafts.refusals.push({ file, row, field, value, reason });
  let rows: CsvRow[];
  try {
    rows = readCsv(text);
  } catch (error) {
    refuse('1', '', undefined, `not CSV: ${(error as Error).message}`);
    return drafts;
  }
  const [head, ...body] = rows;
  const headings = head?.cells.map((cell) => cell.trim()) ?? [];
  const table = tableOf(headings);
  if (!table) {
    refuse('1', '', headings.join(','), `the headings are those of none of ${TABLES.map((t) => t.name).join(', ')}`);
    return drafts;
  }
  const columns = headings.map((heading) => table.columns.find((c) => c.heading === heading));
  headings.forEach((heading, i) => {
    if (!columns[i]) refuse('1', heading, undefined, `${table.name} has no such column: its cells were not read`);
    else if (headings.indexOf(heading) !== i) refuse('1', heading, undefined, 'the column stands twice: only the first was read');
  });

  for (const { line, cells } of body) {
    const row = String(line);
    if (cells.length > headings.length) {
      refuse(row, '', cells.slice(headings.length).join(','), `has ${cells.length} cells under ${headings.length} headings`);
      continue;
    }
    const refused: Refusal[] = [];
    const value: Record<string, unknown> = {};
    columns.forEach((column, i) => {
      if (!column || headings.indexOf(column.heading) !== i) return;
      const read = readCell(column, cells[i] ?? '');
      if ('reason' in read) refused.push({ file, row, field: column.heading, value: cells[i], reason: read.reason });
      else if (read.value !== undefined) setAt(value, column.path, read.value);
    });
    if (refused.length > 0) drafts.refusals.push(...refused);
    else if (table.rows.kind === 'entries') drafts.entries.push({ file, row, kind: table.rows.of, value });
    else if (table.rows.kind === 'sources') {
      const { key, ...source } = value;
      drafts.sources.push({ file, row, key: String(key ?? ''), value: source });
    } else {
      const { [table.rows.parent]: of, ...item } = value;
      // «entity» names the parent of a name, but the participant of an event.
      drafts.items.push({ file, row, key: table.rows.of, of: String(of ?? ''), value: item });
    }
  }
  return drafts;
}

/** The table whose headings fit best: most of its columns are there, and the one that begins it. */
function tableOf(headings: readonly string[]): Table | null {
  const fits = TABLES.map((table) => ({ table, count: table.columns.filter((c) => headings.includes(c.heading)).length })).filter(
    ({ table, count }) => headings.includes(table.columns[0]!.heading) && count >= 2,
  );
  const missing = ({ table, count }: { table: Table; count: number }) => table.columns.length - count;
  fits.sort((a, b) => b.count - a.count || missing(a) - missing(b));
  return fits[0]?.table ?? null;
}

function readCell({ type }: Column, cell: string): { value: unknown } | { reason: string } {
  if (type === 'nullable') return { value: cell === '' ? null : cell };
  if (cell === '') return { value: undefined };
  if (type === 'list') return { value: splitList(cell) };
  if (type === 'number') return /^\d+$/.test(cell) ? { value: Number(cell) } : { reason: 'not a whole number' };
  if (type === 'flag') return /^(true|false)$/i.test(cell) ? { value: cell.toLowerCase() === 'true' } : { reason: 'neither true nor false' };
  return { value: cell };
}

function setAt(record: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) record[key] = value;
  else setAt((record[key] ??= {}) as Record<string, unknown>, rest, value);
}
