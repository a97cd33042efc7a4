import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledPackFile } from '../../scripts/lib/pack';
import { buildIndex } from '../../utils/matching/build';
import { PackError, SECTIONS } from '../../utils/matching/format';
import { NameIndex } from '../../utils/matching/index-view';
import { Pack } from '../../utils/matching/pack';
import { decodeName, encodeName, type NameEntry } from '../../utils/matching/names';
import { annotate } from '../../utils/matching/annotate';
import { scan } from '../../utils/matching/scan';
import { Tokens } from '../../utils/arabic/tokens';

let file: Uint8Array;
beforeAll(() => {
  file = bundledPackFile().bytes;
});

const refusal = (bytes: Uint8Array, check: 'all' | 'header' = 'all'): string => {
  try {
    Pack.read(bytes, check);
  } catch (error) {
    if (error instanceof PackError) return error.reason;
    throw error;
  }
  return 'accepted';
};
const altered = (at: number, value: (old: number) => number) => {
  const copy = file.slice();
  copy[at] = value(copy[at]!) & 0xff;
  return copy;
};

describe('a pack', () => {
  it('gives back every name it was built from', () => {
    const pack = Pack.read(file, 'all');
    let checked = 0;
    for (let name = 0; name < pack.index.count; name += 7) {
      const text = pack.index.textOf(name);
      const hits = scan(pack.index, text, new Tokens());
      expect(hits.some((hit) => hit.name === name && hit.start === 0 && hit.end === text.length), text).toBe(true);
      checked++;
    }
    expect(checked).toBeGreaterThan(1000);
  });
  it('finds every entity by its id, and no other', () => {
    const pack = Pack.read(file);
    for (let place = 0; place < pack.entityCount; place += 11) expect(pack.find(pack.idOf(place))).toBe(place);
    expect(pack.find('dz/person/nobody-of-this-name')).toBe(-1);
  });
  it('is read without copying: its views lie in the file', () => {
    const pack = Pack.read(file);
    expect(pack.index.payloads.buffer).toBe(file.buffer);
  });
});

describe('a pack that is not whole is refused, and says why', () => {
  it('empty, or something else', () => {
    expect(refusal(new Uint8Array(0))).toBe('truncated');
    expect(refusal(new TextEncoder().encode('<!doctype html>'.repeat(10)))).toBe('not-a-pack');
  });
  it('cut short anywhere', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: file.length - 1 }), (length) => void expect(refusal(file.slice(0, length))).not.toBe('accepted')), { numRuns: 60 });
  });
  it('with any one byte changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: file.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => void expect(refusal(altered(at, (old) => old ^ by))).not.toBe('accepted')),
      { numRuns: 60 },
    );
  });
  it('of a newer or older format', () => {
    // The header's own checksum is told first, as long as it is not made to fit.
    expect(refusal(altered(8, () => 2))).toBe('checksum');
  });
});

describe('a pack damaged behind its header', () => {
  it('never hangs nor crashes the reading of a text, whatever byte is wrong', () => {
    const text = 'قال رئيس أركان الجيش الوطني الشعبي السعيد شنقريحة لوزير الخارجية الجزائري أحمد عطاف إن تبون بخير';
    const headerEnd = 64 + Object.keys(SECTIONS).length * 16;
    fc.assert(
      fc.property(fc.integer({ min: headerEnd, max: file.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        let pack: Pack;
        try {
          pack = Pack.read(altered(at, (old) => old ^ by), 'header');
        } catch (error) {
          expect(error).toBeInstanceOf(PackError);
          return;
        }
        try {
          for (const mention of annotate(pack, [{ text }], { date: '2025-03-09', country: 'DZ' }).mentions) {
            expect(mention.start).toBeLessThan(mention.end);
            expect(mention.end).toBeLessThanOrEqual(text.length);
          }
        } catch (error) {
          // A record that is no JSON any more is an error the caller sees.
          expect(error).toBeInstanceOf(Error);
        }
      }),
      { numRuns: 120 },
    );
  });
});

describe('the index of names', () => {
  const build = (entries: NameEntry[]) => new NameIndex(buildIndex(entries));

  it('holds names of one folded form side by side, told apart by their letters', () => {
    const index = build([
      { text: 'آل ثاني', type: 'person', target: 1 },
      { text: 'وحدة', type: 'organization', target: 2 },
    ]);
    expect(scan(index, 'ال ثاني', new Tokens())).toHaveLength(1);
    expect(scan(index, 'جاء وحده', new Tokens())).toHaveLength(0);
    expect(scan(index, 'من الوحدة وحدة', new Tokens())).toHaveLength(1);
  });
  it('refuses a name of no letters, and one it cannot write', () => {
    expect(() => build([{ text: '…', type: 'person', target: 1 }])).toThrow(/no letters/);
    expect(() => encodeName('имя')).toThrow(/U\+0438/);
  });
  it('writes and reads names letter by letter', () => {
    for (const name of ['عبد المجيد تبون', 'F 16', 'آل ثاني']) expect(decodeName(Uint8Array.from(encodeName(name)))).toBe(name);
  });
  it('finds exactly the names that a search word by word finds, in any text of their words', () => {
    const vocabulary = ['علي', 'محمد', 'بن', 'سعيد', 'الجيش', 'وزير', 'لعمامرة', 'بري', 'ووليد', 'وليد', 'المعلم'];
    const name = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), fc.array(fc.constantFrom(...vocabulary, '،'), { maxLength: 30 }), (names, textWords) => {
        const texts = [...new Set(names.map((n) => n.join(' ')))];
        const index = build(texts.map((text, target) => ({ text, type: 'person', target })));
        const text = textWords.join(' ');
        const found = scan(index, text, new Tokens()).filter((h) => h.clitics === 0).map((h) => `${h.start}:${text.slice(h.start, h.end)}`).sort();
        const wanted: string[] = [];
        let at = 0;
        textWords.forEach((word, i) => {
          for (const candidate of texts) if (textWords.slice(i, i + candidate.split(' ').length).join(' ') === candidate) wanted.push(`${at}:${candidate}`);
          at += word.length + 1;
        });
        expect(found).toEqual(wanted.sort());
      }),
    );
  });
});
