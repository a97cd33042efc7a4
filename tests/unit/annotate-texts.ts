import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from '../../scripts/lib/corpus';
import { PROJECT_ROOT } from '../../scripts/lib/root';
import { fold } from '../../utils/arabic/letters';
import type { NameType } from '../../utils/matching/names';
import type { Pack } from '../../utils/matching/pack';
import type { ArticleContext, Block } from '../../utils/matching/types';

/** Texts as outlets write them, for the properties of the matcher: real names, real words, real sentences. */

/** What an index entry stands for. */
export interface NameUse {
  type: NameType;
  target: number;
}

/** All names of an index by their folded letters: a look-up that shares nothing with the scanner's tables. */
export function namesByFold(pack: Pack): ReadonlyMap<string, readonly NameUse[]> {
  const names = new Map<string, NameUse[]>();
  for (const i of pack.index.names()) {
    const key = fold(pack.index.textOf(i));
    const uses = names.get(key) ?? [];
    uses.push({ type: pack.index.type(i), target: pack.index.target(i) });
    names.set(key, uses);
  }
  return names;
}

const CLITICS = ['', '', '', '', 'و', 'ف', 'ب', 'ل', 'ك', 'وب', 'فل', 'ول'];
const JOINTS = [' ', ' ', ' ', ' ', ' ', ' ', '، ', '. ', ' «', '» ', ': ', ' - ', ' (', ') ', '… ', '؟ ', '-', '\u00a0', ' \u200f'];
const COUNTRIES = ['DZ', 'EG', 'SA', 'LB', 'TN', 'MA', 'US', null];

/** A word with what may stand written together before it; the article's alef goes unwritten behind ل. */
export function withClitic(clitic: string, word: string): string {
  return clitic.endsWith('ل') && word.startsWith('ال') ? `${clitic}${word.slice(1)}` : clitic + word;
}

/** Articles made of common words and names of the pack in any order, and of paragraphs of real articles. */
export function articles(pack: Pack): fc.Arbitrary<Block[]> {
  const commonWords = readFileSync(join(PROJECT_ROOT, 'dataset/common-words.txt'), 'utf8').split(/\s+/).filter(Boolean);
  const paragraphs = readCorpus(join(PROJECT_ROOT, 'tests/corpus')).flatMap(({ blocks }) => blocks.map(({ text }) => text));
  const all = [...pack.index.names()];
  const name = fc.nat(all.length - 1).map((i) => pack.index.textOf(all[i]!));
  const word = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...commonWords) }, { weight: 2, arbitrary: name });
  const piece = fc.tuple(fc.constantFrom(...CLITICS), word, fc.constantFrom(...JOINTS)).map(([clitic, w, joint]) => withClitic(clitic, w) + joint);
  const made = fc.array(piece, { minLength: 1, maxLength: 25 }).map((pieces) => pieces.join('').trim());
  const paragraph = fc.oneof({ weight: 2, arbitrary: made }, { weight: 3, arbitrary: fc.constantFrom(...paragraphs) });
  return fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((texts) => texts.map((text) => ({ text })));
}

/** When and where an article was written. */
export const contexts: fc.Arbitrary<ArticleContext> = fc.record({
  date: fc.date({ min: new Date('2004-01-01'), max: new Date('2026-06-30'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
  country: fc.constantFrom(...COUNTRIES),
});

const LETTER = /[\u0621-\u064a]/;
/** Fatha, damma, kasra, shadda, sukun, tanwin. */
export const TASHKEEL = ['\u064e', '\u064f', '\u0650', '\u0651', '\u0652', '\u064b', '\u0651\u064e'];
export const TATWEEL = ['\u0640', '\u0640\u0640\u0640'];
/** Zero-width non-joiner, joiner and space, and the direction marks. */
export const ZERO_WIDTH = ['\u200c', '\u200d', '\u200b', '\u200e', '\u200f'];

/**
 * The text with signs set behind letters within its words.
 * @param choices for letter after letter the place of a sign in `signs`; a number beyond sets none
 * @param atEnd whether the last letter of a word may carry one too
 */
export function decorate(text: string, signs: readonly string[], choices: readonly number[], atEnd: boolean): string {
  let out = '';
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    out += text[i];
    if (!LETTER.test(text[i]!) || !(atEnd || LETTER.test(text[i + 1] ?? ''))) continue;
    out += signs[choices[seen++ % choices.length]!] ?? '';
  }
  return out;
}

/** Choices for {@link decorate}: about one letter in four carries a sign. */
export function choicesOf(signs: readonly string[]): fc.Arbitrary<number[]> {
  return fc.array(fc.nat(signs.length * 4), { minLength: 5, maxLength: 80 });
}

/** Cuts a text at any places: its pieces, in order, none empty. */
export function cutAt(text: string, places: readonly number[]): string[] {
  const cuts = [...new Set(places.map((place) => place % text.length))].filter((cut) => cut > 0).sort((a, b) => a - b);
  return [0, ...cuts].map((from, i) => text.slice(from, cuts[i] ?? text.length));
}
