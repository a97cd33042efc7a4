import { ALEF_MAKSURA, BA, CLASS, DROP, EXPAND, FA, HAMZA_ABOVE, KAF, LAM, LAST_LETTER, WAW, YA } from './letters';

/**
 * The hash of a word: its letters' values, each turned left by five bits for every letter behind it, joined by
 * exclusive or (a cyclic polynomial). What stands before the end of a word can so be taken out of its hash, and other
 * letters put in, in constant time: the hash of what stands behind a clitic follows from the word's own.
 */

/** Bit of every letter's value, the sign: a unit whose value is not negative is no letter. */
export const LETTER = 1 << 31;
/**
 * Bit of the value of a unit that is no plain letter yet may stand in a word: marks, tatweel, controls, ligatures. No
 * letter's value has it.
 */
export const UNPLAIN = 32;

/** Two bits of a letter's value, the lowest: which clitic it may be. */
export const CLITIC_MASK = 3;
/** و and ف; ب and ك; ل. Letters that are no clitic have 0. */
export const JOINING = 1;
export const PREPOSING = 2;
export const LAM_CLITIC = 3;

/** Bits each letter turns the hash of those before it. */
const TURN = 5;

/** A letter's value by its code: constants as good as random, but for the bits above. */
export const VALUES: Int32Array = (() => {
  const values = new Int32Array(256);
  for (let letter = 1; letter <= LAST_LETTER; letter++) {
    // The finalizer of MurmurHash3 over the codes, spread.
    let h = Math.imul(letter, 0x9e3779b1);
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    values[letter] = ((h ^ (h >>> 16)) & ~(UNPLAIN | CLITIC_MASK)) | LETTER;
  }
  for (const letter of [WAW, FA]) values[letter] |= JOINING;
  for (const letter of [BA, KAF]) values[letter] |= PREPOSING;
  values[LAM] |= LAM_CLITIC;
  // One value, for the sake of words' ends. «على» and «علي» are told apart letter by letter.
  values[ALEF_MAKSURA] = values[YA];
  values[DROP] = values[HAMZA_ABOVE] = UNPLAIN;
  // A ligature may begin with a clitic; which one is seen when its letters are read.
  values[EXPAND] = UNPLAIN | CLITIC_MASK;
  return values;
})();

/** The value of every UTF-16 unit: a letter's, {@link UNPLAIN}, or 0 for what parts words. */
export const UNIT_VALUES: Int32Array = (() => {
  const values = new Int32Array(CLASS.length);
  for (let unit = 0; unit < values.length; unit++) values[unit] = VALUES[CLASS[unit]];
  return values;
})();

/** The hash with one letter more. */
export function addLetter(hash: number, value: number): number {
  return ((hash << TURN) | (hash >>> (32 - TURN))) ^ value;
}

/** What a beginning's hash has become when `letters` letters stand behind it. */
export function turn(hash: number, letters: number): number {
  const by = (TURN * letters) & 31;
  return (hash << by) | (hash >>> (32 - by));
}

/** Hash of a word given by its letters' codes. */
export function hashOf(codes: readonly number[]): number {
  let hash = 0;
  for (const letter of codes) hash = addLetter(hash, VALUES[letter]);
  return hash;
}

/** Odd multiplier that spreads a word's hash over the high bits (Fibonacci hashing). */
export const SPREAD = 0x9e3779b1;

/** Hash of a name by its words' hashes, one word more at a time; begin with the first word's own hash. */
export function addWord(name: number, word: number): number {
  return (Math.imul(name ^ (name >>> 15), 0x85ebca6b) + word) | 0;
}
