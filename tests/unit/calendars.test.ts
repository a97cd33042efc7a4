import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findDates,
  formatArabicDate,
  formatHijriDate,
  fromHijri,
  HIJRI_MONTHS,
  MONTH_NAMES,
  monthNaming,
  NAMINGS,
  toHijri,
} from '../../utils/arabic/calendars';

const isos = (text: string): (string | null)[] => findDates(text).map((date) => date.iso);
const daysApart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
const anyDay = fc
  .integer({ min: Date.UTC(1950, 0, 1) / 86_400_000, max: Date.UTC(2070, 0, 1) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe('findDates', () => {
  it.each([
    ['الجزائر في 12 جانفي 2025', '2025-01-12'],
    ['12 كانون الثاني 2025', '2025-01-12'],
    ['12 يناير 2025', '2025-01-12'],
    ['نُشر يوم ٢٢ يناير/كانون الثاني ٢٠٢٥م', '2025-01-22'],
    ['22 يناير (كانون الثاني) 2025', '2025-01-22'],
    ['22 كانون الثاني / يناير 2025', '2025-01-22'],
    ['مارس 9, 2025', '2025-03-09'],
    ['مارس 9، 2025', '2025-03-09'],
    ['9 غشت 2024 - الرباط', '2024-08-09'],
    ['الأحد 3 نونبر 2024', '2024-11-03'],
    ['31 دجمبر 2023', '2023-12-31'],
    ['5 أغشت 2023', '2023-08-05'],
    ['5 مايو 2021', '2021-05-05'],
    ['5 ماي 2021', '2021-05-05'],
    ['12 من مارس من عام 2025', '2025-03-12'],
    ['الفاتح من نوفمبر 1954', '1954-11-01'],
    ['الخامس والعشرين من يناير 2011', '2011-01-25'],
    ['الحادي عشر من شهر ديسمبر 1960', '1960-12-11'],
    ['09/03/2025', '2025-03-09'],
    ['٠٩/٠٣/٢٠٢٥ 10:45', '2025-03-09'],
    ['03/25/2025', '2025-03-25'],
    ['2025-03-09', '2025-03-09'],
    ['2025/3/9', '2025-03-09'],
    ['9.3.2025', '2025-03-09'],
    ['۹ مارس ۲۰۲۵', '2025-03-09'],
    ['9\u00a0مــارِس\u200f 2025', '2025-03-09'],
    ['1 تشرين الأوّل 2022', '2022-10-01'],
    ['و12 أفريل 2019', '2019-04-12'],
  ])('%s is %s', (text, iso) => expect(isos(text)).toEqual([iso]));

  it('reads Hijri dates to within a day', () => {
    for (const text of ['10 محرم 1445هـ', '10 محرّم 1445 هـ', '١٠ محرم ١٤٤٥ هجرية', '10 محرم 1445', '10/1/1445هـ', '1445/01/10 هـ']) {
      const [date] = findDates(text);
      expect(date.calendar).toBe('hijri');
      expect(daysApart(date.iso!, '2023-07-28')).toBeLessThanOrEqual(1);
    }
  });

  it('reads both dates of a double dateline', () => {
    const found = findDates('الجمعة 10 محرم 1445هـ الموافق 28 يوليو 2023م');
    expect(found.map((date) => date.calendar)).toEqual(['hijri', 'gregorian']);
    expect(found[1].iso).toBe('2023-07-28');
  });

  it('gives day and month where no year is named', () => {
    for (const text of ['12 جانفي', '12 كانون الثاني', '12 يناير', '١٢ ينايـر']) {
      expect(findDates(text)).toMatchObject([{ day: 12, month: 1, year: null, iso: null, calendar: 'gregorian' }]);
    }
  });

  it.each([
    '32 يناير 2025',
    '30 فبراير 2025',
    '12 يناير/شباط 2025',
    '12/13/99',
    '99/99/2025',
    'في أوت كانت الأسعار 25 دينارا',
    '192.168.10.2025',
    'مايوركا 12 2025',
    '5 ماية',
    'الثاني',
    '',
  ])('finds nothing in «%s»', (text) => expect(isos(text)).toEqual([]));

  it('says where a date stands, marks and tatweel included', () => {
    const text = 'كتب في 9 مـارسَ 2025، ثم سافر';
    const [date] = findDates(text);
    expect(text.slice(date.start, date.end)).toBe('9 مـارسَ 2025');
  });

  it('finds every day in every naming, in both digit sets', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...NAMINGS), fc.boolean(), (iso, naming, arabicDigits) => {
        const written = formatArabicDate(iso, naming);
        const text = arabicDigits ? written.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit))) : written;
        const [date, ...rest] = findDates(`قال في ${text} إن`);
        expect(rest).toEqual([]);
        expect(date).toMatchObject({ iso, start: 7, end: 7 + text.length });
      }),
    );
  });

  it('never throws, and stays inside the text', () => {
    const parts = fc.constantFrom(
      '12',
      '٣',
      ' ',
      '/',
      '-',
      '2025',
      '1445',
      'هـ',
      'مارس',
      'كانون',
      'الثاني',
      'رمضان',
      'َ',
      'ـ',
      '\u200f',
      'ﻻ',
      'و',
      '،',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const date of findDates(text)) {
          expect(date.start).toBeGreaterThanOrEqual(last);
          expect(date.end).toBeGreaterThan(date.start);
          expect(date.end).toBeLessThanOrEqual(text.length);
          last = date.end;
        }
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    const text = 'الثاني الثاني 1 1 1 مارس مارس كانون الثاني / '.repeat(4000);
    const began = performance.now();
    findDates(text);
    expect(performance.now() - began).toBeLessThan(1500);
  });
});

