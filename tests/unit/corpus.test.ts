import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseMarked, readCorpus } from '../../scripts/lib/corpus';
import { EnglishNames, englishKey } from '../../scripts/lib/english';
import { DATASET_ROOT, bundledPack } from '../../scripts/lib/pack';
import { PROJECT_ROOT } from '../../scripts/lib/root';
import { score, type Score } from '../../scripts/lib/score';
import { loadDataset } from '../../utils/dataset/source';
import { annotate } from '../../utils/matching/annotate';

describe('the development corpus', () => {
  let result: Score;
  // Compiling the dataset may come first.
  beforeAll(() => {
    const pack = bundledPack();
    const names = new EnglishNames(loadDataset(DATASET_ROOT).dataset);
    const articles = readCorpus(join(PROJECT_ROOT, 'tests/corpus'));
    result = score(articles, ({ blocks, date, country }) => annotate(pack, blocks, { date, country }), names);
  }, 60_000);

  it('is large enough to say something', () => {
    expect(result.articles).toBeGreaterThanOrEqual(100);
    expect(result.gold).toBeGreaterThanOrEqual(3000);
    expect(result.traps).toBeGreaterThanOrEqual(400);
  });
  // A floor below the figures of docs/evaluation.md: what falls under it has broken something.
  it('is marked with the right names', () => expect(result.precision).toBeGreaterThanOrEqual(0.98));
  it('is marked nearly everywhere it names somebody known', () => expect(result.recall).toBeGreaterThanOrEqual(0.91));
  it('does not lure marks onto look-alikes', () => expect(result.trapHits / result.traps).toBeLessThanOrEqual(0.015));
});

describe('a marked article', () => {
  const header = 'date: 2025-03-09\ncountry: DZ\nsource: x\n\n';

  it('gives its plain text and the places of its marks', () => {
    const { blocks, gold } = parseMarked('a.txt', `${header}عنوان\n\nقال [[تبون|P:Abdelmadjid Tebboune]] في {{يوم سعيد}} ل[[لجيش|O:Army]] و[[الوزير|T:?minister]]`);
    expect(blocks.map((b) => b.text)).toEqual(['عنوان', 'قال تبون في يوم سعيد للجيش والوزير']);
    expect(gold.map(({ block, start, end, kind, name }) => [kind, blocks[block]!.text.slice(start, end), name])).toEqual([
      ['P', 'تبون', 'Abdelmadjid Tebboune'],
      ['trap', 'يوم سعيد', ''],
      ['O', 'لجيش', 'Army'],
      ['T', 'الوزير', ''],
    ]);
  });
  it('is refused with file and place when its header or a mark is broken', () => {
    expect(() => parseMarked('a.txt', 'date: 2025-02-30\n\nنص')).toThrow(/a\.txt:1: header date/);
    expect(() => parseMarked('a.txt', 'whatever\n\nنص')).toThrow(/a\.txt:1: a header line/);
    expect(() => parseMarked('a.txt', `${header}قال [[تبون`)).toThrow(/a\.txt: a mark that is not closed/);
    expect(() => parseMarked('a.txt', header)).toThrow(/a\.txt: no text/);
  });
});

describe('English names', () => {
  it('compare without case, marks, hyphens and the article', () => {
    expect(englishKey('Saïd CHENGRIHA')).toBe(englishKey('Said Chengriha'));
    expect(englishKey('Abdel-Fattah al-Burhan')).toBe(englishKey('Abdel Fattah Burhan'));
    expect(englishKey('Fattah')).not.toBe(englishKey('Fath'));
  });
  it('find a body whose country is said another way, and no other country’s', () => {
    const names = new EnglishNames(loadDataset(DATASET_ROOT).dataset);
    const algerian = names.find('O', 'Algerian Ministry of Foreign Affairs', null);
    expect([...algerian].every((id) => id.startsWith('dz/'))).toBe(true);
    expect(algerian.size).toBeGreaterThan(0);
    expect(names.find('O', 'Ministry of Foreign Affairs of Algeria', null)).toEqual(algerian);
  });
});
