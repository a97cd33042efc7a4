import { lettersOf } from '../arabic/letters';
import { Readings, mayCarryClitic, stripClitics } from '../arabic/clitics';
import { MAX_LETTERS, extendHash, tokenize, type Tokens } from '../arabic/tokens';
import { CELL_COMPLETE, CELL_EXTENDS, SPREAD } from './build';
import type { NameIndex } from './index-view';
import { mix } from './names';
import { isName } from './verify';

/** Longest name, in words. */
const MAX_WORDS = 14;

/** One name of the index found in a text. Offsets are UTF-16 units. */
export interface Hit {
  /** First token and number of tokens. */
  token: number;
  tokens: number;
  /** Where the name's letters begin (behind clitics) and end. */
  start: number;
  end: number;
  /** Place of the name in the index. */
  name: number;
  /** Clitic letters before it in the same word. */
  clitics: number;
}

const readings = new Readings();

/**
 * Finds every name of the index that begins at a word of `text`, all lengths of it. Words are read whole first; clitics
 * come off where the whole word begins no name, or a shorter one than stands behind them. Every hit is verified letter by letter.
 * Linear in the length of the text: per word a bounded number of table look-ups.
 * @param tokens filled with the words of the text (the caller may read them afterwards)
 */
export function scan(index: NameIndex, text: string, tokens: Tokens, hits: Hit[] = []): Hit[] {
  tokenize(text, tokens);
  const { count } = tokens;
  const { beginnings, beginningsShift } = index;
  for (let i = 0; i < count; i++) {
    const hash = tokens.hash(i);
    let longest = 0;
    const cell = Math.imul(hash, SPREAD) >>> beginningsShift;
    if ((beginnings[cell >>> 3]! >>> (cell & 7)) & 1 && tokens.letters(i) <= MAX_LETTERS) {
      const before = hits.length;
      follow(index, text, tokens, i, hash, 0, false, hits);
      // The last one found is the longest. The entry of a common word is no name.
      if (hits.length > before && !onlyWord(index, hits, before)) longest = hits[hits.length - 1]!.tokens;
    }
    if (!mayCarryClitic(tokens.first(i))) continue;
    stripClitics(text, tokens, i, readings);
    for (let r = 0; r < readings.count; r++) {
      const stripped = readings.hash[r]!;
      const place = Math.imul(stripped, SPREAD) >>> beginningsShift;
      if (!((beginnings[place >>> 3]! >>> (place & 7)) & 1)) continue;
      const before = hits.length;
      follow(index, text, tokens, i, stripped, readings.clitics[r]!, readings.hiddenAlef[r] === 1, hits);
      // «لحسن نصر الله»: behind the clitic a name longer than the one the whole word begins.
      if (longest > 0) keepLonger(hits, before, longest);
    }
  }
  return hits;
}

function keepLonger(hits: Hit[], from: number, longest: number): void {
  let kept = from;
  for (let h = from; h < hits.length; h++) if (hits[h]!.tokens > longest) hits[kept++] = hits[h]!;
  hits.length = kept;
}

/** Whether what was found is but the entry of a common word: it bars a clitic before a name of one word only. */
function onlyWord(index: NameIndex, hits: Hit[], from: number): boolean {
  return hits.length === from + 1 && index.type(hits[from]!.name) === 'word';
}

/** Follows the words from token `i` on, and takes every name that ends on the way. */
function follow(index: NameIndex, text: string, tokens: Tokens, i: number, firstHash: number, clitics: number, hiddenAlef: boolean, hits: Hit[]): void {
  const { filter, filterMask, buckets, bucketShift, fingerprints } = index;
  let hash = firstHash;
  for (let n = 1; ; n++) {
    const mixed = mix(hash);
    const cell = mixed & filterMask;
    const bits = filter[cell >> 2]! >> ((cell & 3) << 1);
    if (bits & CELL_COMPLETE) {
      const bucket = mixed >>> bucketShift;
      const end = Math.min(buckets[bucket + 1]!, index.count);
      for (let name = buckets[bucket]!; name < end; name++) {
        if (fingerprints[name] !== (mixed & 0xffff)) continue;
        const at = index.textStart(bucket, name);
        if (!isName(text, tokens, i, n, index.text, at, at + index.textLengths[name]!, clitics, hiddenAlef)) continue;
        hits.push({ token: i, tokens: n, start: startBehind(text, tokens, i, clitics), end: tokens.end(i + n - 1), name, clitics });
      }
    }
    const next = i + n;
    if (!(bits & CELL_EXTENDS) || n >= MAX_WORDS || next >= tokens.count || !tokens.joined(next) || tokens.letters(next) > MAX_LETTERS) return;
    hash = extendHash(hash, tokens.hash(next));
  }
}

function startBehind(text: string, tokens: Tokens, i: number, clitics: number): number {
  if (clitics === 0) return tokens.start(i);
  return lettersOf(text, tokens.start(i), tokens.end(i)).offsets[clitics] ?? tokens.start(i);
}
