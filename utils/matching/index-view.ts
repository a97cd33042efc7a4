import type { IndexSections } from './build';
import { PackError } from './format';
import { NAME_TYPES, TARGET_BITS, MAX_TARGET, decodeName, type NameType } from './names';

/** The index of names as typed arrays over the pack's bytes; nothing is parsed or copied. */
export class NameIndex {
  readonly count: number;
  /** One bit a cell: whether a name begins with this word. */
  readonly beginnings: Uint8Array;
  readonly beginningsShift: number;
  /** Two bits a cell: whether a name ends, or goes on, behind these words. */
  readonly filter: Uint8Array;
  readonly filterMask: number;
  readonly buckets: Uint32Array;
  readonly bucketShift: number;
  readonly fingerprints: Uint16Array;
  readonly payloads: Uint32Array;
  private readonly textStarts: Uint32Array;
  readonly textLengths: Uint8Array;
  readonly text: Uint8Array;

  /** @throws {PackError} `malformed` when the sections do not fit each other */
  constructor(sections: IndexSections) {
    this.beginnings = sections.beginnings;
    this.beginningsShift = 32 - Math.log2(sections.beginnings.length * 8);
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
      Number.isInteger(bits) && bits >= 1 && Number.isInteger(Math.log2(sections.filter.length)) && Number.isInteger(Math.log2(sections.beginnings.length)) && this.fingerprints.length === this.count &&
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
    // The bucket that holds the place: the last one that starts at or before it.
    let low = 0;
    let high = this.buckets.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.buckets[middle]! <= name) low = middle;
      else high = middle - 1;
    }
    const start = this.textStart(low, name);
    return decodeName(this.text.subarray(start, start + this.textLengths[name]!));
  }

  /** Where the name's bytes begin in `text`, its bucket known. */
  textStart(bucket: number, name: number): number {
    let start = this.textStarts[bucket]!;
    for (let i = this.buckets[bucket]!; i < name; i++) start += this.textLengths[i]!;
    return start;
  }
}

function u32(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}
