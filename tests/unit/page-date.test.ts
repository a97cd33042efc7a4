import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInAddress, readWrittenDate } from '../../utils/page/article-date';
import { isArabicText } from '../../utils/page/language';
import { parseLoosely } from '../../utils/page/structured-data';

describe('written dates', () => {
  it.each([
    ['2025-03-09T00:30:00+03:00', '2025-03-09'],
    ['2025-03-09T23:30:00Z', '2025-03-09'],
    ['2025-03-09', '2025-03-09'],
    ['20250309', '2025-03-09'],
    ['2025-03-09 10:00:00', '2025-03-09'],
    ['Sun, 09 Mar 2025 00:30:00 +0300', '2025-03-09'],
    ['March 9, 2025 10:00 am', '2025-03-09'],
    ['Sun Mar 09 2025 10:00:00 GMT+0300', '2025-03-09'],
    ['9 مارس 2025', '2025-03-09'],
    ['10 محرم 1445هـ', '2023-07-28'],
    ['1741478400', '2025-03-09'],
    [1741478400000, '2025-03-09'],
    ['2025-02-30', null],
    ['soon', null],
    ['', null],
    [null, null],
    [{}, null],
  ])('%j is %s', (written, expected) => expect(readWrittenDate(written)).toBe(expected));

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.anything()), (written) => {
        const date = readWrittenDate(written);
        if (date !== null) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
  });
});

describe('dates in addresses', () => {
  it.each([
    ['https://example.org/news/2025/3/9/title', '2025-03-09'],
    ['https://example.org/2025/03/09', '2025-03-09'],
    ['https://example.org/title-2025-03-09.html', '2025-03-09'],
    ['https://example.org/20250309/title', '2025-03-09'],
    ['https://example.org/20250309123456', null],
    ['https://example.org/2025/13/09/x', null],
    ['https://example.org/2025/03/title', null],
    ['https://example.org/id/1234567', null],
    ['no address', null],
  ])('%s', (address, date) => expect(dateInAddress(address)).toBe(date));
});

describe('broken JSON-LD', () => {
  it.each([
    ['<!-- {"datePublished":"2025-03-09"} -->'],
    ['//<![CDATA[\n{"datePublished":"2025-03-09"}\n//]]>'],
    ['{"headline":"سطر\nأول","datePublished":"2025-03-09",}'],
    ['{"datePublished":"2025-03-09"};'],
    ['{"headline":"قال "هذا" ثم مضى","datePublished":"2025-03-09"}'],
  ])('%s', (text) => expect(parseLoosely(text)).toMatchObject({ datePublished: '2025-03-09' }));
  it('gives nothing where there is nothing', () => expect(parseLoosely('{oops')).toBeNull());
});

describe('the language of a page', () => {
  const arabic = [{ text: 'قال الأمين العام إن دعم اللاجئين واجب على الجميع، ودعا الدول إلى الوفاء بتعهداتها' }];
  const persian = [{ text: 'دبیرکل گفت که این کشور می‌تواند به پناهندگان کمک کند و چنین کاری را پیش از این کرده است' }];
  it('is decided by the letters', () => {
    expect(isArabicText('ar', arabic)).toBe(true);
    expect(isArabicText(null, arabic)).toBe(true);
    expect(isArabicText('en', arabic)).toBe(true);
    expect(isArabicText('fa', persian)).toBe(false);
    expect(isArabicText('ar', persian)).toBe(false);
    expect(isArabicText('ar', [])).toBe(false);
    expect(isArabicText('en', [{ text: `${'The word means support in the language of the region '.repeat(5)} دعم` }])).toBe(false);
  });
});
