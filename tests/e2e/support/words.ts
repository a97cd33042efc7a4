import { readFileSync } from 'node:fs';
import { projectFile } from './build';

type Language = 'ar' | 'en' | 'fr';
const catalogue = (language: Language): Record<string, { message: string }> =>
  JSON.parse(readFileSync(projectFile(`public/_locales/${language}/messages.json`), 'utf8')) as Record<string, { message: string }>;
const catalogues = { ar: catalogue('ar'), en: catalogue('en'), fr: catalogue('fr') };

/**
 * A string of the interface as the reader sees it, `$1` filled in.
 * @throws where the catalogue has no such key
 */
export function words(key: string, first = '', language: Language = 'ar'): string {
  const found = catalogues[language][key];
  if (!found) throw new Error(`${key}: no such string in the catalogue of ${language}`);
  return found.message.replace('$1', first);
}
