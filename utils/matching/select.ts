import { AL } from '../arabic/clitics';
import * as hashes from '../arabic/hash';
import { addLetter, addWord, turn } from '../arabic/hash';
import * as places from '../arabic/tokens';
import type { Tokens } from '../arabic/tokens';
import type { NameIndex } from './index-view';
import { CELL_COMPLETE, CELL_MASK, mix } from './names';

// An import is looked up at each use: these are used for every word.
const { CLITIC_MASK, SPREAD } = hashes;
const { LETTERS_MASK, LISTED, PLACE_SHIFT } = places;

/** Tokens at which a name may begin, in their order. */
export class Candidates {
  count = 0;
  /** Of each its number, and below that its flags. */
  list = new Int32Array(1024);

  /** Makes room for one more than `count`, keeping none. */
  reserve(count: number): void {
    if (this.list.length <= count) this.list = new Int32Array(Math.max(count + 1, this.list.length * 2));
  }
}

/** Flags of a candidate: the cell of the first word as it stands ({@link CELL_MASK}), and whether a name may begin behind clitics. */
export const BEHIND_CLITICS = 4;
export const FLAGS_SHIFT = 3;
const FLAGS_MASK = (1 << FLAGS_SHIFT) - 1;

/** In between, two bits say which clitic the first letter may be. */
const ROUGH_SHIFT = 4;
const ROUGH_MASK = (1 << ROUGH_SHIFT) - 1;

/** One bit for each pair of clitics, 4 × first + second: two that may stand together, and لل. */
const JOINING_PREPOSING = 4 * hashes.JOINING + hashes.PREPOSING;
const JOINING_LAM = 4 * hashes.JOINING + hashes.LAM_CLITIC;
const LAM_LAM = 4 * hashes.LAM_CLITIC + hashes.LAM_CLITIC;
const PAIRS = (1 << JOINING_PREPOSING) | (1 << JOINING_LAM) | (1 << LAM_LAM);

/**
 * Fills `candidates` with the tokens that the filters let pass, as they stand or behind clitics. No branch depends on the
 * words, which nobody can foretell: all is computed for each, and the next place in the list moved on for those that pass.
 */
export function select(index: NameIndex, tokens: Tokens, candidates: Candidates): void {
  candidates.reserve(tokens.count);
  selectRoughly(index, tokens, candidates);
  selectFinely(index, tokens, candidates);
}

/** Every word as it stands; those that begin with a clitic's letter pass too. */
function selectRoughly(index: NameIndex, tokens: Tokens, candidates: Candidates): void {
  const { beginnings, beginningsShift } = index;
  const { data, count, text } = tokens;
  const { list } = candidates;
  const values = hashes.UNIT_VALUES;
  let passed = 0;
  for (let i = 0; i < count; i++) {
    const cell = Math.imul(data[2 * i], SPREAD) >>> beginningsShift;
    const place = data[2 * i + 1];
    const letters = place & LETTERS_MASK;
    const start = letters === LISTED ? tokens.start(i) : (place >>> PLACE_SHIFT) - letters;
    const clitic = values[text.charCodeAt(start)] & CLITIC_MASK;
    const flags = ((beginnings[cell >>> 2] >>> ((cell & 3) << 1)) & CELL_MASK) | (clitic << 2);
    list[passed] = (i << ROUGH_SHIFT) | flags;
    passed = (passed + ((flags + ROUGH_MASK) >>> ROUGH_SHIFT)) | 0;
  }
  candidates.count = passed;
}

/** Of those: two words where a name may go on behind the first, and what stands behind one letter and behind two. */
function selectFinely(index: NameIndex, tokens: Tokens, candidates: Candidates): void {
  const { beginnings, beginningsShift, filter, filterMask } = index;
  const { data, text } = tokens;
  const { list, count } = candidates;
  const values = hashes.UNIT_VALUES;
  const article = AL;
  let passed = 0;
  for (let c = 0; c < count; c++) {
    const i = list[c] >>> ROUGH_SHIFT;
    const hash = data[2 * i];
    // Where no name goes on, one and the same cell is looked at. Behind the last token stands nothing: that is seen later.
    const two = mix(addWord(hash, data[2 * i + 2])) & filterMask & -((list[c] >>> 1) & 1);
    const goesOn = (((filter[two >>> 2] >>> ((two & 3) << 1)) & CELL_MASK) + 3) >>> 2;
    const place = data[2 * i + 1];
    const letters = place & LETTERS_MASK;
    let behind = 1;
    if (letters !== LISTED) {
      const start = (place >>> PLACE_SHIFT) - letters;
      const first = values[text.charCodeAt(start)];
      // A word of one letter may be the last of the text: its first letter is looked at again.
      const second = values[text.charCodeAt(start + ((1 - letters) >>> 31))];
      const pair = ((first & CLITIC_MASK) << 2) | (second & CLITIC_MASK);
      const one = Math.imul(hash ^ turn(first, letters - 1), SPREAD) >>> beginningsShift;
      const behindOne = (beginnings[one >>> 2] >>> ((one & 3) << 1)) & CELL_MASK;
      // Behind لل the article is looked for; behind ول and فل there may be لل, which is left to be seen.
      const written = addLetter(first, second) ^ (article & -((pair + 1) >>> 4));
      const other = Math.imul(hash ^ turn(written, letters - 2), SPREAD) >>> beginningsShift;
      const behindTwo = ((beginnings[other >>> 2] >>> ((other & 3) << 1)) & CELL_MASK) | (((1 << JOINING_LAM) >>> pair) & 1);
      behind =
        (((pair + 12) >>> 4) & ((behindOne + 3) >>> 2) & ((2 - letters) >>> 31)) |
        ((PAIRS >>> pair) & ((behindTwo + 3) >>> 2) & ((3 - letters) >>> 31));
    }
    const flags = (list[c] & (CELL_COMPLETE | (goesOn << 1))) | (behind << 2);
    list[passed] = (i << FLAGS_SHIFT) | flags;
    passed = (passed + ((flags + FLAGS_MASK) >>> FLAGS_SHIFT)) | 0;
  }
  candidates.count = passed;
}
