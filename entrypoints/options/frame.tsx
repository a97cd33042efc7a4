import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { fold } from '../../utils/arabic/letters';
import { useText } from '../../components/text';
import type { SettingsHandle } from '../../components/settings';

/** The sections of the page, in their order; each has its title in the catalogue as `options_<id>`. */
export const SECTIONS = ['marks', 'card', 'sites', 'entities', 'calendars', 'keyboard', 'data', 'privacy', 'backup', 'reset'] as const;
export type SectionId = (typeof SECTIONS)[number];

/** What every section works with. */
export type SectionProps = Pick<SettingsHandle, 'settings' | 'save'>;

const Query = createContext('');
const Title = createContext('');

/** Gives the words searched for to the sections within. */
export const QueryProvider = Query.Provider;

/** A section of the page. It hides itself (in the style sheet) when the search leaves it no field. */
export function Section({ id, children }: { id: SectionId; children: ComponentChildren }) {
  const { t } = useText();
  const title = t(`options_${id}`);
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      <Title.Provider value={title}>{children}</Title.Provider>
    </section>
  );
}

/** One thing to set or to read, found by the words it is given: its label, what can be chosen, what explains it. */
export function Field({ words, children }: { words: readonly string[]; children: ComponentChildren }) {
  const query = useContext(Query);
  const title = useContext(Title);
  return matches([title, ...words], query) ? <div class="field">{children}</div> : null;
}

/** Whether every word searched for stands somewhere in these texts, spelling and vowels aside. */
export function matches(texts: readonly string[], query: string): boolean {
  const hay = fold(texts.join(' '));
  return fold(query)
    .split(' ')
    .every((word) => hay.includes(word));
}
