import { describe, expect, it } from 'vitest';
import { bundledPack } from '../../../scripts/lib/pack';
import { annotate } from '../../../utils/matching/annotate';
import type { Pack } from '../../../utils/matching/pack';

/** One text and what must be marked in it, in order: words and whose (the end of an id is enough). */
export interface Example {
  /** Blocks are parted by an empty line. */
  text: string;
  marks: [string, string][];
  date?: string;
  country?: string;
}

export interface Case {
  /** Number in the specification of the matcher. */
  number: number;
  because: string;
  examples: Example[];
}

let pack: Pack | null = null;

/** What the public entry marks: the very words of the text, and whom. */
export function marksOf({ text, date = '2025-03-09', country }: Example): [string, string][] {
  pack ??= bundledPack();
  const blocks = text.split('\n\n').map((part) => ({ text: part }));
  return annotate(pack, blocks, { date, country: country ?? null }).mentions.map((m) => [blocks[m.block]!.text.slice(m.start, m.end), m.entity]);
}

export function runCases(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const { number, because, examples } of cases) {
      examples.forEach((example, i) => {
        it(`case ${number}${'abcdefgh'[i]}: ${because}`, () => {
          const found = marksOf(example);
          expect(found.map(([words]) => words), example.text).toEqual(example.marks.map(([words]) => words));
          example.marks.forEach(([words, id], at) => expect(found[at]![1], `${words} in ${example.text}`).toMatch(new RegExp(`(^|/)${id}$`)));
        });
      });
    }
  });
}
