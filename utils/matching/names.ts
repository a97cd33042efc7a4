import { addWord, hashOf } from '../arabic/hash';
import { lettersOf, CLASS, BREAK, SPACE } from '../arabic/letters';

/** What a name in the index stands for. */
export const NAME_TYPES = [
  'person', // the whole name of a person
  'person-short', // surname or short form
  'organization', // whole name, variant or acronym
  'organization-short', // a short form that needs the whole first
  'organization-generic', // shared with other countries' bodies
  'office', // wording of a post, the country from the context
  'office-distinct', // wording that names one post
  'office-construct', // «وزير خارجية»: a country's name follows
  'office-dual', // «وزيرا الخارجية»
  'organization-dual', // «وزارتا الدفاع»
  'country', // name of a country
  'country-adjective',
  'capital',
  'former', // «السابق»
  'acting', // «بالنيابة»
  'elect', // «المعين»
  'title', // «السيد», «الدكتور», «الرئيس»
  'rank', // «الفريق أول»
  'verb', // «قال»
  'given', // a given name
  'word', // a common word that would read as clitic + name
  'modifier', // «الجديد», «الحالي»: may stand between an office and its holder
  'deputy', // «نائب», «مستشار»: what follows is not the office itself
] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** A set of types, a bit each. */
export type NameTypes = number;

/** The set of these types. */
export function typesOf(...types: NameType[]): NameTypes {
  return types.reduce((bits, type) => bits | (1 << NAME_TYPES.indexOf(type)), 0);
}

export const WHOLE_PERSON = typesOf('person');
export const WHOLE_BODY = typesOf('organization');
export const PERSON_TYPES = typesOf('person', 'person-short');
export const BODY_TYPES = typesOf('organization', 'organization-short', 'organization-generic', 'organization-dual');
export const OFFICE_TYPES = typesOf('office', 'office-distinct', 'office-construct', 'office-dual');

/** Payload of a name: target in the low 22 bits, type in 5, flags in 5. */
export const TARGET_BITS = 22;
export const MAX_TARGET = (1 << TARGET_BITS) - 1;
export const FLAG_ALONE = 1 << 27;
/** Something must stand near it (`needs`): asked of the entity's record. */
export const FLAG_NEEDS = 1 << 28;
/** One word, and a common word: needs a title or a verb. Of a country's adjective: also another word. */
export const FLAG_WEAK = 1 << 29;
/** One word, and a given name. */
export const FLAG_GIVEN = 1 << 30;
/** The surname of a head of state or government, borne by nobody else: stands alone where its country is spoken of, in its bearer's time. */
export const FLAG_HEAD = 1 << 31;

/** One surface form on its way into the index. */
export interface NameEntry {
  text: string;
  type: NameType;
  target: number;
  alone?: boolean;
  needs?: boolean;
  weak?: boolean;
  given?: boolean;
  head?: boolean;
}

export function payloadOf(entry: NameEntry): number {
  if (entry.target > MAX_TARGET) throw new RangeError(`target ${entry.target} of «${entry.text}» does not fit ${TARGET_BITS} bits`);
  const flags = (entry.alone ? FLAG_ALONE : 0) | (entry.needs ? FLAG_NEEDS : 0) | (entry.weak ? FLAG_WEAK : 0) | (entry.given ? FLAG_GIVEN : 0) | (entry.head ? FLAG_HEAD : 0);
  return (entry.target | (NAME_TYPES.indexOf(entry.type) << TARGET_BITS) | flags) >>> 0;
}

/** Scrambles a name's hash so that every bit of it depends on every letter (finalizer of MurmurHash3). */
export function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** What of a mixed hash is kept with a written form: the 16 bits below those that tell its bucket. */
export function fingerprintOf(mixed: number, bucketBits: number): number {
  return (mixed << bucketBits) >>> 16;
}

/** Bits of a filter's cell: a name ends behind these words; one goes on. */
export const CELL_COMPLETE = 1;
export const CELL_EXTENDS = 2;
export const CELL_MASK = CELL_COMPLETE | CELL_EXTENDS;

/** Hashes of a name's first word, first two words, ..., all words, as the scanner computes them from a text. */
export function prefixHashes(name: string): number[] {
  const hashes: number[] = [];
  let from = -1;
  for (let i = 0; i <= name.length; i++) {
    const c = i < name.length ? CLASS[name.charCodeAt(i)]! : BREAK;
    if (c !== BREAK && c !== SPACE) {
      if (from < 0) from = i;
      continue;
    }
    if (from < 0) continue;
    const { codes } = lettersOf(name, from, i);
    from = -1;
    if (codes.length === 0) continue;
    const word = hashOf(codes);
    hashes.push(hashes.length === 0 ? word : addWord(hashes[hashes.length - 1], word));
  }
  return hashes;
}

/**
 * Names' own letters, one byte each: the Arabic block from U+0600 in the upper half, ASCII in the lower; what
 * neither holds is written as the letter Arabic writes for it.
 */
const PLAIN: Record<string, string> = { ڤ: 'ف', پ: 'ب', چ: 'ج', گ: 'ك', ڨ: 'ق', ڭ: 'ك', ک: 'ك', ی: 'ي', ژ: 'ز' };

export function encodeName(name: string): number[] {
  const bytes: number[] = [];
  for (const character of name) {
    const plain = PLAIN[character] ?? character;
    const unit = plain.charCodeAt(0);
    if (unit >= 0x600 && unit < 0x680) bytes.push(unit - 0x600 + 0x80);
    else if (unit < 0x80) bytes.push(unit);
    else throw new RangeError(`«${name}» holds ${character} (U+${unit.toString(16).toUpperCase().padStart(4, '0')}), which names cannot be written with`);
  }
  if (bytes.length > 255) throw new RangeError(`«${name}» is longer than 255 letters`);
  return bytes;
}

export function decodeName(bytes: Uint8Array): string {
  let name = '';
  for (const byte of bytes) name += String.fromCharCode(unitOfByte(byte));
  return name;
}

/** The UTF-16 unit a byte of a name stands for. */
export function unitOfByte(byte: number): number {
  return byte < 0x80 ? byte : byte - 0x80 + 0x600;
}
