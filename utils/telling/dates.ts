import { formatArabicDate, formatHijriDate, monthNaming, type MonthNaming } from '../arabic/calendars';
import { isDay } from '../dataset/dates';
import type { Settings } from '../browser/settings';
import type { Language, Translate } from '../browser/i18n';

/** What decides how a date is written. */
export interface DateStyle {
  language: Language;
  /** Naming of the months in Arabic. */
  naming: MonthNaming;
  /** Digits of the outlet's country, in Arabic. */
  numerals: 'latn' | 'arab';
  /** Whole days have their Hijri date beside them. */
  hijri: boolean;
}

/**
 * Countries whose press prints Arabic-Indic digits, as far as the Unicode locale data agrees. The data gives them to
 * the Levant and Mauritania too, whose news sites write 1 2 3.
 */
const ARAB_DIGITS = new Set(['EG', 'SD', 'SA', 'KW', 'QA', 'BH', 'OM', 'YE']);

/** How dates are written for a reader of an outlet of this country (null: not known). */
export function dateStyle(language: Language, months: Settings['months'], hijri: boolean, country: string | null): DateStyle {
  const naming = months === 'outlet' ? monthNaming(country) : months;
  const western = naming === 'maghreb' || naming === 'morocco' || naming === 'mauritania';
  const numerals = !western && country !== null && ARAB_DIGITS.has(country) ? 'arab' : 'latn';
  return { language, naming, numerals, hijri };
}

/** A date as precise as it is given: «30 أكتوبر 2023», "October 2023", "1962". */
export function tellDate(date: string, style: DateStyle): string {
  const told = tellGregorian(date, style);
  if (!style.hijri || !isDay(date)) return told;
  const hijri = tellHijri(date, style);
  return hijri ? `${told} (${hijri})` : told;
}

/**
 * «منذ 30 أكتوبر 2023», "since 2023", « depuis le 30 octobre 2023 ».
 * @param by the date is only the latest possible beginning: "in office by 2023"
 */
export function tellSince(date: string, style: DateStyle, t: Translate, by = false): string {
  return t(`${by ? 'by' : 'since'}_${precision(date)}`, tellDate(date, style));
}

/** For what begins only after the article: «لاحقا، بدءا من 5 جوان 2025». */
export function tellLater(date: string, style: DateStyle, t: Translate, by = false): string {
  if (by) return t('later_by', tellSince(date, style, t, by));
  return elided(t(`later_${precision(date)}`, tellDate(date, style)), style);
}

/** On a day, in a month or a year: «في 15 أوت 2025». */
export function tellOn(date: string, style: DateStyle, t: Translate): string {
  return t(`on_${precision(date)}`, tellDate(date, style));
}

/** From one date to another; without an end, since the first. */
export function tellPeriod(start: string, end: string | null, style: DateStyle, t: Translate, by = false): string {
  if (end === null) return tellSince(start, style, t, by);
  if (start === end && !by) return tellOn(start, style, t);
  const from = t(`from_${precision(start)}`, tellDate(start, style));
  const told = t('from_to', [by ? t('from_by', from) : from, t(`to_${precision(end)}`, tellDate(end, style))]);
  return elided(told, style);
}

/** « de août » reads « d’août ». */
function elided(text: string, { language }: DateStyle): string {
  return language === 'fr' ? text.replace(/\bde (?=[aeiouâéè])/gi, 'd’') : text;
}

function precision(date: string): 'year' | 'month' | 'day' {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

function tellGregorian(date: string, style: DateStyle): string {
  if (style.language === 'ar') return inDigits(formatArabicDate(date, style.naming), style);
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (date.length > 4) options.month = 'long';
  if (date.length > 7) options.day = 'numeric';
  const told = formatter(style.language === 'en' ? 'en-GB' : 'fr', options).format(Date.UTC(year!, month - 1, day));
  // The first of a month is an ordinal in French.
  return style.language === 'fr' ? told.replace(/^1 /, '1er ') : told;
}

function tellHijri(day: string, style: DateStyle): string {
  if (style.language === 'ar') return inDigits(formatHijriDate(day), style);
  const locale = `${style.language}-u-ca-islamic-umalqura`;
  const parts = formatter(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).formatToParts(Date.parse(`${day}T00:00:00Z`));
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('day')} ${part('month')} ${part('year')} ${style.language === 'en' ? 'AH' : 'H'}`;
}

function inDigits(text: string, style: DateStyle): string {
  if (style.numerals === 'latn') return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making one costs more than a card's worth of dates. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let made = formatters.get(key);
  if (!made) formatters.set(key, (made = new Intl.DateTimeFormat(locale, options)));
  return made;
}
