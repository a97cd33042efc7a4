/**
 * Dates in Arabic text: the month names of every Arab country, a reader that finds whole dates in them, and the
 * Hijri calendar both ways. Pure; the Hijri side is the platform's own `islamic-umalqura` calendar.
 */

/** The families of month names in use in the Arab press. */
export const NAMINGS = ['maghreb', 'morocco', 'mashreq', 'gulf', 'mauritania'] as const;
export type MonthNaming = (typeof NAMINGS)[number];

/** The twelve Gregorian months as each naming writes them, January first. */
export const MONTH_NAMES: Readonly<Record<MonthNaming, readonly string[]>> = {
  maghreb: ['جانفي', 'فيفري', 'مارس', 'أفريل', 'ماي', 'جوان', 'جويلية', 'أوت', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'],
  morocco: ['يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو', 'يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر'],
  mashreq: ['كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول', 'تشرين الأول', 'تشرين الثاني', 'كانون الأول'],
  gulf: ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'],
  mauritania: ['يناير', 'فبراير', 'مارس', 'إبريل', 'مايو', 'يونيو', 'يوليو', 'أغشت', 'شتمبر', 'أكتوبر', 'نوفمبر', 'دجمبر'],
};

/** The twelve Hijri months, Muharram first. */
export const HIJRI_MONTHS: readonly string[] = [
  'محرم',
  'صفر',
  'ربيع الأول',
  'ربيع الآخر',
  'جمادى الأولى',
  'جمادى الآخرة',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعدة',
  'ذو الحجة',
];

/** Spellings met in print that no naming above lists, by month number. */
const OTHER_SPELLINGS: readonly (readonly [number, string])[] = [
  [1, 'كانون ثاني'],
  [2, 'فبرائر'],
  [6, 'يونيه'],
  [7, 'يوليه'],
  [10, 'تشرين أول'],
  [11, 'تشرين ثاني'],
  [11, 'نوفنبر'],
  [12, 'كانون أول'],
  [12, 'دسمبر'],
];

const OTHER_HIJRI: readonly (readonly [number, string])[] = [
  [1, 'المحرم'],
  [1, 'محرم الحرام'],
  [3, 'ربيع أول'],
  [4, 'ربيع الثاني'],
  [4, 'ربيع ثاني'],
  [5, 'جمادى الأول'],
  [6, 'جمادى الثانية'],
  [6, 'جمادى الآخر'],
  [9, 'رمضان المبارك'],
  [11, 'ذي القعدة'],
  [11, 'ذوالقعدة'],
  [12, 'ذي الحجة'],
  [12, 'ذوالحجة'],
];

/** How a country's press names the months; the names most widely understood where the country is not known. */
export function monthNaming(country: string | null): MonthNaming {
  switch (country?.toUpperCase()) {
    case 'DZ':
    case 'TN':
      return 'maghreb';
    case 'MA':
    case 'EH':
      return 'morocco';
    case 'SY':
    case 'LB':
    case 'JO':
    case 'PS':
    case 'IQ':
      return 'mashreq';
    case 'MR':
      return 'mauritania';
    default:
      return 'gulf';
  }
}

/** A date of the Hijri calendar, month 1 to 12. */
export interface HijriDate {
  year: number;
  month: number;
  day: number;
}

let umalqura: Intl.DateTimeFormat | undefined;

function hijriOfTime(time: number): HijriDate {
  // Made once: a formatter costs more than all the dates of an article.
  umalqura ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const found: HijriDate = { year: 0, month: 0, day: 0 };
  for (const { type, value } of umalqura.formatToParts(time)) {
    if (type === 'year' || type === 'month' || type === 'day') found[type] = Number(value);
  }
  return found;
}

/** The Hijri date of a day YYYY-MM-DD; null for what is no day. */
export function toHijri(iso: string): HijriDate | null {
  const time = isoTime(iso);
  return time === null ? null : hijriOfTime(time);
}

const DAY_MS = 86_400_000;
/** 1 Muharram of year 1 in the civil reckoning: where the search for a Hijri date begins. */
const HIJRI_EPOCH = Date.UTC(622, 6, 19);

/** The day YYYY-MM-DD of a Hijri date; null where the calendar has no such day. */
export function fromHijri({ year, month, day }: HijriDate): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 30 || year < 1 || year > 1600) return null;
  const guess = HIJRI_EPOCH + Math.round((year - 1) * 354.36667 + (month - 1) * 29.53 + day - 1) * DAY_MS;
  // The mean month drifts from the observed table by a few days at most.
  for (let away = 0; away <= 5; away++) {
    for (const time of away === 0 ? [guess] : [guess - away * DAY_MS, guess + away * DAY_MS]) {
      const there = hijriOfTime(time);
      if (there.day === day && there.month === month && there.year === year) return new Date(time).toISOString().slice(0, 10);
    }
  }
  return null;
}

