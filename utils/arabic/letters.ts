/**
 * Folding: what makes two spellings of an Arabic word equal. Every UTF-16 unit has one class; letters that outlets
 * write for one another share a code. The rules and their reasons: docs/matching.md.
 */

/** Classes that are no letter. Letter codes are 1 to {@link LAST_LETTER}. */
export const BREAK = 249;
/** Tatweel, marks, zero-width and bidi controls: inside a word, and no part of it. */
export const DROP = 250;
/** White space and hyphens: between the words of one name. */
export const SPACE = 251;
/** A ligature of the presentation forms: several letters in one unit. */
export const EXPAND = 252;
/** Combining hamza above: makes ؤ and ئ of و and ي, and is lost on an alef. */
export const HAMZA_ABOVE = 253;

const BASE = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويىءؤئ';
const code = (letter: string) => BASE.indexOf(letter) + 1;
export const ALEF = code('ا');
export const LAM = code('ل');
export const WAW = code('و');
export const FA = code('ف');
export const BA = code('ب');
export const KAF = code('ك');
export const YA = code('ي');
export const ALEF_MAKSURA = code('ى');
const WAW_HAMZA = code('ؤ');
const YA_HAMZA = code('ئ');
const DIGITS = BASE.length + 1;
const LATIN = DIGITS + 10;
/** A letter of another script: keeps its word whole, equals only its like. */
const OTHER = LATIN + 26;
export const LAST_LETTER = OTHER;

/** Letters of other Arabic-script orthographies and the letter Arabic writes for them. */
const FOREIGN: Record<string, string> = {
  أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ٲ: 'ا', ٳ: 'ا', ة: 'ه', ۃ: 'ه', ہ: 'ه', ھ: 'ه', ە: 'ه', ۀ: 'ه', ی: 'ي', ې: 'ي', ێ: 'ي', ے: 'ي',
  ک: 'ك', ڪ: 'ك', گ: 'ك', ڭ: 'ك', ڨ: 'ق', ڤ: 'ف', ڥ: 'ف', پ: 'ب', چ: 'ج', ژ: 'ز', ۆ: 'و', ۇ: 'و', ڵ: 'ل', ڕ: 'ر', ٹ: 'ت', ڈ: 'د', ڑ: 'ر',
};

/** Class of every UTF-16 unit. */
export const CLASS: Uint8Array = new Uint8Array(0x10000).fill(BREAK);
const LIGATURES = new Map<number, readonly number[]>();

function fill(from: number, to: number, value: number): void {
  CLASS.fill(value, from, to + 1);
}

(function build(): void {
  // Letters of any script hold their word together; what is no letter, digit or mark breaks.
  for (const [from, to] of [[0xc0, 0x24f], [0x370, 0x5ea], [0x620, 0x64a], [0x66e, 0x6d5], [0x6ee, 0x6ff], [0x750, 0x77f], [0x8a0, 0x8c9]] as const) fill(from, to, OTHER);
  CLASS[0xd7] = CLASS[0xf7] = BREAK;
  CLASS[0x6d4] = BREAK;
  for (let i = 0; i < BASE.length; i++) CLASS[BASE.charCodeAt(i)] = i + 1;
  for (const [letter, base] of Object.entries(FOREIGN)) CLASS[letter.charCodeAt(0)] = code(base);
  for (let d = 0; d < 10; d++) for (const zero of [0x30, 0x660, 0x6f0]) CLASS[zero + d] = DIGITS + d;
  for (let l = 0; l < 26; l++) for (const a of [0x41, 0x61]) CLASS[a + l] = LATIN + l;
  CLASS[0x640] = DROP;
  fill(0x64b, 0x65f, DROP);
  CLASS[0x654] = HAMZA_ABOVE;
  CLASS[0x670] = DROP;
  fill(0x610, 0x61a, DROP);
  fill(0x6d6, 0x6ed, DROP);
  CLASS[0x6dd] = CLASS[0x6de] = CLASS[0x6e9] = BREAK;
  fill(0x300, 0x36f, DROP);
  fill(0x200b, 0x200f, DROP);
  fill(0x202a, 0x202e, DROP);
  fill(0x2060, 0x2069, DROP);
  CLASS[0xfeff] = CLASS[0xad] = CLASS[0x61c] = DROP;
  fill(0xfe00, 0xfe0f, DROP);
  for (const space of [0x20, 0x09, 0x0a, 0x0d, 0xa0, 0x2d, 0x2010, 0x2011, 0x202f, 0x3000]) CLASS[space] = SPACE;
  fill(0x2000, 0x200a, SPACE);
  for (let unit = 0xfb50; unit <= 0xfefc; unit++) if (unit < 0xfe00 || unit > 0xfe6f) CLASS[unit] = presentationForm(unit);
})();

function presentationForm(unit: number): number {
  const plain = String.fromCharCode(unit).normalize('NFKC');
  if (plain.charCodeAt(0) === unit) return BREAK;
  const codes: number[] = [];
  for (let i = 0; i < plain.length; i++) {
    const c = CLASS[plain.charCodeAt(i)]!;
    if (c === DROP || c === HAMZA_ABOVE) continue;
    // A mark shown on a space stands for the mark; a whole phrase in one unit is no word.
    if (c === SPACE) return plain.length <= 3 ? DROP : BREAK;
    codes.push(c);
  }
  if (codes.length === 0) return DROP;
  if (codes.length === 1) return codes[0]!;
  LIGATURES.set(unit, codes);
  return EXPAND;
}

