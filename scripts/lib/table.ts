/** Plain text tables for terminals; Arabic counts one column a letter, marks none. */
const width = (text: string) => [...text.replace(/[\u064B-\u065F\u0670\u200E\u200F]/g, '')].length;

/** Rows under their headings, columns padded to the widest. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  const line = (row: readonly string[]) => row.map((cell, i) => cell + ' '.repeat(widths[i]! - width(cell))).join('  ').trimEnd();
  return [line(headings), widths.map((w) => '-'.repeat(w)).join('  '), ...rows.map(line)].join('\n');
}
