/** Tables as RFC 4180 has them (https://www.rfc-editor.org/rfc/rfc4180): CRLF, fields quoted where they must be. */

/** Spreadsheets run a cell that begins so as a formula; an apostrophe before it makes it text. */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** Rows of cells, the first of them the headings. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** A row and the line of the file it begins on. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/**
 * Reads what {@link writeCsv} writes and what spreadsheets do: LF or CRLF, a byte order mark, blank lines between rows.
 * @throws {SyntaxError} naming the line, for a quote that is never closed or text behind a closing one
 */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const row: CsvRow = { line, cells: [] };
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        const opened = line;
        at++;
        for (;;) {
          const close = text.indexOf('"', at);
          if (close < 0) throw new SyntaxError(`line ${opened}: a quoted cell is never closed`);
          cell += text.slice(at, close);
          at = close + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at++;
        }
        line += cell.split('\n').length - 1;
        if (at < text.length && !/[,\r\n]/.test(text[at]!)) throw new SyntaxError(`line ${line}: text behind the closing quote of a cell`);
      } else {
        const from = at;
        while (at < text.length && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r') at++;
        cell = text.slice(from, at);
      }
      row.cells.push(GUARDED.test(cell) ? cell.slice(1) : cell);
      if (text[at] !== ',') break;
      at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row);
  }
  return rows;
}
