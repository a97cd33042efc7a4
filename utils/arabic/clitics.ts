import { CLITIC_MASK, JOINING, LAM_CLITIC, UNIT_VALUES, VALUES, addLetter, turn } from './hash';
import { ALEF, LAM, lettersOf } from './letters';
import type { Tokens } from './tokens';

/**
 * What may stand written together before a name: و and ف, then ب, ل or ك; ال belongs to the name. «لل» is ل + ال (the alef
 * unwritten) or ل + a name that begins with ل. A word is stripped only after it was read whole, and only for a
 * name that is in the dictionary.
 */
export class Readings {
  count = 0;
  /** Hash of what stands behind the clitics, as of a word of its own. */
  readonly hash = new Int32Array(3);
  /** Letters stripped; the mark begins behind them. */
  readonly clitics = new Uint8Array(3);
  /** 1 where the article's alef is unwritten (للجيش): the name is ال + the letters from the second ل on. */
  readonly hiddenAlef = new Uint8Array(3);

  add(hash: number, clitics: number, hiddenAlef: number): void {
    this.hash[this.count] = hash;
    this.clitics[this.count] = clitics;
    this.hiddenAlef[this.count++] = hiddenAlef;
  }
}

/** Fewest letters of a word that clitics come off, and of a word that a second one comes off behind و or ف. */
const FEWEST = 3;
const FEWEST_BEHIND = 3;
const LAM_VALUE = VALUES[LAM];
/** Hash of the article ال. */
export const AL = addLetter(VALUES[ALEF], LAM_VALUE);

/** Which clitic a letter of this value may be: 0 for none. */
export function cliticOf(value: number): number {
  return value & CLITIC_MASK;
}

/** The values of a word's first three letters. */
const head = new Int32Array(3);

function readHead(text: string, tokens: Tokens, index: number): void {
  const start = tokens.start(index);
  if (tokens.plain(index)) {
    for (let i = 0; i < 3; i++) head[i] = UNIT_VALUES[text.charCodeAt(start + i)];
  } else {
    const { codes } = lettersOf(text, start, tokens.end(index), 3);
    for (let i = 0; i < 3; i++) head[i] = VALUES[codes[i]];
  }
}

/** The readings of a token with its clitics off, shortest clitic first. */
export function stripClitics(text: string, tokens: Tokens, index: number, readings: Readings): Readings {
  readings.count = 0;
  const letters = tokens.letters(index);
  if (letters < FEWEST) return readings;
  readHead(text, tokens, index);
  const hash = tokens.hash(index);
  let prefix = 0;
  let at = 0;
  if (cliticOf(head[0]) === JOINING) {
    prefix = head[0];
    at = 1;
    readings.add(hash ^ turn(prefix, letters - 1), 1, 0);
  }
  const clitic = cliticOf(head[at]);
  if (letters - at < FEWEST_BEHIND || clitic === 0 || clitic === JOINING) return readings;
  prefix = addLetter(prefix, head[at]);
  at++;
  readings.add(hash ^ turn(prefix, letters - at), at, 0);
  const rest = letters - at - 1;
  if (clitic === LAM_CLITIC && head[at] === LAM_VALUE && rest >= 2) {
    // ل + ل...: the second ل may be the article's.
    readings.add(hash ^ turn(addLetter(prefix, LAM_VALUE) ^ AL, rest), at, 1);
  }
  return readings;
}
