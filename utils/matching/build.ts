import { SPREAD } from '../arabic/hash';
import { fold } from '../arabic/letters';
import { FORM_HEAD, NAME_BYTES } from './index-view';
import { CELL_COMPLETE, CELL_EXTENDS, encodeName, fingerprintOf, mix, payloadOf, prefixHashes, type NameEntry } from './names';
import type { Sections } from './format';

/** The sections that hold the names; the rest of a pack is the dataset's. */
export type IndexSections = Pick<Sections, 'beginnings' | 'filter' | 'buckets' | 'forms'>;

/** Most written forms per bucket, on average. */
const BUCKET_LOAD = 2;
/** Cells of the filter per distinct beginning of two words and more. */
const FILTER_LOAD = 3;
/** Cells of the filter of first words per distinct first word. */
const BEGINNINGS_LOAD = 12;
/** Fewest cells of the filter of first words, and half the fewest of the other: as much as the nearest caches hold with ease. */
const MIN_CELLS = 1 << 16;
/** Most names that one form stands for; more of them get forms of their own. */
const MAX_SHARING = 255;

/** One way a name is written, and the entries so written. */
interface Form {
  hash: number;
  words: number;
  bytes: readonly number[];
  entries: NameEntry[];
}

/**
 * Builds the index of names: their written forms in buckets by the high bits of their hash, 16 further bits to compare, and
 * two filters that say of a beginning whether a name may end or go on there. Equal entries are kept once; a name
 * of no letters is refused.
 * @throws {RangeError} for a name that cannot be indexed
 */
export function buildIndex(entries: Iterable<NameEntry>): IndexSections {
  const names = distinct(entries);
  const first = new Map<number, number>();
  const further = new Map<number, number>();
  const forms: Form[] = [];
  const byText = new Map<string, Form>();
  for (const entry of names) {
    let form = byText.get(entry.text);
    if (!form || form.entries.length === MAX_SHARING) {
      const hashes = prefixHashes(entry.text);
      if (hashes.length === 0) throw new RangeError(`«${entry.text}» has no letters`);
      hashes.forEach((hash, i) => mark(i === 0 ? first : further, i === 0 ? hash : mix(hash), i === hashes.length - 1 ? CELL_COMPLETE : CELL_EXTENDS));
      form = { hash: mix(hashes[hashes.length - 1]), words: hashes.length, bytes: encodeName(entry.text), entries: [] };
      forms.push(form);
      byText.set(entry.text, form);
    }
    form.entries.push(entry);
  }
  const beginnings = cells(first.size * BEGINNINGS_LOAD, MIN_CELLS);
  const beginningsShift = Math.clz32(beginnings.length * 4 - 1);
  for (const [hash, bits] of first) setCell(beginnings, Math.imul(hash, SPREAD) >>> beginningsShift, bits);
  const filter = cells(further.size * FILTER_LOAD, 2 * MIN_CELLS);
  for (const [hash, bits] of further) setCell(filter, hash & (filter.length * 4 - 1), bits);
  return { beginnings, filter, ...layOut(forms, names.length) };
}

/** The entries that a reader of a text can tell apart, each with what any of its equals allows. */
function distinct(entries: Iterable<NameEntry>): NameEntry[] {
  const unique = new Map<string, NameEntry>();
  for (const entry of entries) {
    const key = `${entry.type} ${entry.target} ${strictKey(entry.text)}`;
    const before = unique.get(key);
    if (!before) unique.set(key, { ...entry });
    else {
      before.alone ||= entry.alone ?? false;
      before.needs &&= entry.needs ?? false;
    }
  }
  return [...unique.values()];
}

function mark(map: Map<number, number>, hash: number, bits: number): void {
  map.set(hash, (map.get(hash) ?? 0) | bits);
}

/** A table of two-bit cells, the least power of two that is no less than either number. */
function cells(least: number, atLeast: number): Uint8Array {
  return new Uint8Array((1 << Math.ceil(Math.log2(Math.max(atLeast, least)))) >> 2);
}

function setCell(table: Uint8Array, cell: number, bits: number): void {
  table[cell >> 2] |= bits << ((cell & 3) * 2);
}

/** Names of one word first: they are few and most looked for, and so lie close together. */
function layOut(forms: readonly Form[], names: number): Pick<IndexSections, 'buckets' | 'forms'> {
  const tables = [forms.filter((form) => form.words === 1), forms.filter((form) => form.words > 1)];
  const bits = tables.map((table) => Math.max(1, Math.ceil(Math.log2(Math.max(2, table.length / BUCKET_LOAD)))));
  const bytes = new Uint8Array(forms.reduce((sum, form) => sum + FORM_HEAD + form.entries.length * NAME_BYTES + form.bytes.length, 0));
  const view = new DataView(bytes.buffer);
  const buckets: number[] = [];
  let at = 0;
  tables.forEach((table, t) => {
    const first = buckets.length;
    // Sorting is stable: forms of one hash keep the order in which they were given.
    for (const form of table.sort((a, b) => a.hash - b.hash)) {
      while (buckets.length <= first + (form.hash >>> (32 - bits[t]))) buckets.push(at);
      view.setUint16(at, fingerprintOf(form.hash, bits[t]), true);
      bytes[at + 2] = form.bytes.length;
      bytes[at + 3] = form.entries.length;
      at += FORM_HEAD;
      for (const entry of form.entries) {
        view.setUint32(at, payloadOf(entry), true);
        at += NAME_BYTES;
      }
      bytes.set(form.bytes, at);
      at += form.bytes.length;
    }
    while (buckets.length < first + (1 << bits[t])) buckets.push(at);
  });
  buckets.push(at, 1 << bits[0], names);
  return { buckets: new Uint8Array(Uint32Array.from(buckets).buffer), forms: bytes };
}

/** Two entries with this in common are one to the reader of a text: the folded name, with ة/ه and آ kept apart. */
function strictKey(text: string): string {
  const hints = [...text].map((c) => (c === 'ة' ? 't' : c === 'آ' ? 'm' : '')).join('');
  return `${fold(text)}${hints}`;
}
