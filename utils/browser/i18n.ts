import browser from 'webextension-polyfill';
import { extensionUrl } from './extension';
import type { Settings } from './settings';

/** The languages of the interface, the default first. */
export const LANGUAGES = ['ar', 'en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Strings by key. */
export type Catalogue = Readonly<Record<string, string>>;

/**
 * A string by its key, `$1` to `$9` filled in. With `count`, the form the language's plural rules ask for
 * (`key_one`, `key_few`...), and the count as `$1` where nothing else is given.
 */
export type Translate = (key: string, subs?: string | number | readonly (string | number)[], count?: number) => string;

/** The language that a setting means: `auto` is the browser's where we speak it, else Arabic. */
export function languageOf(setting: Settings['language'], browserLanguage?: string): Language {
  if (setting !== 'auto') return setting;
  const base = (browserLanguage ?? browser.i18n.getUILanguage()).toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === base) ?? 'ar';
}

/** Right to left for Arabic. */
export function directionOf(language: Language): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

const loaded = new Map<Language, Promise<Catalogue>>();

/**
 * The strings of a language, read once from the files that the browser itself reads for the manifest. (The
 * browser's own `i18n.getMessage` speaks its language only, and the reader may choose another.) Content scripts
 * cannot read them; they send `labels`.
 */
export function loadCatalogue(language: Language): Promise<Catalogue> {
  let catalogue = loaded.get(language);
  if (!catalogue) {
    catalogue = fetch(extensionUrl(`/_locales/${language}/messages.json`)).then(async (response) => parseCatalogue(await response.json()));
    catalogue.catch(() => loaded.delete(language));
    loaded.set(language, catalogue);
  }
  return catalogue;
}

/** A file of WebExtension messages as plain strings. */
export function parseCatalogue(file: Record<string, { message: string }>): Catalogue {
  return Object.fromEntries(Object.entries(file).map(([key, { message }]) => [key, message]));
}

/** The function that finds strings in a catalogue. A key without a string gives the key: seen at once, breaking nothing. */
export function translator(language: Language, catalogue: Catalogue): Translate {
  const plural = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : language);
  return (key, subs, count) => {
    const text = count === undefined ? catalogue[key] : (catalogue[`${key}_${plural.select(count)}`] ?? catalogue[`${key}_other`]);
    const values = subs === undefined ? (count === undefined ? [] : [count]) : Array.isArray(subs) ? subs : [subs];
    return (text ?? key).replace(/\$([1-9])/g, (_, place: string) => {
      const value = values[Number(place) - 1] as string | number | undefined;
      return typeof value === 'number' ? numbers.format(value) : (value ?? '');
    });
  };
}

/** The strings whose keys begin so: what `labels` sends to a content script. */
export function labelsOf(catalogue: Catalogue, prefix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(catalogue).filter(([key]) => key.startsWith(prefix)));
}
