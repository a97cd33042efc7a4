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
    const names = [...pack.index.names()];
    expect(names).toHaveLength(pack.index.count);
    for (const name of names.filter((_, i) => i % 7 === 0)) {
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
    for (const part of [pack.index.forms, pack.index.buckets, pack.index.filter, pack.index.beginnings]) expect(part.buffer).toBe(file.buffer);
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
    expect(refusal(altered(8, () => 3))).toBe('checksum');
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
  it('holds names written alike in one form, however many, and gives each of them', () => {
    const index = build(Array.from({ length: 600 }, (_, target) => ({ text: 'وزارة العدل', type: 'organization-generic', target })));
    expect(index.count).toBe(600);
    expect(index.forms.length).toBeLessThan(600 * 4 + 3 * 20);
    const hits = scan(index, 'أعلنت وزارة العدل', new Tokens());
    expect(hits.map((hit) => index.target(hit.name))).toEqual(Array.from({ length: 600 }, (_, target) => target));
    for (const hit of hits) expect(index.textOf(hit.name)).toBe('وزارة العدل');
  });
  it('tells whether its buckets and names are in order', () => {
    const sections = buildIndex(['علي', 'سعيد', 'عبد المجيد تبون'].map((text, target) => ({ text, type: 'person', target })));
    expect(new NameIndex(sections).isWhole()).toBe(true);
    const forms = sections.forms.slice();
    forms[3]!++;
    expect(new NameIndex({ ...sections, forms }).isWhole()).toBe(false);
  });
  it('keeps a final ى from a ي in a short word, and not in a longer one', () => {
    const index = build(['علي', 'مصطفى', 'هدى'].map((text, target) => ({ text, type: 'person', target })));
    const found = (text: string) => scan(index, text, new Tokens()).map((hit) => text.slice(hit.start, hit.end));
    expect(found('على ذلك وعلى هذا وهدي')).toEqual([]);
    expect(found('علي وعلي مصطفي وبمصطفى وهدى')).toEqual(['علي', 'علي', 'مصطفي', 'مصطفى', 'هدى']);
  });
  it('finds a name in words of any length and at any place, marked or not', () => {
    const index = build([{ text: 'بري', type: 'person', target: 1 }, { text: `${'م'.repeat(70)} بري`, type: 'person', target: 2 }]);
    const odd = fc.constantFrom('و', 'م'.repeat(31), 'م'.repeat(32), 'م'.repeat(33), 'م'.repeat(70), 'طَبَري', '\ufefbم', '،', '-', 'x');
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 6 }), fc.array(odd, { maxLength: 6 }), fc.constantFrom('', 'و', 'ل', 'ب', 'ول'), fc.constantFrom('', '\u064e', '\u0640'), (before, behind, clitic, mark) => {
        const lead = [...before, '',].join(' ');
        const text = `${lead}${clitic}ب${mark}ري ${behind.join(' ')}`;
        const start = lead.length + clitic.length;
        const hits = scan(index, text, new Tokens()).filter((hit) => index.target(hit.name) === 1);
        expect(hits.map((hit) => [hit.start, hit.end, hit.clitics])).toEqual([[start, start + 3 + mark.length, clitic.length]]);
      }),
    );
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