describe('the Hijri calendar', () => {
  it('goes there and back', () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        expect(fromHijri(toHijri(iso)!)).toBe(iso);
      }),
    );
  });
  it('knows some days of record', () => {
    expect(toHijri('2023-07-28')).toEqual({ year: 1445, month: 1, day: 10 });
    expect(fromHijri({ year: 1446, month: 9, day: 1 })).toBe('2025-03-01');
    expect(formatHijriDate('2023-07-28')).toBe('10 محرم 1445هـ');
  });
  it('refuses what is no day', () => {
    expect(toHijri('2023-02-30')).toBeNull();
    expect(toHijri('2023')).toBeNull();
    expect(fromHijri({ year: 1445, month: 13, day: 1 })).toBeNull();
    expect(fromHijri({ year: 1445, month: 1, day: 31 })).toBeNull();
    expect(formatHijriDate('gestern')).toBe('');
  });
  it('reads each of its own month names', () => {
    HIJRI_MONTHS.forEach((name, index) => {
      expect(findDates(`12 ${name} 1445هـ`)).toMatchObject([{ calendar: 'hijri', month: index + 1, day: 12, year: 1445 }]);
    });
  });
});

describe('names', () => {
  it('has twelve in each naming', () => {
    for (const naming of NAMINGS) expect(new Set(MONTH_NAMES[naming]).size).toBe(12);
  });
  it('follows the country', () => {
    expect(['DZ', 'TN', 'MA', 'LY', 'EG', 'SD', 'SA', 'MR', 'SY', 'IQ', null].map((country) => monthNaming(country))).toEqual([
      'maghreb',
      'maghreb',
      'morocco',
      'gulf',
      'gulf',
      'gulf',
      'gulf',
      'mauritania',
      'mashreq',
      'mashreq',
      'gulf',
    ]);
  });
  it('writes dates of any precision', () => {
    expect(formatArabicDate('2023-10-30', 'gulf')).toBe('30 أكتوبر 2023');
    expect(formatArabicDate('2023-01', 'mashreq')).toBe('كانون الثاني 2023');
    expect(formatArabicDate('2023', 'maghreb')).toBe('2023');
  });
});
