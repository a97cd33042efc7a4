import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledPack } from '../../scripts/lib/pack';
import { PROJECT_ROOT } from '../../scripts/lib/root';
import { parseTopic, readTopics, type Topic } from '../../scripts/noise/grammar';
import { countWords, plainProse } from '../../scripts/noise/prose';
import { annotate } from '../../utils/matching/annotate';
import type { Pack } from '../../utils/matching/pack';

const WORDS = 200_000;
const WORDS_PER_MARK = 20_000;
const SEED = 20250309;

let pack: Pack;
let topics: Topic[];
beforeAll(() => {
  pack = bundledPack();
  topics = readTopics(join(PROJECT_ROOT, 'tests/corpus-noise'));
}, 60_000);

/** Every mark in everyday prose, with the sentence it stands in. */
function marksIn(country: string | null, date: string, words: number): { words: number; marks: string[] } {
  const marks: string[] = [];
  let read = 0;
  for (const article of plainProse(topics, words, SEED)) {
    read += article.words;
    for (const m of annotate(pack, article.blocks, { date, country }).mentions) {
      const { text } = article.blocks[m.block]!;
      const sentence = text.slice(text.lastIndexOf('.', m.start) + 1, (text.indexOf('.', m.end) + 1 || text.length + 1) - 1).trim();
      marks.push(`${country ?? 'no country'}, ${article.topic}: «${text.slice(m.start, m.end)}» = ${m.entity} (${m.evidence.map((e) => e.code).join(', ')}) in: ${sentence}`);
    }
  }
  return { words: read, marks };
}

describe('everyday prose that names no official', () => {
  it('is varied: many topics, many sentences, thousands of words', () => {
    const lines = topics.flatMap((topic) => topic.sentences);
    expect(topics.length).toBeGreaterThanOrEqual(12);
    expect(new Set(lines).size).toBeGreaterThanOrEqual(300);
    const seen = new Set([...plainProse(topics, WORDS, SEED)].flatMap(({ blocks }) => blocks.flatMap(({ text }) => text.match(/\p{L}+/gu) ?? [])));
    expect(seen.size).toBeGreaterThan(3000);
  });

  it('is the same for the same seed and another for another', () => {
    const text = (seed: number) => [...plainProse(topics, 2000, seed)].map(({ blocks }) => blocks.map((b) => b.text).join('\n')).join('\n\n');
    expect(text(7)).toBe(text(7));
    expect(text(7)).not.toBe(text(8));
    expect(countWords(text(7))).toBeGreaterThanOrEqual(2000);
  });

  it.each([
    ['DZ', '2025-03-09'],
    ['EG', '2026-02-15'],
    ['SA', '2023-10-01'],
    ['LB', '2025-11-20'],
    ['MA', '2024-11-05'],
    [null, '2021-06-30'],
  ])(`gives at most one mark in ${WORDS_PER_MARK} words in an outlet of %s on %s`, (country, date) => {
    const { words, marks } = marksIn(country, date, WORDS);
    if (marks.length > 0) console.log(`${marks.length} marks in ${words} words:\n${marks.join('\n')}`);
    expect(words).toBeGreaterThanOrEqual(WORDS);
    expect(marks.length, marks.slice(0, 20).join('\n')).toBeLessThanOrEqual(words / WORDS_PER_MARK);
  });
});

describe('a grammar that cannot be read', () => {
  it('is refused with file, line and what is wrong', () => {
    expect(() => parseTopic('garden.txt', '^ عنوان\nنسقي {plant} مساء.')).toThrow('garden.txt:2: no slot is called "plant"');
    expect(() => parseTopic('garden.txt', '@plant الورد')).toThrow('garden.txt:1: a slot reads "@name: words | words", found "@plant الورد"');
    expect(() => parseTopic('garden.txt', '@a: ورد\n@a: شجر')).toThrow('garden.txt:2: slot "a" is there already');
  });
});
