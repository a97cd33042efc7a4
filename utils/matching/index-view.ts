import type { IndexSections } from './build';
import { PackError } from './format';
import { NAME_TYPES, TARGET_BITS, MAX_TARGET, decodeName, type NameType, type NameTypes } from './names';

/** Bytes of a written form before its names: two of the hash, how many letters, how many names. */
export const FORM_HEAD = 4;
/** Numbers behind the buckets' own. */
const BUCKETS_TAIL = 3;
/** Bytes of a name: its payload. The form's letters stand behind its names. */
export const NAME_BYTES = 4;

/**
 * The index of names as typed arrays over the pack's bytes; nothing is parsed or copied. A name is known by the place of its
 * payload in `forms`: a number that means nothing elsewhere. Those written alike lie side by side, {@link NAME_BYTES} apart.
 */
export class NameIndex {
  /** Number of names. */
  readonly count: number;
  /** Two bits a cell: whether a name ends, or goes on, behind this first word. */
  readonly beginnings: Uint8Array;
  readonly beginningsShift: number;
  /** Two bits a cell: the same of two words and more. */
  readonly filter: Uint8Array;
  readonly filterMask: number;
  /** Where in `forms` each bucket's begin, names of one word first; where they end; the buckets of one word; the names. */
  readonly buckets: Uint32Array;
  /** Buckets of names of one word, and bits of a mixed hash that tell one of them. */
  readonly shortBuckets: number;
  readonly shortBits: number;
  /** Bits of a mixed hash that tell the bucket of a longer name. */
  readonly longBits: number;
  /** The written forms of each bucket side by side, in the order of their hashes. */
  readonly forms: Uint8Array;

  /** @throws {PackError} `malformed` when the sections do not fit each other */
  constructor(sections: IndexSections) {
    this.beginnings = sections.beginnings;
    this.filter = sections.filter;
    this.buckets = new Uint32Array(sections.buckets.buffer, sections.buckets.byteOffset, sections.buckets.byteLength >> 2);
    this.forms = sections.forms;
    const bucketCount = this.buckets.length - BUCKETS_TAIL;
    this.shortBuckets = this.buckets[bucketCount + 1] ?? 0;
    this.count = this.buckets[bucketCount + 2] ?? 0;
    this.beginningsShift = Math.clz32(sections.beginnings.length * 4 - 1);
    this.filterMask = sections.filter.length * 4 - 1;
    this.shortBits = 31 - Math.clz32(this.shortBuckets);
    this.longBits = 31 - Math.clz32(bucketCount - this.shortBuckets);
    const fits =
      isPowerOfTwo(sections.beginnings.length) && isPowerOfTwo(sections.filter.length) &&
      isPowerOfTwo(this.shortBuckets) && this.shortBits > 0 && isPowerOfTwo(bucketCount - this.shortBuckets) && this.longBits > 0 &&
      this.buckets[bucketCount] === this.forms.length && this.count * NAME_BYTES <= this.forms.length;
    if (!fits) throw new PackError('malformed', 'the index sections of the pack do not fit each other');
  }

  /** Every name, in the order of the forms. */
  *names(): Generator<number> {
    const { forms } = this;
    for (let at = 0; at < forms.length; at = this.formEnd(at)) {
      const end = at + FORM_HEAD + forms[at + 3] * NAME_BYTES;
      for (let name = at + FORM_HEAD; name < end; name += NAME_BYTES) yield name;
    }
  }

  type(name: number): NameType {
    return NAME_TYPES[(this.payload(name) >>> TARGET_BITS) & 31];
  }

  /** The name's type as a set of one: a shift counts the lowest five bits only, which are the type's. */
  typeBit(name: number): NameTypes {
    return 1 << (this.payload(name) >>> TARGET_BITS);
  }

  /** Whether the name is of one of these types. */
  isOf(name: number, types: NameTypes): boolean {
    return (this.typeBit(name) & types) !== 0;
  }

  target(name: number): number {
    return this.payload(name) & MAX_TARGET;
  }

  has(name: number, flag: number): boolean {
    return (this.payload(name) & flag) !== 0;
  }

  /** Type, target and flags in one (names.ts). */
  payload(name: number): number {
    const { forms } = this;
    return forms[name] | (forms[name + 1] << 8) | (forms[name + 2] << 16) | (forms[name + 3] << 24);
  }

  /** The name as the dataset writes it. */
  textOf(name: number): string {
    const { buckets, forms } = this;
    // The bucket that holds the name: the last one that begins before it.
    let low = 0;
    let high = buckets.length - BUCKETS_TAIL - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (buckets[middle] < name) low = middle;
      else high = middle - 1;
    }
    let at = buckets[low];
    while (this.formEnd(at) <= name) at = this.formEnd(at);
    return decodeName(forms.subarray(at + FORM_HEAD + forms[at + 3] * NAME_BYTES, this.formEnd(at)));
  }

  /** Bytes of all forms' letters. */
  letters(): number {
    let letters = 0;
    for (let at = 0; at < this.forms.length; at = this.formEnd(at)) letters += this.forms[at + 2];
    return letters;
  }

  /** Whether every bucket begins where the forms of the one before it end, and the names are as many as is said. */
  isWhole(): boolean {
    const { buckets, forms } = this;
    let at = 0;
    let names = 0;
    for (let bucket = 0; bucket < buckets.length - BUCKETS_TAIL; bucket++) {
      if (buckets[bucket] !== at) return false;
      for (const end = Math.min(buckets[bucket + 1], forms.length); at < end; at = this.formEnd(at)) names += forms[at + 3];
    }
    return at === forms.length && names === this.count;
  }

  private formEnd(at: number): number {
    return at + FORM_HEAD + this.forms[at + 3] * NAME_BYTES + this.forms[at + 2];
  }
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(value) && value > 0 && (value & (value - 1)) === 0;
}
