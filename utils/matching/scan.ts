import { lettersOf } from '../arabic/letters';
import { mayCarryClitic, stripClitics } from '../arabic/clitics';
import { JOIN_BREAK, MAX_LETTERS, extendHash, tokenize, type Tokens } from '../arabic/tokens';
import { CELL_COMPLETE, CELL_EXTENDS } from './build';
import { sameName, type NameIndex } from './index-view';
import { decodeName, mix } from './names';

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

/**
 * Finds every name of the index that begins at a word of `text`, all lengths of it. Words are read whole first; clitics
 * come off only where the whole word begins no name. Every hit is verified letter by letter.
 * Linear in the length of the text: per word a bounded number of table look-ups.
 * @param tokens filled with the words of the text (the caller may read them afterwards)
 */
export function scan(index: NameIndex, text: string, tokens: Tokens, hits: Hit[] = []): Hit[] {
  tokenize(text, tokens);
  const { count, letters, first } = tokens;
  const { filter, filterMask } = index;
  for (let i = 0; i < count; i++) {
    if (letters[i]! > MAX_LETTERS) continue;
    const hash = tokens.hash(i);
    const cell = mix(hash) & filterMask;
    const before = hits.length;
    if ((filter[cell >> 2]! >> ((cell & 3) * 2)) & 3) follow(index, text, tokens, i, hash, 0, false, hits);
    if (hits.length > before || !mayCarryClitic(first[i]!)) continue;
    for (const reading of stripClitics(text, tokens, i)) {
      const place = mix(reading.hash) & filterMask;
      if (!((filter[place >> 2]! >> ((place & 3) * 2)) & 3)) continue;
      follow(index, text, tokens, i, reading.hash, reading.clitics, reading.hiddenAlef, hits);
    }
  }
  return hits;
}

/** Follows the words from token `i` on, and takes every name that ends on the way. */
function follow(index: NameIndex, text: string, tokens: Tokens, i: number, firstHash: number, clitics: number, hiddenAlef: boolean, hits: Hit[]): void {
  const { filter, filterMask, buckets, bucketShift, fingerprints } = index;
  let hash = firstHash;
  let words: [number, number][] | null = null;
  for (let n = 1; ; n++) {
    const mixed = mix(hash);
    const cell = mixed & filterMask;
    const bits = filter[cell >> 2]! >> ((cell & 3) * 2);
    if (bits & CELL_COMPLETE) {
      const bucket = mixed >>> bucketShift;
      const end = Math.min(buckets[bucket + 1]!, index.count);
      for (let name = buckets[bucket]!; name < end; name++) {
        if (fingerprints[name] !== (mixed & 0xffff)) continue;
        words ??= [[startBehind(text, tokens, i, clitics), tokens.ends[i]!]];
        for (let w = words.length; w < n; w++) words.push([tokens.starts[i + w]!, tokens.ends[i + w]!]);
        if (words.length > n) words.length = n;
        if (sameName(text, words, decodeName(index.bytesIn(bucket, name)), hiddenAlef)) {
          hits.push({ token: i, tokens: n, start: words[0]![0], end: words[n - 1]![1], name, clitics });
        }
      }
    }
    const next = i + n;
    if (!(bits & CELL_EXTENDS) || n >= MAX_WORDS || next >= tokens.count || tokens.joins[next] === JOIN_BREAK || tokens.letters[next]! > MAX_LETTERS) return;
    hash = extendHash(hash, tokens.hash(next));
  }
}

function startBehind(text: string, tokens: Tokens, i: number, clitics: number): number {
  if (clitics === 0) return tokens.starts[i]!;
  return lettersOf(text, tokens.starts[i]!, tokens.ends[i]!).offsets[clitics] ?? tokens.starts[i]!;
}
