import { UNIT_VALUES, UNPLAIN, VALUES, addLetter, hashOf } from './hash';
import { BREAK, CLASS, EXPAND, HAMZA_ABOVE, LAST_LETTER, SPACE, isMark, ligature, lettersOf, withHamza } from './letters';

/** Numbers per token: the hash, and the place. */
const STRIDE = 2;
/**
 * A place: the offset behind the word and, in the low bits, its letters, one unit each. A word that is not so plain
 * has {@link LISTED} there instead, and above it its number in the list of such words.
 */
export const PLACE_SHIFT = 6;
export const LETTERS_MASK = 63;
export const LISTED = 63;
/** Longest text that places can tell: 67,108,863 units. */
const MAX_UNITS = 2 ** (32 - PLACE_SHIFT) - 1;
/** Numbers per listed word: start, end, letters. */
const LIST_STRIDE = 3;

/** The words of a text, in typed arrays: made by {@link tokenize}, and true until it is given other texts. */
export class Tokens {
  count = 0;
  /** The text they are the words of. */
  text = '';
  /** Hash and place of each, side by side; the numbers behind the last one's mean nothing. */
  data: Int32Array;
  /** Words with marks, ligatures or controls in them, and very long ones. */
  readonly listed: number[] = [];

  constructor(capacity = 1024) {
    this.data = new Int32Array(capacity * STRIDE);
  }

  /** UTF-16 offset of the first letter's unit. */
  start(i: number): number {
    const place = this.data[i * STRIDE + 1];
    const letters = place & LETTERS_MASK;
    return letters === LISTED ? this.listed[(place >>> PLACE_SHIFT) * LIST_STRIDE] : (place >>> PLACE_SHIFT) - letters;
  }

  /** UTF-16 offset behind the last letter and its marks. */
  end(i: number): number {
    const place = this.data[i * STRIDE + 1];
    return (place & LETTERS_MASK) === LISTED ? this.listed[(place >>> PLACE_SHIFT) * LIST_STRIDE + 1] : place >>> PLACE_SHIFT;
  }

  /** Hash of the letters, ى counted as ي. */
  hash(i: number): number {
    return this.data[i * STRIDE];
  }

  /** Number of letters. */
  letters(i: number): number {
    const place = this.data[i * STRIDE + 1];
    return (place & LETTERS_MASK) === LISTED ? this.listed[(place >>> PLACE_SHIFT) * LIST_STRIDE + 2] : place & LETTERS_MASK;
  }

  /** Whether every unit from start to end is one letter. */
  plain(i: number): boolean {
    return (this.data[i * STRIDE + 1] & LETTERS_MASK) !== LISTED;
  }

  /** Whether nothing but white space and hyphens stands between it and the word before it. */
  joined(i: number): boolean {
    if (i === 0) return false;
    const start = this.start(i);
    for (let at = this.end(i - 1); at < start; at++) if (CLASS[this.text.charCodeAt(at)] === BREAK) return false;
    return true;
  }

  /** Makes room for at least `count` tokens, keeping none. */
  reserve(count: number): void {
    if (this.data.length < count * STRIDE) this.data = new Int32Array(Math.max(count * STRIDE, this.data.length * 2));
  }
}

/**
 * Reads the words of `text` into `tokens` (which it empties first). Linear in the length of the text.
 *
 * Words are short, and where one ends nobody can foretell: a branch there costs more than all else. So hash and place
 * are written at every second unit, and the next token's place is moved on where a word has ended.
 * @throws {RangeError} for a text of 2^26 units and more
 */
export function tokenize(text: string, tokens: Tokens): Tokens {
  const length = text.length;
  if (length > MAX_UNITS) throw new RangeError(`a text of ${length} units is too long to be read in one piece`);
  // The two numbers behind the last token are written too.
  tokens.reserve((length >> 1) + 2);
  tokens.text = text;
  tokens.listed.length = 0;
  const { data } = tokens;
  // Read once: an import is looked up at each use.
  const values = UNIT_VALUES;
  const unplain = UNPLAIN;
  const pairs = length - 1;
  let next = 0;
  let hash = 0;
  // The place of a word that ends before unit i: i in the high bits, its letters so far in the low ones.
  let place = 0;
  // All ones behind a letter, else 0.
  let before = 0;
  let i = 0;
  while (i < length) {
    for (; i < pairs; i += 2) {
      const a = values[text.charCodeAt(i)];
      const b = values[text.charCodeAt(i + 1)];
      if (((a | b | place) & unplain) !== 0) break;
      const isA = a >> 31;
      const isB = b >> 31;
      // One word at most ends before one of two units: here if the first is no letter, else perhaps behind it.
      const withA = (((hash << 5) | (hash >>> 27)) ^ a) & isA;
      data[next] = withA | (hash & ~isA);
      data[next + 1] = place + (65 & isA);
      next = (next + (((before & ~isA) | (isA & ~isB)) & STRIDE)) | 0;
      hash = (((withA << 5) | (withA >>> 27)) ^ b) & isB;
      place = (((place + 65) & (isA | ~LETTERS_MASK)) + 65) & (isB | ~LETTERS_MASK);
      before = isB;
    }
    // The last unit of an odd number, and those around one that is no plain letter: one by one.
    for (const stop = Math.min(i + 2, length); i < stop; i++) {
      const unit = text.charCodeAt(i);
      const value = values[unit];
      if (((value | place) & unplain) !== 0 && ((place & LETTERS_MASK) !== 0 || CLASS[unit] === EXPAND)) {
        const list = tokens.listed.length / LIST_STRIDE;
        i = listWord(text, i - (place & LETTERS_MASK), tokens, next);
        data[next + 1] = (list << PLACE_SHIFT) | LISTED;
        next += STRIDE;
        hash = before = 0;
        place = i << PLACE_SHIFT;
        break;
      }
      const isLetter = value >> 31;
      data[next] = hash;
      data[next + 1] = place;
      next = (next + (before & ~isLetter & STRIDE)) | 0;
      hash = addLetter(hash, value) & isLetter;
      place = (place + 65) & (isLetter | ~LETTERS_MASK);
      before = isLetter;
    }
  }
  if (before !== 0) {
    data[next] = hash;
    data[next + 1] = place;
    next += STRIDE;
  }
  tokens.count = next / STRIDE;
  return tokens;
}

/** Reads a word from its first unit on, whatever stands in it, and writes its hash; returns the offset behind it. */
function listWord(text: string, start: number, tokens: Tokens, at: number): number {
  let hash = 0;
  let letters = 0;
  let last = 0;
  let i = start;
  let end = start;
  const add = (letter: number) => {
    hash = addLetter(hash, VALUES[letter]);
    letters++;
    last = letter;
  };
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const c = CLASS[unit];
    if (c === BREAK || c === SPACE) break;
    if (c <= LAST_LETTER) add(c);
    else if (c === EXPAND) ligature(unit).forEach(add);
    else if (c === HAMZA_ABOVE) {
      const changed = withHamza(last);
      hash ^= VALUES[last] ^ VALUES[changed];
      last = changed;
    }
    if (c <= LAST_LETTER || c === EXPAND || isMark(unit)) end = i + 1;
  }
  tokens.data[at] = hash;
  tokens.listed.push(start, end, letters);
  return i;
}

/** Hash of one folded word given by itself, as the tokens of a text have it. */
export function wordHash(word: string): number {
  return hashOf(lettersOf(word, 0, word.length).codes);
}
