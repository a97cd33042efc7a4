import { ALEF, BA, FA, KAF, LAM, WAW, lettersOf } from './letters';
import { MAX_LETTERS, POWERS, RADIX, closeHash, type Tokens } from './tokens';

/**
 * What may stand written together before a name: و and ف, then ب, ل or ك; ال belongs to the name. «لل» is ل + ال (the alef
 * unwritten) or ل + a name that begins with ل. A word is stripped only after it was read whole, and only for a
 * name that is in the dictionary.
 */
export interface Stripped {
  /** Hash of what stands behind the clitics, as of a word of its own. */
  hash: number;
  /** Letters stripped; the mark begins behind them. */
  clitics: number;
  /** The article's alef is unwritten (للجيش): the name is ال + the letters from the second ل on. */
  hiddenAlef: boolean;
}

const AL = (Math.imul(ALEF, RADIX) + LAM) | 0;

/** Whether a word may begin with a clitic at all. */
export function mayCarryClitic(first: number): boolean {
  return first === WAW || first === FA || first === BA || first === LAM || first === KAF;
}

const results: Stripped[] = [];

/**
 * The readings of a token with its clitics off, shortest clitic first. The array is reused: read it before the
 * next call.
 */
export function stripClitics(text: string, tokens: Tokens, index: number): readonly Stripped[] {
  results.length = 0;
  const letters = tokens.letters[index]!;
  if (letters < 3 || letters > MAX_LETTERS || !mayCarryClitic(tokens.first[index]!)) return results;
  const { codes } = lettersOf(text, tokens.starts[index]!, tokens.ends[index]!);
  const raw = tokens.raw[index]!;
  const last = tokens.last[index]!;
  let prefix = 0;
  const behind = (count: number) => closeHash((raw - Math.imul(prefix, POWERS[letters - count]!)) | 0, last, letters - count);
  let at = 0;
  const take = () => {
    prefix = (Math.imul(prefix, RADIX) + codes[at]!) | 0;
    at++;
  };
  const add = (hiddenAlef: boolean) => {
    if (letters - at >= 2) results.push({ hash: behind(at), clitics: at, hiddenAlef: false });
    if (!hiddenAlef) return;
    // ل + ل...: the second ل may be the article's.
    const rest = letters - at - 1;
    if (rest < 2) return;
    const beforeLam = prefix;
    prefix = (Math.imul(prefix, RADIX) + LAM) | 0;
    const tail = (raw - Math.imul(prefix, POWERS[rest]!)) | 0;
    prefix = beforeLam;
    results.push({ hash: closeHash((Math.imul(AL, POWERS[rest]!) + tail) | 0, last, rest + 2), clitics: at, hiddenAlef: true });
  };
  if (codes[0] === WAW || codes[0] === FA) {
    take();
    add(false);
  }
  const next = codes[at];
  if (letters - at >= 3 && (next === BA || next === LAM || next === KAF)) {
    take();
    add(next === LAM && codes[at] === LAM);
  }
  return results;
}
