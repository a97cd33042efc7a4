import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { directionOf, loadCatalogue, translator, type Language, type Translate } from '../utils/browser/i18n';

/** The reader's language and the strings in it. */
export interface Text {
  language: Language;
  t: Translate;
}

const TextContext = createContext<Text>({ language: 'ar', t: (key) => key });

/** Gives its language to everything within. */
export const TextProvider = TextContext.Provider;

/** The language and the strings of the surface it is used in. */
export function useText(): Text {
  return useContext(TextContext);
}

/** Reads a language's strings and sets the page's own language and direction by it. */
export async function speak(language: Language): Promise<Text> {
  const catalogue = await loadCatalogue(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  return { language, t: translator(language, catalogue) };
}
