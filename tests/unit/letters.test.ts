import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, lettersOf } from '../../utils/arabic/letters';

const same = (a: string, b: string) => expect(fold(a)).toBe(fold(b));
const differ = (a: string, b: string) => expect(fold(a)).not.toBe(fold(b));

describe('folding makes equal what outlets write for one another', () => {
  it('tashkeel and tatweel', () => same('عبد المَجِيد تبّـــون', 'عبد المجيد تبون'));
  it('hamza on an alef, composed or combining', () => {
    same('أحمد إبراهيم آل ٱلنور', 'احمد ابراهيم ال النور');
    same('ا\u0654حمد', 'أحمد');
    same('ا\u0655براهيم', 'إبراهيم');
    same('ا\u0653دم', 'آدم');
  });
  it('ta marbuta and ha at the end of a word', () => same('وزارة', 'وزاره'));
  it('a final alef maqsura in words of four letters and more', () => same('مصطفى', 'مصطفي'));
  it('Persian letters and digits', () => same('یکشنبه ۱۲', 'يكشنبه ١٢'));
  it('presentation forms, with the two letters of a lam-alef', () => {
    same('\uFEDF\uFEE0\uFE9E\uFEF4\uFEB6', 'للجيش');
    same('\uFEFBزم', 'لازم');
  });
  it('zero-width and bidi controls inside a word', () => same('نتن\u200Cيا\u200Fهو', 'نتنياهو'));
  it('letters for foreign sounds', () => {
    same('ڤيتو پوتين', 'فيتو بوتين');
    same('شنڨريحة', 'شنقريحة');
  });
  it('kinds of white space and hyphens between words', () => same('بن\u00A0غفير', 'بن-غفير'));
});

describe('folding keeps apart what are two words', () => {
  it('على and علي: three letters are too few', () => differ('على', 'علي'));
  it('هادي and هادئ: a hamza on its seat is never dropped', () => differ('هادي', 'هادئ'));
  it('ؤ and و', () => differ('رؤوف', 'رووف'));
  it('a final hamza', () => differ('بناء', 'بنا'));
  it('a combining hamza on waw and ya makes their own letters', () => {
    same('مو\u0654يد', 'مؤيد');
    same('هادي\u0654', 'هادئ');
  });
});

describe('folding a word', () => {
  it('is idempotent, for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void expect(fold(fold(text))).toBe(fold(text))));
  });
  it('gives each letter the offset of its own unit', () => {
    const text = 'السَّعيد';
    const { codes, offsets } = lettersOf(text, 0, text.length);
    expect(codes).toHaveLength(6);
    expect(offsets.map((o) => text[o]).join('')).toBe('السعيد');
  });
  it('gives the first letters of a word as the whole word has them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ابولىيم', '\u064e', '\u0654', '\ufefb'), maxLength: 12 }), fc.nat(6), (word, most) => {
        const whole = lettersOf(word, 0, word.length);
        const first = lettersOf(word, 0, word.length, most);
        // The last letter of a whole word may be a final ى; that of its beginning is none.
        if (whole.codes.length > most) {
          expect(first.codes.length).toBeGreaterThan(most);
          expect(first.codes.slice(0, most)).toEqual(whole.codes.slice(0, most));
          expect(first.offsets.slice(0, most)).toEqual(whole.offsets.slice(0, most));
        } else expect(first).toEqual(whole);
      }),
    );
  });
  it('never gives an offset outside the word, for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { offsets } = lettersOf(text, 0, text.length);
        for (const offset of offsets) expect(offset).toBeLessThan(text.length);
        expect([...offsets].sort((a, b) => a - b)).toEqual(offsets);
      }),
    );
  });
});
