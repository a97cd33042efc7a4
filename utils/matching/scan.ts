import { Readings, stripClitics } from '../arabic/clitics';
import { SPREAD, addWord } from '../arabic/hash';
import { lettersOf } from '../arabic/letters';
import { tokenize, type Tokens } from '../arabic/tokens';
import { Hits, type Hit } from './hits';
import * as layout from './index-view';
import type { NameIndex } from './index-view';
import { CELL_COMPLETE, CELL_EXTENDS, CELL_MASK, fingerprintOf, mix } from './names';
import { BEHIND_CLITICS, Candidates, FLAGS_SHIFT, select } from './select';
import { isName } from './verify';

// An import is looked up at each use: these are used for every find.
const { FORM_HEAD, NAME_BYTES } = layout;

/** Longest name, in words. */
const MAX_WORDS = 14;

/** Numbers per look-up: token; reading; mixed hash; where its bucket begins and ends; what stands there, read to have it near. */
const LOOK_STRIDE = 6;
/** A reading: how many words, how many clitics before them, and whether the article's alef is unwritten. */
const WORDS_MASK = 15;
const CLITICS_SHIFT = 4;
const CLITICS_MASK = 3;
const HIDDEN_ALEF = 64;

const readings = new Readings();
/** Room for one scan's candidates and look-ups, kept for the next. */
const candidates = new Candidates();
let looks = new Int32Array(1024 * LOOK_STRIDE);
let looked = 0;

/**
 * Finds every name of the index that begins at a word of `text`, all lengths of it. Words are read whole first; clitics
 * come off where the whole word begins no name, or a shorter one than stands behind them. Every hit is verified letter by letter.
 * Linear in the length of the text: per word a bounded number of table look-ups.
 *
 * One thing is done to all words before the next is: what one word needs from memory then arrives while others are asked for.
 * @param tokens filled with the words of the text (the caller may read them afterwards)
 * @param hits filled with what is found
 */
export function find(index: NameIndex, text: string, tokens: Tokens, hits: Hits): Hits {
  tokenize(text, tokens);
  select(index, tokens, candidates);
  followAll(index, tokens);
  ask(index);
  resolve(index, tokens, hits);
  return hits;
}

/** {@link find}, each hit an object of its own. */
export function scan(index: NameIndex, text: string, tokens: Tokens): Hit[] {
  return Array.from(find(index, text, tokens, new Hits()), (hit) => ({ ...hit }));
}

/** Notes where names may end, for every candidate. */
function followAll(index: NameIndex, tokens: Tokens): void {
  looked = 0;
  const { list, count } = candidates;
  for (let c = 0; c < count; c++) {
    const candidate = list[c];
    const token = candidate >>> FLAGS_SHIFT;
    if ((candidate & CELL_MASK) !== 0) follow(index, tokens, token, tokens.hash(token), candidate & CELL_MASK, 0);
    if ((candidate & BEHIND_CLITICS) !== 0) followBehindClitics(index, tokens, token);
  }
}

/** Takes the clitics off a token, and follows what stands behind. */
function followBehindClitics(index: NameIndex, tokens: Tokens, token: number): void {
  stripClitics(tokens.text, tokens, token, readings);
  for (let r = 0; r < readings.count; r++) {
    const hash = readings.hash[r];
    const place = Math.imul(hash, SPREAD) >>> index.beginningsShift;
    const cell = (index.beginnings[place >>> 2] >>> ((place & 3) << 1)) & CELL_MASK;
    if (cell !== 0) follow(index, tokens, token, hash, cell, (readings.clitics[r] << CLITICS_SHIFT) | (readings.hiddenAlef[r] * HIDDEN_ALEF));
  }
}

/** Follows the words from a token on, and notes every place where a name may end. */
function follow(index: NameIndex, tokens: Tokens, token: number, firstHash: number, firstCell: number, reading: number): void {
  const { filter, filterMask } = index;
  let hash = firstHash;
  let cell = firstCell;
  for (let words = 1; ; words++) {
    if ((cell & CELL_COMPLETE) !== 0) note(token, words | reading, mix(hash));
    const next = token + words;
    if ((cell & CELL_EXTENDS) === 0 || words === MAX_WORDS || next >= tokens.count) return;
    hash = addWord(hash, tokens.hash(next));
    const place = mix(hash) & filterMask;
    cell = (filter[place >>> 2] >>> ((place & 3) << 1)) & CELL_MASK;
    if (cell === 0 || !tokens.joined(next)) return;
  }
}

