/** `npm run bench [-- --json] [--quick] [--readme] [--page]`: what matching costs, as multiples of merely reading the text, and what the extension costs a page. */
import { cpus } from 'node:os';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TEXT_UNITS, benchHostile, benchSize, type SizeResult } from './bench/matcher';
import { ms, ratio } from './bench/measure';
import { benchPage, pageRows } from './bench/page';
import { PROJECT_ROOT } from './lib/root';
import { table } from './lib/table';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false }, readme: { type: 'boolean', default: false }, page: { type: 'boolean', default: false } },
});
const note = (message: string) => process.stderr.write(`» ${message}\n`);

const sizes: (number | null)[] = values.page ? [] : values.quick ? [15_000, null] : [15_000, 100_000, 1_000_000, null];
const results: SizeResult[] = [];
for (const size of sizes) {
  note(size === null ? 'the bundled dataset' : `${size.toLocaleString('en')} names`);
  results.push(benchSize(size, size === 15_000 || size === 100_000));
}
if (!values.page) note('hostile texts');
const hostile = values.page ? [] : benchHostile();
const page = values.quick ? null : await benchPage(note);
const machine = `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`;
const date = new Date().toISOString().slice(0, 10);

const headings = ['names', 'fold + tokenise', 'scan', 'whole annotate', 'index B/name', 'letters B/name', 'read + view ms', 'first article ms', 'memory MB', 'build ms'];
const rows = results.map((r) => [
  `${r.label}${r.label === 'bundled dataset' ? ` (${r.names.toLocaleString('en')})` : ''}`, ratio(r.tokenize, r.read), ratio(r.scan, r.read), r.annotate ? ratio(r.annotate, r.read) : '',
  r.indexPerName.toFixed(1), r.textPerName.toFixed(1), ms(r.load), ms(r.first), r.memoryMB.toFixed(1), r.buildMs.toFixed(0),
]);
const peerRows = results.flatMap((r) => r.peers.map((p) => [r.label, p.name, ratio(p.timing, r.read), p.buildMs.toFixed(0)]));

if (values.json) console.log(JSON.stringify({ date, machine, units: TEXT_UNITS, sizes: results, hostile, page }, null, 1));
else {
  if (results.length > 0) {
    console.log(`${date}, ${machine}. Times are multiples of a charCodeAt loop over the same ${TEXT_UNITS.toLocaleString('en')} units of text, medians (quartiles).\n`);
    console.log(table(headings, rows));
    console.log(`\n${table(['names', 'peer, over text folded beforehand', 'search', 'build ms'], peerRows)}`);
    console.log(`\n${table(['hostile text', 'cost per letter, prose = 1'], hostile.map((h) => [h.name, h.ratio.toFixed(2)]))}\n`);
  }
  if (page) console.log(`${date}, ${machine}. A bare walk is a TreeWalker over the article that looks at each letter once; medians (quartiles).\n\n${table(['page', 'cost', 'at most'], pageRows(page))}`);
}

if (values.readme && results.length > 0) {
  const markdown = (head: string[], body: string[][]) => [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
  const path = join(PROJECT_ROOT, 'README.md');
  const text = readFileSync(path, 'utf8');
  const parts = [
    `${date}, ${machine}. Times are multiples of a \`charCodeAt\` loop over the same text.`,
    markdown(headings.slice(0, 8), rows.map((r) => r.slice(0, 8))),
    markdown(['names', 'peer, over text folded beforehand', 'search'], peerRows.map((r) => r.slice(0, 3))),
    // Without the large sizes the pages are not measured either: what was said of them stays.
    page ? markdown(['page, in Chromium', 'cost', 'at most'], pageRows(page)) : (/\| page, in Chromium [\s\S]*?(?=\n<!-- \/bench -->)/.exec(text)?.[0] ?? ''),
  ];
  writeFileSync(path, text.replace(/<!-- bench -->[\s\S]*<!-- \/bench -->/, () => `<!-- bench -->\n${parts.filter(Boolean).join('\n\n')}\n<!-- /bench -->`));
}
