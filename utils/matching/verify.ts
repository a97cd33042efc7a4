import { ALEF, ALEF_MAKSURA, BREAK, CLASS, DROP, LAST_LETTER, MAKSURA_MIN_LETTERS, SPACE, YA, lettersOf } from '../arabic/letters';
import type { Tokens } from '../arabic/tokens';
import { unitOfByte } from './names';

/** Letter code of every byte a name is written with. */
const BYTE_CLASS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => CLASS[unitOfByte(byte)]);
/** UTF-16 unit of every such byte. */
const BYTE_UNIT: Uint16Array = Uint16Array.from({ length: 256 }, (_, byte) => unitOfByte(byte));
const ALEF_MADDA_BYTE = 0xa2;
const TA_MARBUTA_BYTE = 0xa9;
const HA_BYTE = 0xc7;
const ALEF_MADDA = 0x622;
const ALEF_HAMZA_ABOVE = 0x623;
const ALEF_HAMZA_BELOW = 0x625;
const TA_MARBUTA = 0x629;
const HA = 0x647;
/** In words shorter than this a ة and a ه are two letters: وحدة is no وحده. */
const STRICT_HA_LETTERS = 5;

/**
 * Whether the words of `text` from token `first` on are the name letter for letter: equal when folded, and where folding would
 * make two words one (آل and ال; ة and ه in a short word) equal in that letter too.
 * @param name the name's bytes, in `bytes` from `at` to `end`
 * @param start UTF-16 offset of the first word's first letter behind its clitics
 * @param clitics letters of the first word to pass over
 * @param hiddenAlef the first word is ال without its alef (للجيش): it stands for the name's first word
 */
export function isName(tokens: Tokens, first: number, count: number, bytes: Uint8Array, at: number, end: number, start: number, clitics: number, hiddenAlef: boolean): boolean {
  if (hiddenAlef && BYTE_CLASS[bytes[at]] !== ALEF) return false;
  return isVerbatim(tokens.text, start, tokens.end(first + count - 1), bytes, hiddenAlef ? at + 1 : at, end) || isFolded(tokens, first, count, bytes, at, end, clitics, hiddenAlef);
}

/** Whether the text from `start` to `until` is the very bytes: so most names stand there. */
function isVerbatim(text: string, start: number, until: number, bytes: Uint8Array, at: number, end: number): boolean {
  if (until - start !== end - at) return false;
  for (let i = start; i < until; i++) if (text.charCodeAt(i) !== BYTE_UNIT[bytes[at++]]) return false;
  return true;
}

function isFolded(tokens: Tokens, first: number, count: number, bytes: Uint8Array, at: number, end: number, clitics: number, hiddenAlef: boolean): boolean {
  let place = at;
  for (let w = 0; w < count; w++) {
    while (place < end && isSeparator(bytes[place])) place++;
    const from = place;
    while (place < end && !isSeparator(bytes[place])) place++;
    if (from === place) return false;
    const skip = w === 0 ? clitics : 0;
    const hidden = w === 0 && hiddenAlef;
    if (!isWord(tokens.text, tokens.start(first + w), tokens.end(first + w), bytes, hidden ? from + 1 : from, place, skip, place - from)) return false;
  }
  while (place < end && isSeparator(bytes[place])) place++;
  return place === end;
}

function isSeparator(byte: number): boolean {
  const c = BYTE_CLASS[byte];
  return c === SPACE || c === BREAK;
}

function isWord(text: string, start: number, end: number, bytes: Uint8Array, from: number, to: number, skip: number, letters: number): boolean {
  let place = from;
  let passed = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const c = CLASS[unit];
    if (c === DROP) continue;
    if (c > LAST_LETTER) return isWordOfCodes(text, start, end, bytes, from, to, skip, letters);
    if (passed < skip) {
      passed++;
      continue;
    }
    if (place === to) return false;
    const byte = bytes[place++];
    if (c !== BYTE_CLASS[byte] && !sameFinal(c, BYTE_CLASS[byte], place === to, letters)) return false;
    if (!sameStrictly(unit, byte, letters)) return false;
  }
  return place === to;
}

/** The same over a word with ligatures or combining hamzas. */
function isWordOfCodes(text: string, start: number, end: number, bytes: Uint8Array, from: number, to: number, skip: number, letters: number): boolean {
  const { codes, offsets } = lettersOf(text, start, end, to - from + skip);
  if (codes.length - skip !== to - from) return false;
  for (let i = skip; i < codes.length; i++) {
    const byte = bytes[from + i - skip];
    if (codes[i] !== BYTE_CLASS[byte] && !sameFinal(codes[i], BYTE_CLASS[byte], i === codes.length - 1, letters)) return false;
    if (!sameStrictly(text.charCodeAt(offsets[i]), byte, letters)) return false;
  }
  return true;
}

function sameFinal(a: number, b: number, isLast: boolean, letters: number): boolean {
  return isLast && letters >= MAKSURA_MIN_LETTERS && (a === ALEF_MAKSURA || a === YA) && (b === ALEF_MAKSURA || b === YA);
}

function sameStrictly(unit: number, byte: number, letters: number): boolean {
  // «آل ثاني» is often written «ال ثاني»; a plain name is never written with madda.
  if (unit === ALEF_MADDA && byte !== ALEF_MADDA_BYTE) return false;
  // «أفاد» is no «آفاد»: whoever writes the hamza would have written the madda.
  if (byte === ALEF_MADDA_BYTE && (unit === ALEF_HAMZA_ABOVE || unit === ALEF_HAMZA_BELOW)) return false;
  if (letters >= STRICT_HA_LETTERS) return true;
  return !((unit === TA_MARBUTA && byte === HA_BYTE) || (unit === HA && byte === TA_MARBUTA_BYTE));
}
