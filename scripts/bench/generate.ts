import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NameEntry } from '../../utils/matching/names';
import { PROJECT_ROOT } from '../lib/root';

/** Repeatable random numbers in [0, 1): mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const CONSONANTS = [...'بتثجحخدذرزسشصضطظعغفقكلمنهوي'];
const VOWELS = ['', '', 'ا', 'و', 'ي'];

/** A word of two to four syllables, as surnames sound; more frequent letters more often. */
function syllables(next: () => number): string {
  const count = 2 + Math.floor(next() * 3);
  let word = next() < 0.35 ? 'ال' : '';
  for (let i = 0; i < count; i++) word += CONSONANTS[Math.floor(next() ** 1.4 * CONSONANTS.length)]! + VOWELS[Math.floor(next() * VOWELS.length)]!;
  return word + (next() < 0.3 ? 'ي' : next() < 0.15 ? 'ة' : '');
}

/** Given names are few and shared, surnames many: both drawn with the skew names have (Zipf, roughly). */
export function generateNames(count: number, seed = 1): NameEntry[] {
  const next = random(seed);
  const given = ['محمد', 'أحمد', 'علي', 'حسن', 'عبد الله', 'عبد الرحمن', 'خالد', 'سعيد', 'يوسف', 'إبراهيم', 'فاطمة', 'مريم', 'عمر', 'صالح', 'كريم', 'ناصر'];
  while (given.length < 800) given.push(syllables(next).replace(/^ال/, ''));
  const surnames: string[] = [];
  while (surnames.length < Math.max(2000, count / 5)) surnames.push(syllables(next));
  const pick = (list: string[]) => list[Math.floor(next() ** 2 * list.length)]!;
  const seen = new Set<string>();
  const entries: NameEntry[] = [];
  while (seen.size < count) {
    const shape = next();
    const name = shape < 0.08 ? pick(surnames) : shape < 0.6 ? `${pick(given)} ${pick(surnames)}` : shape < 0.9 ? `${pick(given)} ${pick(given)} ${pick(surnames)}` : `${pick(given)} بن ${pick(given)} ${pick(surnames)}`;
    if (seen.has(name)) continue;
    seen.add(name);
    entries.push({ text: name, type: name.includes(' ') ? 'person' : 'person-short', target: Math.floor(entries.length / 2) });
  }
  return entries;
}

/** Prose of common Arabic words with a name every thirty words or so (one in thirteen of them behind a clitic), in sentences and paragraphs. */
export function generateText(units: number, names: readonly NameEntry[], seed = 2): string {
  const next = random(seed);
  const words = readFileSync(join(PROJECT_ROOT, 'dataset/common-words.txt'), 'utf8').split(/\s+/).filter(Boolean);
  const parts: string[] = [];
  let length = 0;
  let inSentence = 0;
  while (length < units) {
    let word = words[Math.floor(next() ** 1.5 * words.length)]!;
    if (next() < 1 / 30) word = (next() < 0.075 ? 'و' : '') + names[Math.floor(next() * names.length)]!.text;
    inSentence++;
    const stop = inSentence > 12 && next() < 0.15;
    if (stop) inSentence = 0;
    const piece = word + (stop ? (next() < 0.2 ? '.\n\n' : '. ') : next() < 0.06 ? '، ' : ' ');
    parts.push(piece);
    length += piece.length;
  }
  return parts.join('').slice(0, units);
}
