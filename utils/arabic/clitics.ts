import { ALEF, BA, CLASS, DROP, FA, KAF, LAM, LAST_LETTER, WAW, lettersOf } from './letters';
import { MAX_LETTERS, POWERS, RADIX, closeHash, type Tokens } from './tokens';

/**
 * What may stand written together before a name: و and ف, then ب, ل or ك; ال belongs to the name. «لل» is ل + ال (the alef
 * unwritten) or ل + a name that begins with ل. A word is stripped only after it was read whole, and only for a
 * name that is in the dictionary.
 */
export class Readings {
  count = 0;
  /** Hash of what stands behind the clitics, as of a word of its own. */
  readonly hash = new Int32Array(6);
  /** Letters stripped; the mark begins behind them. */
  readonly clitics = new Uint8Array(6);
  /** 1 where the article's alef is unwritten (للجيش): the name is ال + the letters from the second ل on. */
  readonly hiddenAlef = new Uint8Array(6);

  add(hash: number, clitics: number, hiddenAlef: number): void {
    this.hash[this.count] = hash;
    this.clitics[this.count] = clitics;
    this.hiddenAlef[this.count++] = hiddenAlef;
  }
}

const AL = (Math.imul(ALEF, RADIX) + LAM) | 0;

/** 1 for the letters a clitic begins with. */
const BEGINS: Uint8Array = new Uint8Array(256);
for (const letter of [WAW, FA, BA, LAM, KAF]) BEGINS[letter] = 1;

/** Whether a word may begin with a clitic at all. */
export function mayCarryClitic(first: number): boolean {
  return BEGINS[first] === 1;
}

/** The first three letters of a word, seven bits each, the first lowest. */
function headOf(text: string, start: number, end: number): number {
  let head = 0;
  let seen = 0;
  for (let i = start; i < end && seen < 21; i++) {
    const c = CLASS[text.charCodeAt(i)]!;
    if (c <= LAST_LETTER) {
      head |= c << seen;
      seen += 7;
    } else if (c !== DROP) {
      // A ligature or a combining hamza: the long way round.
      const { codes } = lettersOf(text, start, end);
      return codes[0]! | ((codes[1] ?? 0) << 7) | ((codes[2] ?? 0) << 14);
    }
  }
  return head;
}

/** The readings of a token with its clitics off, shortest clitic first. */
export function stripClitics(text: string, tokens: Tokens, index: number, readings: Readings): Readings {
  readings.count = 0;
  const letters = tokens.letters(index);
  if (letters < 3 || letters > MAX_LETTERS || BEGINS[tokens.first(index)] === 0) return readings;
  const head = headOf(text, tokens.start(index), tokens.end(index));
  const raw = tokens.raw(index);
  const last = tokens.last(index);
  let prefix = 0;
  let at = 0;
  let letter = head & 127;
  if (letter === WAW || letter === FA) {
    prefix = letter;
    at = 1;
    readings.add(behind(raw, prefix, letters - 1, last), 1, 0);
    letter = (head >>> 7) & 127;
  }
  if (letters - at < 3 || (letter !== BA && letter !== LAM && letter !== KAF)) return readings;
  prefix = (Math.imul(prefix, RADIX) + letter) | 0;
  at++;
  readings.add(behind(raw, prefix, letters - at, last), at, 0);
  const rest = letters - at - 1;
  if (letter === LAM && ((head >>> (7 * at)) & 127) === LAM && rest >= 2) {
    // ل + ل...: the second ل may be the article's.
    const tail = (raw - Math.imul((Math.imul(prefix, RADIX) + LAM) | 0, POWERS[rest]!)) | 0;
    readings.add(closeHash((Math.imul(AL, POWERS[rest]!) + tail) | 0, last, rest + 2), at, 1);
  }
  return readings;
}

function behind(raw: number, prefix: number, letters: number, last: number): number {
  return closeHash((raw - Math.imul(prefix, POWERS[letters]!)) | 0, last, letters);
}
