import { fold } from '../arabic/letters';
import { encodeName, mix, payloadOf, prefixHashes, type NameEntry } from './names';
import type { Sections } from './format';

/** The sections that hold the names; the rest of a pack is the dataset's. */
export type IndexSections = Pick<Sections, 'beginnings' | 'filter' | 'buckets' | 'fingerprints' | 'payloads' | 'textStarts' | 'textLengths' | 'text'>;

/** Names per bucket, about; cells of the filter per distinct beginning of a name. */
const BUCKET_LOAD = 4;
const FILTER_LOAD = 3;
/** Cells of the filter of first words per distinct first word. */
const BEGINNINGS_LOAD = 10;

/** Odd multiplier that spreads a word's hash over the high bits (Fibonacci hashing). */
export const SPREAD = 0x9e3779b1;

/** Bits of one filter cell. */
export const CELL_COMPLETE = 1;
export const CELL_EXTENDS = 2;

/**
 * Builds the index of names: names in buckets by the high bits of their hash, 16 further bits to compare, and a
 * filter that says of a beginning whether a name may end or go on there. Equal entries are kept once; a name
 * of no letters is refused.
 * @throws {RangeError} for a name that cannot be indexed
 */
export function buildIndex(entries: Iterable<NameEntry>): IndexSections {
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
  const names = [...unique.values()];
  const count = names.length;
  const bits = Math.max(1, Math.ceil(Math.log2(Math.max(2, count / BUCKET_LOAD))));
  const bucketCount = 1 << bits;

  const complete: number[] = [];
  const parts = new Set<number>();
  const firsts = new Set<number>();
  const hashes = new Uint32Array(count);
  names.forEach((entry, i) => {
    const prefixes = prefixHashes(entry.text);
    if (prefixes.length === 0) throw new RangeError(`«${entry.text}» has no letters`);
    firsts.add(prefixes[0]!);
    const whole = prefixes.pop()!;
    for (const prefix of prefixes) parts.add(mix(prefix));
    hashes[i] = mix(whole);
    complete.push(hashes[i]!);
  });

  const cellBits = Math.max(6, Math.ceil(Math.log2((complete.length + parts.size) * FILTER_LOAD)) );
  const filter = new Uint8Array((1 << cellBits) >> 2);
  const setCell = (hash: number, bit: number) => {
    const cell = hash & ((1 << cellBits) - 1);
    filter[cell >> 2]! |= bit << ((cell & 3) * 2);
  };
  for (const hash of complete) setCell(hash, CELL_COMPLETE);
  for (const hash of parts) setCell(hash, CELL_EXTENDS);
  const firstBits = Math.max(6, Math.ceil(Math.log2(firsts.size * BEGINNINGS_LOAD)));
  const beginnings = new Uint8Array((1 << firstBits) >> 3);
  for (const hash of firsts) {
    const cell = Math.imul(hash, SPREAD) >>> (32 - firstBits);
    beginnings[cell >>> 3]! |= 1 << (cell & 7);
  }

  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => hashes[a]! - hashes[b]! || a - b);
  const buckets = new Uint32Array(bucketCount + 1);
  const textStarts = new Uint32Array(bucketCount + 1);
  const fingerprints = new Uint16Array(count);
  const payloads = new Uint32Array(count);
  const textLengths = new Uint8Array(count);
  const text: number[] = [];
  let bucket = 0;
  order.forEach((i, place) => {
    const of = hashes[i]! >>> (32 - bits);
    while (bucket <= of) {
      buckets[bucket] = place;
      textStarts[bucket] = text.length;
      bucket++;
    }
    fingerprints[place] = hashes[i]! & 0xffff;
    payloads[place] = payloadOf(names[i]!);
    const bytes = encodeName(names[i]!.text);
    textLengths[place] = bytes.length;
    for (const byte of bytes) text.push(byte);
  });
  for (; bucket <= bucketCount; bucket++) {
    buckets[bucket] = count;
    textStarts[bucket] = text.length;
  }
  const bytes = (array: Uint16Array | Uint32Array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  return {
    beginnings,
    filter,
    buckets: bytes(buckets),
    fingerprints: bytes(fingerprints),
    payloads: bytes(payloads),
    textStarts: bytes(textStarts),
    textLengths,
    text: Uint8Array.from(text),
  };
}

/** Two entries with this in common are one to the reader of a text: the folded name, with ة/ه and آ kept apart. */
function strictKey(text: string): string {
  const hints = [...text].map((c) => (c === 'ة' ? 't' : c === 'آ' ? 'm' : '')).join('');
  return `${fold(text)}${hints}`;
}