function isoTime(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? time : null;
}

/** The day of a year, month and day number; null where the calendar has no such day. */
function isoDay(year: number, month: number, day: number): string | null {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isoTime(iso) === null ? null : iso;
}

/** A date in Arabic words, at whatever precision it has (YYYY, YYYY-MM, YYYY-MM-DD): «30 أكتوبر 2023». */
export function formatArabicDate(date: string, naming: MonthNaming): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = month ? MONTH_NAMES[naming][month - 1] : undefined;
  return [day || undefined, name, year].filter((part) => part !== undefined).join(' ');
}

/** A day in Hijri words, «10 محرم 1445هـ»; an empty string for what is no day. */
export function formatHijriDate(iso: string): string {
  const hijri = toHijri(iso);
  return hijri ? `${hijri.day} ${HIJRI_MONTHS[hijri.month - 1]} ${hijri.year}هـ` : '';
}

/** A date found in text; offsets are UTF-16 units of the text as given. */
export interface FoundDate {
  start: number;
  end: number;
  calendar: 'gregorian' | 'hijri';
  /** The numbers as written, in their own calendar; `year` is null where the text names none. */
  year: number | null;
  month: number;
  day: number;
  /** The Gregorian day; null without a year. */
  iso: string | null;
}

/** Letters of one look reduced to one, digits to ASCII; `from[i]` is where folded unit `i` began in the source. */
function fold(text: string): { folded: string; from: number[] } {
  let folded = '';
  const from: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isInvisible(code)) continue;
    const whole = code >= 0xfb50 && code <= 0xfefc ? text[i].normalize('NFKC') : text[i];
    for (const letter of whole) {
      if (isInvisible(letter.charCodeAt(0))) continue;
      folded += SAME_LETTER[letter] ?? letter;
      from.push(i);
    }
  }
  return { folded, from };
}

/** Marks, tatweel and direction controls stand inside words and belong to none. */
function isInvisible(code: number): boolean {
  return (
    code === 0x0640 ||
    (code >= 0x064b && code <= 0x065f) ||
    code === 0x0670 ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0xfeff
  );
}

const SAME_LETTER: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  '\u00a0': ' ',
  '\u202f': ' ',
};
for (let digit = 0; digit < 10; digit++) {
  SAME_LETTER[String.fromCharCode(0x0660 + digit)] = String(digit);
  SAME_LETTER[String.fromCharCode(0x06f0 + digit)] = String(digit);
}

const foldWord = (word: string): string => fold(word).folded;

const MONTHS = new Map<string, number>();
for (const naming of NAMINGS) MONTH_NAMES[naming].forEach((name, index) => MONTHS.set(foldWord(name), index + 1));
for (const [month, name] of OTHER_SPELLINGS) MONTHS.set(foldWord(name), month);
const HIJRI = new Map<string, number>();
HIJRI_MONTHS.forEach((name, index) => HIJRI.set(foldWord(name), index + 1));
for (const [month, name] of OTHER_HIJRI) HIJRI.set(foldWord(name), month);

/** «الفاتح من نوفمبر», «الخامس والعشرين من يناير»: days in words, 1 to 31. */
const ORDINALS = new Map<string, number>([
  ['الفاتح', 1],
  ['غره', 1],
]);
const UNITS = ['الاول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع'];
UNITS.forEach((unit, index) => {
  const ten = unit === 'الاول' ? 'الحادي' : unit;
  ORDINALS.set(unit, index + 1);
  ORDINALS.set(`${ten} عشر`, index + 11);
  for (const ending of ['ون', 'ين']) ORDINALS.set(`${ten} والعشر${ending}`, index + 21);
});
ORDINALS.set('العاشر', 10);
for (const ending of ['ون', 'ين']) {
  ORDINALS.set(`العشر${ending}`, 20);
  ORDINALS.set(`الثلاث${ending}`, 30);
  ORDINALS.set(`الحادي والثلاث${ending}`, 31);
}

/** Longest first, so that «ماي» never wins inside «مايو»; spaces of any width. */
const anyOf = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(' ', '\\s+'))
    .join('|');

