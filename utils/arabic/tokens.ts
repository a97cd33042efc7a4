import { ALEF_MAKSURA, BREAK, CLASS, EXPAND, HAMZA_ABOVE, LAST_LETTER, MAKSURA_MIN_LETTERS, SPACE, YA, isMark, ligature, lettersOf, withHamza } from './letters';

/**
 * Words of a text with a hash of their folded letters, in typed arrays: the one pass over the text that everything
 * else builds on.
 *
 * The hash is a polynomial in {@link RADIX} modulo 2^32, so that the hash of what stands behind a clitic follows
 * from the word's own in constant time (see clitics.ts).
 */
export const RADIX = 0x2c9277b5;

/** Powers of {@link RADIX}, for words up to {@link MAX_LETTERS} letters. */
export const MAX_LETTERS = 40;
export const POWERS: Int32Array = (() => {
  const powers = new Int32Array(MAX_LETTERS + 3);
  powers[0] = 1;
  for (let i = 1; i < powers.length; i++) powers[i] = Math.imul(powers[i - 1]!, RADIX);
  return powers;
})();

/** How a token is joined to the one before it. */
const JOIN_SPACE = 0;
const JOIN_BREAK = 1;

/** Numbers per token: start, end, hash, and the rest packed. */
const STRIDE = 4;

/** The words of a text, four numbers each, side by side so that one reading of memory brings them all. */
export class Tokens {
  count = 0;
  data: Int32Array;

  constructor(capacity = 1024) {
    this.data = new Int32Array(capacity * STRIDE);
  }

  /** Offset of the first letter's unit. */
  start(i: number): number {
    return this.data[i * STRIDE]!;
  }

  /** Offset behind the last letter and its marks. */
  end(i: number): number {
    return this.data[i * STRIDE + 1]!;
  }

  /** Hash of the letters, a final ى read by the rule. */
  hash(i: number): number {
    return this.data[i * STRIDE + 2]!;
  }

  /** Number of letters; more than MAX_LETTERS is said as MAX_LETTERS + 1. */
  letters(i: number): number {
    return this.data[i * STRIDE + 3]! & 0xff;
  }

  /** Code of the first letter. */
  first(i: number): number {
    return (this.data[i * STRIDE + 3]! >>> 8) & 0xff;
  }

  /** Code of the last letter. */
  last(i: number): number {
    return (this.data[i * STRIDE + 3]! >>> 16) & 0xff;
  }

  /** Whether nothing but white space and hyphens stands before it, in the same text. */
  joined(i: number): boolean {
    return this.data[i * STRIDE + 3]! >>> 24 === JOIN_SPACE;
  }

  /** Hash of the letters with a final ى left as it is. */
  raw(i: number): number {
    return (2 * this.hash(i) - closeHash(this.hash(i), this.last(i), this.letters(i))) | 0;
  }

  /** Makes room for at least `count` tokens, keeping none. */
  reserve(count: number): void {
    if (this.data.length < count * STRIDE) this.data = new Int32Array(Math.max(count * STRIDE, this.data.length * 2));
  }
}

/** The hash of a word whose last letter is `last`: a final ى in a word long enough counts as ي. */
export function closeHash(raw: number, last: number, letters: number): number {
  return last === ALEF_MAKSURA && letters >= MAKSURA_MIN_LETTERS ? (raw + YA - ALEF_MAKSURA) | 0 : raw;
}

/** Reads the words of `text` into `tokens` (which it empties first). Linear in the length of the text. */
export function tokenize(text: string, tokens: Tokens): Tokens {
  const length = text.length;
  tokens.reserve((length >> 1) + 2);
  const { data } = tokens;
  let count = 0;
  let join = JOIN_BREAK;
  let i = 0;
  while (i < length) {
    const head = CLASS[text.charCodeAt(i)]!;
    if (head > LAST_LETTER && head !== EXPAND) {
      if (head === BREAK) join = JOIN_BREAK;
      i++;
      continue;
    }
    const start = i;
    let hash = 0;
    let c = head;
    while (c <= LAST_LETTER) {
      hash = (Math.imul(hash, RADIX) + c) | 0;
      if (++i === length) break;
      c = CLASS[text.charCodeAt(i)]!;
    }
    if (i < length && c !== SPACE && c !== BREAK) {
      i = markedWord(text, start, data, count * STRIDE, join);
    } else {
      // Nothing but letters: the way of nearly every word.
      const seen = i - start;
      const tail = CLASS[text.charCodeAt(i - 1)]!;
      const at = count * STRIDE;
      data[at] = start;
      data[at + 1] = i;
      data[at + 2] = tail === ALEF_MAKSURA ? closeHash(hash, tail, seen) : hash;
      data[at + 3] = (seen > MAX_LETTERS ? MAX_LETTERS + 1 : seen) | (head << 8) | (tail << 16) | (join << 24);
    }
    count++;
    join = JOIN_SPACE;
  }
  tokens.count = count;
  return tokens;
}

/** Reads a word with marks, ligatures or controls in it from its first unit on; returns the offset behind it. */
function markedWord(text: string, start: number, data: Int32Array, at: number, join: number): number {
  let hash = 0;
  let seen = 0;
  let head = 0;
  let previous = 0;
  let i = start;
  let end = start;
  const add = (letter: number) => {
    if (seen++ === 0) head = letter;
    hash = (Math.imul(hash, RADIX) + letter) | 0;
    previous = letter;
  };
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const c = CLASS[unit]!;
    if (c === BREAK || c === SPACE) break;
    if (c <= LAST_LETTER) add(c);
    else if (c === EXPAND) ligature(unit).forEach(add);
    else if (c === HAMZA_ABOVE) {
      const changed = withHamza(previous);
      hash = (hash + changed - previous) | 0;
      if (seen === 1) head = changed;
      previous = changed;
    }
    if (c <= LAST_LETTER || c === EXPAND || isMark(unit)) end = i + 1;
  }
  data[at] = start;
  data[at + 1] = end;
  data[at + 2] = closeHash(hash, previous, seen);
  data[at + 3] = (seen > MAX_LETTERS ? MAX_LETTERS + 1 : seen) | (head << 8) | (previous << 16) | (join << 24);
  return i;
}

/** Hash of one folded word given by itself, as the tokens of a text have it. */
export function wordHash(word: string): number {
  let hash = 0;
  for (const c of lettersOf(word, 0, word.length).codes) hash = (Math.imul(hash, RADIX) + c) | 0;
  return hash;
}

/** Hash of a name by its words' hashes, one word more at a time; begin with the first word's own hash. */
export function extendHash(name: number, word: number): number {
  return (Math.imul(name ^ (name >>> 15), 0x85ebca6b) + word) | 0;
}
