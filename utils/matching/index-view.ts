import { BREAK, CLASS, SPACE, lettersOf, type Letters } from '../arabic/letters';
import type { IndexSections } from './build';
import { PackError } from './format';
import { NAME_TYPES, TARGET_BITS, MAX_TARGET, decodeName, type NameType } from './names';

/** The index of names as typed arrays over the pack's bytes; nothing is parsed or copied. */
export class NameIndex {
  readonly count: number;
  readonly filter: Uint8Array;
  readonly filterMask: number;
  readonly buckets: Uint32Array;
  readonly bucketShift: number;
  readonly fingerprints: Uint16Array;
  readonly payloads: Uint32Array;
  private readonly textStarts: Uint32Array;
  private readonly textLengths: Uint8Array;
  private readonly text: Uint8Array;

  /** @throws {PackError} `malformed` when the sections do not fit each other */
  constructor(sections: IndexSections) {
    this.filter = sections.filter;
    this.filterMask = sections.filter.length * 4 - 1;
    this.buckets = u32(sections.buckets);
    this.fingerprints = new Uint16Array(sections.fingerprints.buffer, sections.fingerprints.byteOffset, sections.fingerprints.byteLength >> 1);
    this.payloads = u32(sections.payloads);
    this.textStarts = u32(sections.textStarts);
    this.textLengths = sections.textLengths;
    this.text = sections.text;
    this.count = this.payloads.length;
    const bits = Math.log2(this.buckets.length - 1);
    this.bucketShift = 32 - bits;
    const fits =
      Number.isInteger(bits) && bits >= 1 && Number.isInteger(Math.log2(sections.filter.length)) && this.fingerprints.length === this.count &&
      this.textLengths.length === this.count && this.textStarts.length === this.buckets.length &&
      this.buckets[this.buckets.length - 1] === this.count && this.textStarts[this.textStarts.length - 1] === this.text.length;
    if (!fits) throw new PackError('malformed', 'the index sections of the pack do not fit each other');
  }

  type(name: number): NameType {
    return NAME_TYPES[(this.payloads[name]! >>> TARGET_BITS) & 31]!;
  }

  target(name: number): number {
    return this.payloads[name]! & MAX_TARGET;
  }

  has(name: number, flag: number): boolean {
    return (this.payloads[name]! & flag) !== 0;
  }

  /** The name as the dataset writes it. */
  textOf(name: number): string {
    const bytes = this.bytesOf(name);
    return decodeName(bytes);
  }

  /** The name's bytes (see encodeName). */
  bytesOf(name: number): Uint8Array {
    // The bucket that holds the place: the last one that starts at or before it.
    let low = 0;
    let high = this.buckets.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.buckets[middle]! <= name) low = middle;
      else high = middle - 1;
    }
    return this.bytesIn(low, name);
  }

  /** Like {@link bytesOf} where the bucket is known. */
  bytesIn(bucket: number, name: number): Uint8Array {
    let start = this.textStarts[bucket]!;
    for (let i = this.buckets[bucket]!; i < name; i++) start += this.textLengths[i]!;
    return this.text.subarray(start, start + this.textLengths[name]!);
  }
}

const ALEF_MADDA = 0x622;
const TA_MARBUTA = 0x629;
const HA_LETTER = 0x647;
/** In words shorter than this a ة and a ه are two letters: وحدة is no وحده. */
const STRICT_HA_LETTERS = 5;

/**
 * Whether the words of `text` at these offsets are the name letter for letter: equal when folded, and where folding
 * would make two words one (آل and ال; ة and ه in a short word) equal in that letter too.
 * @param words start and end offsets of each word
 * @param hiddenAlef the first word is ال without its alef (للجيش): it stands for the name's first word
 */
export function sameName(text: string, words: readonly [number, number][], name: string, hiddenAlef: boolean): boolean {
  let at = 0;
  for (let w = 0; w < words.length; w++) {
    while (at < name.length && separates(name, at)) at++;
    const from = at;
    while (at < name.length && !separates(name, at)) at++;
    if (from === at) return false;
    const [start, end] = words[w]!;
    if (!sameWord(text, lettersOf(text, start, end), name, lettersOf(name, from, at), w === 0 && hiddenAlef)) return false;
  }
  while (at < name.length && separates(name, at)) at++;
  return at === name.length;
}

function separates(name: string, at: number): boolean {
  const c = CLASS[name.charCodeAt(at)]!;
  return c === SPACE || c === BREAK;
}

function sameWord(text: string, found: Letters, name: string, wanted: Letters, hiddenAlef: boolean): boolean {
  const skip = hiddenAlef ? 1 : 0;
  if (found.codes.length + skip !== wanted.codes.length) return false;
  const short = wanted.codes.length < STRICT_HA_LETTERS;
  for (let i = 0; i < found.codes.length; i++) {
    if (found.codes[i] !== wanted.codes[i + skip]) return false;
    const [a, b] = [text.charCodeAt(found.offsets[i]!), name.charCodeAt(wanted.offsets[i + skip]!)];
    if (a === b) continue;
    // «آل ثاني» is often written «ال ثاني»; a plain name is never written with madda.
    if (a === ALEF_MADDA && b !== ALEF_MADDA) return false;
    if (short && ((a === TA_MARBUTA && b === HA_LETTER) || (a === HA_LETTER && b === TA_MARBUTA))) return false;
  }
  return true;
}

function u32(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}
