import type { Names } from '../dataset/facts';
import type { Language } from '../browser/i18n';

/** A name in the reader's language. */
export function tellName(name: Names, language: Language): string {
  return name[language] || name.en || name.ar;
}

/** The name in the other script: Latin for a reader of Arabic, Arabic for the others; null where it is the same. */
export function otherName(name: Names, language: Language): string | null {
  const other = language === 'ar' ? name.en || name.fr : name.ar;
  return other && other !== tellName(name, language) ? other : null;
}

const displayNames = new Map<Language, Intl.DisplayNames>();

/** A country by its code, in the reader's language; the code itself where the platform knows no name. */
export function tellCountry(code: string, language: Language): string {
  let names = displayNames.get(language);
  if (!names) displayNames.set(language, (names = new Intl.DisplayNames([language], { type: 'region' })));
  // The long name of Palestine in the locale data is that of its territories; the short one is the state's.
  if (code === 'PS') return new Intl.DisplayNames([language], { type: 'region', style: 'short' }).of(code) ?? code;
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
