import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Readings, stripClitics } from '../../utils/arabic/clitics';
import { fold } from '../../utils/arabic/letters';
import { Tokens, tokenize, wordHash } from '../../utils/arabic/tokens';

const words = (text: string) => {
  const tokens = tokenize(text, new Tokens());
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start(i), tokens.end(i)));
};
/** Letters of Arabic words with marks and controls among them. */
const arabic = fc.string({ unit: fc.constantFrom(...'ابتجحدرسعفقكلمنهويةىأإآؤئء', '\u064E', '\u0651', '\u0640', '\u0654', '\u200F'), minLength: 1, maxLength: 14 });

describe('words of a text', () => {
  it('end where a letter, mark or tatweel ends, not at them', () => expect(words('قال الطَّبريّ: «نعم»')).toEqual(['قال', 'الطَّبريّ', 'نعم']));
  it('leave trailing bidi controls out', () => expect(words('تبون\u200F.')).toEqual(['تبون']));
  it('are joined by white space and parted by signs', () => {
    const tokens = tokenize('ميشال… عون الأسرة', new Tokens());
    expect([0, 1, 2].map((i) => tokens.joined(i))).toEqual([false, false, true]);
  });
  it('select the very letters they were read from, in any text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(arabic, fc.string()), { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        const tokens = tokenize(text, new Tokens(8));
        for (let i = 0; i < tokens.count; i++) {
          expect(tokens.start(i)).toBeLessThan(tokens.end(i));
          if (i > 0) expect(tokens.start(i)).toBeGreaterThanOrEqual(tokens.end(i - 1));
        }
        const found = Array.from({ length: tokens.count }, (_, i) => fold(text.slice(tokens.start(i), tokens.end(i))));
        expect(found.filter(Boolean).join(' ')).toBe(fold(text));
      }),
    );
  });
  it('are read the same whatever stands before them, and however long they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ابم \u064e\u0640،'), maxLength: 9 }), fc.integer({ min: 1, max: 140 }), (before, letters) => {
        const word = 'م'.repeat(letters - 1) + 'ن';
        const text = `${before} ${word}`;
        const tokens = tokenize(text, new Tokens(2));
        const last = tokens.count - 1;
        expect([tokens.start(last), tokens.end(last), tokens.letters(last), tokens.hash(last)]).toEqual([before.length + 1, text.length, letters, wordHash(word)]);
      }),
    );
  });
  it('are refused where places cannot tell them', () => {
    expect(() => tokenize('م'.repeat(2 ** 26), new Tokens())).toThrow(RangeError);
  });
  it('have the hash of their folded letters, however they are marked', () => {
    fc.assert(
      fc.property(arabic, (word) => {
        const tokens = tokenize(word, new Tokens());
        fc.pre(tokens.count === 1);
        const plain = tokenize(fold(word), new Tokens());
        expect(tokens.hash(0)).toBe(plain.hash(0));
      }),
    );
  });
});

describe('clitics', () => {
  const readings = (word: string) => {
    const found = stripClitics(word, tokenize(word, new Tokens()), 0, new Readings());
    return Array.from({ length: found.count }, (_, i) => ({ hash: found.hash[i]!, clitics: found.clitics[i]! }));
  };
  const reads = (word: string, rest: string) => readings(word).some((r) => r.hash === wordHash(rest));

  it('come off alone and in chains', () => {
    expect(reads('وبوقادوم', 'بوقادوم')).toBe(true);
    expect(reads('ولبراون', 'براون')).toBe(true);
    expect(reads('بالجيش', 'الجيش')).toBe(true);
    expect(reads('فبالوزارة', 'الوزارة')).toBe(true);
  });
  it('لل is the article behind ل, or ل before a name that begins with ل', () => {
    expect(reads('للجيش', 'الجيش')).toBe(true);
    expect(reads('للعمامرة', 'لعمامرة')).toBe(true);
    expect(reads('وللجيش', 'الجيش')).toBe(true);
  });
  it('are not taken from words that do not begin with one', () => expect(readings('الطبري')).toEqual([]));
  it('leave a final ى to be told from ي by whoever compares the letters', () => {
    expect(reads('ليحيى', 'يحيي')).toBe(true);
    expect(reads('بعلى', 'على')).toBe(true);
  });
  it('are not taken from words of one or two letters', () => {
    for (const word of ['و', 'ب', 'لك', 'به', 'لل']) expect(readings(word)).toEqual([]);
  });
  it('come off words with marks and ligatures in them', () => {
    expect(reads('وَبوقادوم', 'بوقادوم')).toBe(true);
    expect(reads('\ufefbحمد', 'احمد')).toBe(true);
    expect(reads('و\u0654بوقادوم', 'بوقادوم')).toBe(false);
  });
  it('give the hash that the remaining word has by itself, for any word', () => {
    fc.assert(
      fc.property(fc.constantFrom('و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'فب'), fc.string({ unit: fc.constantFrom(...'ادرسعمنهيةىأ'), minLength: 3, maxLength: 12 }), (clitic, rest) => {
        const plain = tokenize(rest, new Tokens());
        const wanted = plain.hash(0);
        expect(readings(clitic + rest).some((r) => r.hash === wanted && r.clitics === clitic.length)).toBe(true);
      }),
    );
  });
});