/** The letter codes of a ligature; empty for any other unit. */
export function ligature(unit: number): readonly number[] {
  return LIGATURES.get(unit) ?? [];
}

/** What a letter becomes under a combining hamza above. */
export function withHamza(letter: number): number {
  if (letter === WAW) return WAW_HAMZA;
  return letter === YA || letter === ALEF_MAKSURA ? YA_HAMZA : letter;
}

/** Whether a unit belongs to the letter before it as a reader sees it (a combining mark, a joiner), and is no mere control between words. */
export function isMark(unit: number): boolean {
  return unit === 0x200c || unit === 0x200d || (unit >= 0xfe00 && unit <= 0xfe0f) || (unit >= 0x64b && unit <= 0x65f) || unit === 0x670 || unit === 0x640 || (unit >= 0x610 && unit <= 0x61a) || (unit >= 0x6d6 && unit <= 0x6ed) || (unit >= 0x300 && unit <= 0x36f);
}

/** Shortest word in which a final ى is read as ي: على is no علي. */
export const MAKSURA_MIN_LETTERS = 4;

/** The letters of one word: codes, and for each the offset of its unit in the text. */
export interface Letters {
  codes: number[];
  offsets: number[];
}

/**
 * Letter codes of `text` from `start` to `end` (one word: what is no letter is passed over), final ى read by the rule.
 * @param most letters wanted: of a word of more, these and a few behind them are read
 */
export function lettersOf(text: string, start: number, end: number, most = Infinity): Letters {
  const codes: number[] = [];
  const offsets: number[] = [];
  // One letter more: then no combining hamza can change the last one wanted.
  for (let i = start; i < end && codes.length <= most; i++) {
    const unit = text.charCodeAt(i);
    const c = CLASS[unit]!;
    if (c === HAMZA_ABOVE) {
      if (codes.length > 0) codes[codes.length - 1] = withHamza(codes[codes.length - 1]!);
    } else if (c === EXPAND) {
      for (const part of ligature(unit)) {
        codes.push(part);
        offsets.push(i);
      }
    } else if (c <= LAST_LETTER) {
      codes.push(c);
      offsets.push(i);
    }
  }
  const last = codes.length - 1;
  if (codes[last] === ALEF_MAKSURA && codes.length >= MAKSURA_MIN_LETTERS) codes[last] = YA;
  return { codes, offsets };
}

const LETTER_OF_CODE = BASE + '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * The folded form of a text: letters by their codes, words parted by one space, everything else gone. Two names
 * are the same to the matcher when their folded forms are equal.
 */
export function fold(text: string): string {
  const words: string[] = [];
  let from = -1;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? CLASS[text.charCodeAt(i)]! : BREAK;
    if (c === BREAK || c === SPACE) {
      if (from >= 0) words.push(foldWord(text, from, i));
      from = -1;
    } else if (from < 0) from = i;
  }
  return words.filter(Boolean).join(' ');
}

/** Unit that each letter code folds to; 0 for what has to be looked at. */
const FOLDED_UNITS: Uint16Array = new Uint16Array(256);
for (let letter = 1; letter < OTHER; letter++) FOLDED_UNITS[letter] = LETTER_OF_CODE.charCodeAt(letter - 1);

const MAKSURA_UNIT = 'ى'.charCodeAt(0);
const YA_UNIT = 'ي'.charCodeAt(0);
/** Longest word that is folded unit by unit. */
const SHORT = 64;

/** The folded form of one word, from `start` to `end`. */
export function foldWord(text: string, start: number, end: number): string {
  if (end - start > SHORT) return foldLetters(text, start, end);
  const units: number[] = [];
  for (let i = start; i < end; i++) {
    const unit = FOLDED_UNITS[CLASS[text.charCodeAt(i)]!]!;
    if (unit === 0) return foldLetters(text, start, end);
    units.push(unit);
  }
  if (units.length >= MAKSURA_MIN_LETTERS && units[units.length - 1] === MAKSURA_UNIT) units[units.length - 1] = YA_UNIT;
  return String.fromCharCode(...units);
}

function foldLetters(text: string, start: number, end: number): string {
  const { codes, offsets } = lettersOf(text, start, end);
  return codes.map((c, i) => (c === OTHER ? lower(text[offsets[i]!]!) : LETTER_OF_CODE[c - 1])).join('');
}

/** Lower case, where that is one letter of the same kind. */
function lower(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === 1 && CLASS[small.charCodeAt(0)] === OTHER ? small : letter;
}

/**
 * A hash of the folding rules themselves. A pack keyed under other rules would look up the wrong places: its
 * reader compares this number first.
 */
export const FOLD_TABLE_HASH: number = (() => {
  let h = 0x811c9dc5;
  for (let unit = 0; unit < 0x10000; unit++) h = Math.imul(h ^ CLASS[unit]!, 0x01000193);
  for (const [unit, codes] of LIGATURES) for (const c of codes) h = Math.imul(h ^ (unit + c), 0x01000193);
  return h >>> 0;
})();