/** Notes a look-up. */
function note(token: number, reading: number, mixed: number): void {
  const at = looked * LOOK_STRIDE;
  if (at === looks.length) {
    const longer = new Int32Array(at * 2);
    longer.set(looks);
    looks = longer;
  }
  looks[at] = token;
  looks[at + 1] = reading;
  looks[at + 2] = mixed;
  looked++;
}

/** Asks for the bucket and first form of every look-up. */
function ask(index: NameIndex): void {
  const { buckets, forms, shortBuckets } = index;
  const short = 32 - index.shortBits;
  const long = 32 - index.longBits;
  const list = looks;
  const end = looked * LOOK_STRIDE;
  for (let l = 0; l < end; l += LOOK_STRIDE) {
    const mixed = list[l + 2];
    const isShort = -(((list[l + 1] & WORDS_MASK) - 2) >>> 31);
    const bucket = ((mixed >>> short) & isShort) | ((shortBuckets + (mixed >>> long)) & ~isShort);
    const form = buckets[bucket];
    list[l + 3] = form;
    list[l + 4] = buckets[bucket + 1];
    list[l + 5] = forms[form];
  }
}

/** Takes the names that stand there letter by letter. */
function resolve(index: NameIndex, tokens: Tokens, hits: Hits): void {
  hits.clear();
  const { forms, shortBits, longBits } = index;
  const list = looks;
  // What was found from a token on: the first such find; behind clitics, the longest that begins with the whole word.
  let token = -1;
  let before = 0;
  let longest = -1;
  for (let l = 0; l < looked * LOOK_STRIDE; l += LOOK_STRIDE) {
    const reading = list[l + 1];
    const words = reading & WORDS_MASK;
    const clitics = (reading >>> CLITICS_SHIFT) & CLITICS_MASK;
    if (list[l] !== token) {
      token = list[l];
      before = hits.finds;
      longest = -1;
    }
    if (clitics > 0) {
      if (longest < 0) longest = longestWhole(index, hits, before);
      // «لحسن نصر الله»: behind the clitic a name longer than the one the whole word begins.
      if (words <= longest) continue;
    }
    const mixed = list[l + 2];
    const wanted = fingerprintOf(mixed, words === 1 ? shortBits : longBits);
    const end = Math.min(list[l + 4] >>> 0, forms.length);
    for (let at = list[l + 3] >>> 0; at < end; ) {
      const fingerprint = forms[at] | (forms[at + 1] << 8);
      // They stand in order.
      if (fingerprint > wanted) break;
      const letters = at + FORM_HEAD + forms[at + 3] * NAME_BYTES;
      const next = letters + forms[at + 2];
      if (fingerprint === wanted) {
        const start = startBehind(tokens, token, clitics);
        if (isName(tokens, token, words, forms, letters, next, start, clitics, (reading & HIDDEN_ALEF) !== 0)) {
          hits.add(token, words, start, tokens.end(token + words - 1), clitics, at + FORM_HEAD, forms[at + 3]);
        }
      }
      at = next;
    }
  }
}

/** Words of the longest name found from `before` on; the entry of a common word is none: it bars only names of one word. */
function longestWhole(index: NameIndex, hits: Hits, before: number): number {
  if (hits.finds === before) return 0;
  if (hits.finds === before + 1 && hits.names(before) === 1 && index.type(hits.name(before)) === 'word') return 0;
  return hits.tokens(hits.finds - 1);
}

function startBehind(tokens: Tokens, token: number, clitics: number): number {
  const start = tokens.start(token);
  if (clitics === 0 || tokens.plain(token)) return start + clitics;
  return lettersOf(tokens.text, start, tokens.end(token), clitics).offsets[clitics] ?? start;
}