const monthWords = anyOf([...MONTHS.keys(), ...HIJRI.keys()]);
const ENDS = '(?![\\p{L}\\p{N}])';
// A year may be said («من عام 2025») and may carry its calendar («1445هـ», «2025م»).
const YEAR = `(?<YEAR>\\d{4})(?!\\d)(?:\\s*(?<ERA>ه(?:جري(?:ه|ا)?)?|م(?:يلادي(?:ه|ا)?)?)${ENDS})?`;
const YEAR_AFTER = `\\s*[,،]?\\s*(?:من\\s+)?(?:(?:ال)?(?:عام|سنه)\\s+)?${YEAR}`;
const named = (pattern: string, mark: string): string => pattern.replace(/\(\?<(\w+)>/g, `(?<$1${mark}>`);

const DATES = new RegExp(
  [
    // 22 يناير/كانون الثاني 2025; 22 يناير (كانون الثاني) 2025; الفاتح من نوفمبر 1954
    `(?:(?<![\\d.,/])(?<day1>\\d{1,2})|(?<!\\p{L})(?<ordinal1>${anyOf(ORDINALS.keys())})(?=\\s))\\s*(?:من\\s+)?(?:شهر\\s+)?(?<month1>${monthWords})${ENDS}` +
      `(?:\\s*[/\\-–(]\\s*(?<twin1>${monthWords})${ENDS}\\s*\\)?)?(?:${named(YEAR_AFTER, '1')})?`,
    // مارس 9, 2025
    `(?<!\\p{L})(?<month2>${monthWords})${ENDS}\\s*(?<day2>\\d{1,2})(?!\\d)\\s*[,،]?\\s*${named(YEAR, '2')}`,
    // 2025-03-09, 1446/09/10هـ
    `(?<![\\d/.\\-])(?<YEAR3>\\d{4})(?<gap3>[/.\\-])(?<number3>\\d{1,2})\\k<gap3>(?<day3>\\d{1,2})(?!\\d)`,
    // 09/03/2025
    `(?<![\\d/.\\-])(?<day4>\\d{1,2})(?<gap4>\\s?[/.\\-]\\s?)(?<number4>\\d{1,2})\\k<gap4>(?<YEAR4>\\d{4})(?!\\d)`,
  ].join('|'),
  'gu',
);

/** Every date in `text`, in its order, in any naming, digits or calendar; what no calendar has is passed over. */
export function findDates(text: string): FoundDate[] {
  const { folded, from } = fold(text);
  const found: FoundDate[] = [];
  for (const match of folded.matchAll(DATES)) {
    const date = readMatch(match.groups ?? {});
    if (!date) continue;
    const start = match.index;
    const last = start + match[0].trimEnd().length - 1;
    found.push({ start: from[start], end: from[last] + 1, ...date });
  }
  return found;
}

type Groups = Record<string, string | undefined>;

function readMatch(groups: Groups): Omit<FoundDate, 'start' | 'end'> | null {
  const number = (name: string): number | null => (groups[name] === undefined ? null : Number(groups[name]));
  const year = number('YEAR1') ?? number('YEAR2') ?? number('YEAR3') ?? number('YEAR4');
  const word = (groups.month1 ?? groups.month2)?.replace(/\s+/g, ' ');
  const written = number('day1') ?? number('day2') ?? number('day3') ?? number('day4');
  const day = written ?? ORDINALS.get(groups.ordinal1?.replace(/\s+/g, ' ') ?? '') ?? 0;

  if (word !== undefined) {
    const hijri = HIJRI.get(word);
    if (hijri !== undefined) return hijriDate(year, hijri, day);
    const month = MONTHS.get(word) ?? 0;
    const twin = groups.twin1?.replace(/\s+/g, ' ');
    // Two names of one month, or no date at all.
    if (twin !== undefined && MONTHS.get(twin) !== month) return null;
    return gregorianDate(year, month, day);
  }
  if (year === null) return null;
  const month = number('number3') ?? number('number4') ?? 0;
  if (year >= 1300 && year < 1600) return hijriDate(year, month, day);
  // Arab papers write the day first; a "month" over 12 shows the other order.
  if (month > 12 && day <= 12 && groups.day4 !== undefined) return gregorianDate(year, day, month);
  return gregorianDate(year, month, day);
}

function gregorianDate(year: number | null, month: number, day: number): Omit<FoundDate, 'start' | 'end'> | null {
  if (year !== null && (year < 1700 || year > 2200)) return null;
  // Without a year, any day the month can have: 2024 is a leap year.
  const iso = isoDay(year ?? 2024, month, day);
  return iso === null ? null : { calendar: 'gregorian', year, month, day, iso: year === null ? null : iso };
}

function hijriDate(year: number | null, month: number, day: number): Omit<FoundDate, 'start' | 'end'> | null {
  if (month < 1 || month > 12 || day < 1 || day > 30) return null;
  if (year === null) return { calendar: 'hijri', year, month, day, iso: null };
  if (year < 1200 || year >= 1600) return null;
  // Papers that sight the moon may write a 30th the table lacks: it is the day after the 29th.
  const iso = fromHijri({ year, month, day }) ?? (day === 30 ? nextDay(fromHijri({ year, month, day: 29 })) : null);
  return iso === null ? null : { calendar: 'hijri', year, month, day, iso };
}

function nextDay(iso: string | null): string | null {
  const time = iso === null ? null : isoTime(iso);
  return time === null ? null : new Date(time + DAY_MS).toISOString().slice(0, 10);
}
