import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { directionOf, labelsOf, LANGUAGES, languageOf, parseCatalogue, translator, type Language } from '../../utils/browser/i18n';
import { EVIDENCE_CODES } from '../../utils/matching/types';
import { CLASSIFICATIONS } from '../../utils/dataset/schema';
import { COMMANDS } from '../../utils/browser/commands';

const file = (language: Language) => JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as Record<string, { message: string }>;
const keys = (language: Language) => Object.keys(file(language));
const PLURAL = /_(zero|one|two|few|many|other)$/;
/** Keys told by a number: those that have an `_other`. */
const counted = new Set(keys('ar').filter((key) => key.endsWith('_other') && keys('ar').includes(key.replace(/_other$/, '_few'))).map((key) => key.replace(/_other$/, '')));
const plain = (key: string) => !(PLURAL.test(key) && counted.has(key.replace(PLURAL, '')));
const places = (text: string) => [...new Set(text.match(/\$[1-9]/g) ?? [])].sort();

describe('the catalogues', () => {
  it('are sorted, filled in and of the form browsers read', () => {
    for (const language of LANGUAGES) {
      const read = file(language);
      expect(Object.keys(read)).toEqual([...Object.keys(read)].sort());
      for (const [key, entry] of Object.entries(read)) {
        expect(key).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(Object.keys(entry)).toEqual(['message']);
        expect(entry.message, key).not.toBe('');
        expect(entry.message, key).toBe(entry.message.trim());
      }
    }
  });

  it('say the same things in every language, with the same places to fill', () => {
    const arabic = file('ar');
    for (const language of LANGUAGES) {
      expect(keys(language).filter(plain)).toEqual(keys('ar').filter(plain));
      for (const key of keys(language).filter(plain)) expect(places(file(language)[key]!.message), `${language} ${key}`).toEqual(places(arabic[key]!.message));
    }
  });

  it('have every plural form their language asks for', () => {
    expect(counted.size).toBeGreaterThan(2);
    for (const language of LANGUAGES) {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      // French has a form for millions; the general one serves there too.
      for (const key of counted) for (const form of forms) if (!(language !== 'ar' && (form === 'many' || form === 'zero'))) expect(keys(language), `${language} ${key}`).toContain(`${key}_${form}`);
    }
  });

  it('have words for every kind of evidence, of body and of command', () => {
    for (const code of EVIDENCE_CODES) expect(keys('ar')).toContain(`evidence_${code.replaceAll('-', '_')}_plain`);
    for (const kind of CLASSIFICATIONS) expect(keys('ar')).toContain(`class_${kind.replaceAll('-', '_')}`);
    for (const command of COMMANDS) expect(keys('ar')).toContain(`command_${command.replaceAll('-', '_')}`);
  });

  it('are the languages the browser finds', () => {
    expect(readdirSync('public/_locales').sort()).toEqual([...LANGUAGES].sort());
  });

  it('keep the manifest within what stores allow', () => {
    for (const language of LANGUAGES) {
      expect(file(language).ext_name!.message.length).toBeLessThanOrEqual(45);
      expect(file(language).ext_description!.message.length).toBeLessThanOrEqual(132);
    }
  });
});

describe('choosing and filling', () => {
  it('follows the browser where we speak its language, else speaks Arabic', () => {
    expect(languageOf('auto', 'fr-DZ')).toBe('fr');
    expect(languageOf('auto', 'en_US')).toBe('en');
    expect(languageOf('auto', 'de')).toBe('ar');
    expect(languageOf('fr', 'en')).toBe('fr');
    expect(LANGUAGES.map(directionOf)).toEqual(['rtl', 'ltr', 'ltr']);
  });

  it('fills places, counts in the language’s own forms and shows a missing key', () => {
    const t = translator('ar', parseCatalogue(file('ar')));
    expect(t('popup_found', undefined, 1)).toBe('وجدنا في هذه الصفحة اسما واحدا');
    expect(t('popup_found', undefined, 2)).toBe('وجدنا في هذه الصفحة اسمين');
    expect(t('popup_found', undefined, 7)).toBe('وجدنا في هذه الصفحة 7 أسماء');
    expect(t('popup_found', undefined, 11)).toBe('وجدنا في هذه الصفحة 11 اسما');
    expect(t('popup_found', undefined, 100)).toBe('وجدنا في هذه الصفحة 100 اسم');
    expect(t('from_to', ['من أ', 'إلى ب'])).toBe('من أ إلى ب');
    expect(t('nothing_here')).toBe('nothing_here');
    expect(translator('en', parseCatalogue(file('en')))('data_size_value', 1234)).toBe('1,234 kB');
    expect(translator('fr', parseCatalogue(file('fr')))('popup_found', undefined, 2)).toBe('2 noms trouvés sur cette page');
  });

  it('never fills a place with what a value says', () => {
    const t = translator('en', { a: '$1 and $2' });
    expect(t('a', ['$2', 'x'])).toBe('$2 and x');
  });

  it('picks the strings a content script needs', () => {
    expect(labelsOf({ card_a: 'x', popup_b: 'y' }, 'card_')).toEqual({ card_a: 'x' });
  });
});
