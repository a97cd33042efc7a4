import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenize, Tokens } from '../../utils/arabic/tokens';
import { annotate } from '../../utils/matching/annotate';
import { buildIndex } from '../../utils/matching/build';
import { writeContainer } from '../../utils/matching/format';
import { Hits } from '../../utils/matching/hits';
import { Pack, type PackMeta } from '../../utils/matching/pack';
import { find } from '../../utils/matching/scan';
import type { NameEntry } from '../../utils/matching/names';
import { bundledPackFile } from '../lib/pack';
import { generateNames, generateText } from './generate';
import { quartiles, time, type Timing } from './measure';
import { PEERS, prefold } from './peers';

/** Units of text every matcher reads. */
export const TEXT_UNITS = 550_000;
const ARTICLE_UNITS = 8_000;
const COLD_RUNS = 7;

export interface SizeResult {
  label: string;
  names: number;
  read: Timing;
  tokenize: Timing;
  scan: Timing;
  annotate: Timing | null;
  hits: number;
  buildMs: number;
  packBytes: number;
  /** Bytes per name of what is looked up, and of the names' own letters. */
  indexPerName: number;
  textPerName: number;
  load: Timing;
  first: Timing;
  memoryMB: number;
  peers: { name: string; timing: Timing; buildMs: number; found: number }[];
}

/** One string, as a page's text node holds it: flat. */
const flat = (text: string) => Buffer.from(text, 'utf16le').toString('utf16le');

let sink = 0;
const readAll = (text: string) => () => {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  sink ^= sum;
};

/** Everything about one set of names; `count` null stands for the bundled dataset. */
export function benchSize(count: number | null, withPeers: boolean): SizeResult {
  const generated = count === null ? null : generateNames(count);
  const before = performance.now();
  const file = generated === null ? bundledPackFile().bytes : packOf(generated);
  const buildMs = performance.now() - before;
  const pack = Pack.read(file);
  const names = generated ?? sampleNames(pack);
  const text = flat(generateText(TEXT_UNITS, names));
  const tokens = new Tokens();
  const hits = new Hits();
  const cold = coldStart(file, text.slice(0, ARTICLE_UNITS), count === null);
  const total = pack.index.count;
  const { index } = pack;
  const letters = index.letters();
  const indexBytes = index.filter.length + index.beginnings.length + index.buckets.byteLength + index.forms.length - letters;
  const blocks = text.split('\n\n').map((part) => ({ text: part }));
  const result: SizeResult = {
    label: count === null ? 'bundled dataset' : count.toLocaleString('en'),
    names: total,
    read: time(readAll(text)),
    tokenize: time(() => tokenize(text, tokens)),
    scan: time(() => find(index, text, tokens, hits)),
    annotate: count === null ? time(() => annotate(pack, blocks, { date: '2025-03-09', country: 'DZ' })) : null,
    hits: find(index, text, tokens, hits).count,
    buildMs,
    packBytes: file.length,
    indexPerName: indexBytes / total,
    textPerName: letters / total,
    ...cold,
    peers: [],
  };
  if (!withPeers) return result;
  const folded = flat(prefold(text));
  const foldedNames = [...new Set(names.map((entry) => prefold(entry.text)))];
  for (const peer of PEERS) {
    if (foldedNames.length > peer.most) continue;
    const started = performance.now();
    const search = peer.build(foldedNames);
    const built = performance.now() - started;
    const found = search(folded);
    result.peers.push({ name: peer.name, buildMs: built, found, timing: time(() => (sink ^= search(folded)), { most: 7, leastMs: 100 }) });
  }
  return result;
}

/** Per-letter cost of hostile texts, as multiples of prose's. */
export function benchHostile(): { name: string; ratio: number }[] {
  const pack = Pack.read(bundledPackFile().bytes);
  const prose = flat(generateText(1_000_000, sampleNames(pack)));
  const perLetter = (text: string) => {
    const tokens = new Tokens();
    const hits = new Hits();
    return time(() => find(pack.index, text, tokens, hits), { most: 9 }).median / text.length;
  };
  const floor = perLetter(prose);
  const miss = sampleNames(pack).filter((n) => n.text.includes(' ')).map((n) => n.text.slice(0, n.text.lastIndexOf(' ')));
  const nearMisses = flat(Array.from({ length: 100_000 }, (_, i) => miss[i % miss.length]).join(' زز '));
  return [
    { name: '1 MB of one letter', ratio: perLetter(flat('و'.repeat(1_000_000))) / floor },
    { name: '1 MB of one word', ratio: perLetter(flat('وللوزير '.repeat(125_000))) / floor },
    { name: '100,000 names cut short', ratio: perLetter(nearMisses) / floor },
  ];
}

function sampleNames(pack: Pack): NameEntry[] {
  const names: NameEntry[] = [];
  let number = 0;
  for (const name of pack.index.names()) {
    if (number++ % 3 === 0 && /^(person|organization)$/.test(pack.index.type(name))) names.push({ text: pack.index.textOf(name), type: 'person', target: 0 });
  }
  return names;
}

function packOf(entries: readonly NameEntry[]): Uint8Array {
  const empty = new Uint8Array(0);
  const meta: PackMeta = { version: 'bench', date: '1970-01-01', countries: [], ranks: [], classifications: [], counts: { people: 0, organizations: 0, posts: 0, memberships: 0, events: 0, sources: 0 } };
  return writeContainer({
    ...buildIndex(entries), meta: new TextEncoder().encode(JSON.stringify(meta)), entities: empty, posts: empty, terms: empty,
    recordOffsets: new Uint8Array(4), records: empty, idHashes: empty, idTargets: empty,
  });
}

/** In processes of their own: reading the file and viewing it, then the first article, and the memory both take. */
function coldStart(file: Uint8Array, article: string, resolve: boolean): { load: Timing; first: Timing; memoryMB: number } {
  const folder = mkdtempSync(join(tmpdir(), 'siyaq-bench-'));
  try {
    const path = join(folder, 'pack');
    writeFileSync(path, file);
    writeFileSync(join(folder, 'article'), article);
    const runs = Array.from({ length: COLD_RUNS }, () => {
      const { stdout } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', new URL('./cold.ts', import.meta.url).pathname, path, join(folder, 'article'), resolve ? 'annotate' : 'scan'], { encoding: 'utf8' });
      return JSON.parse(stdout) as { load: number; first: number; memory: number };
    });
    return { load: quartiles(runs.map((r) => r.load)), first: quartiles(runs.map((r) => r.first)), memoryMB: quartiles(runs.map((r) => r.memory)).median };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
