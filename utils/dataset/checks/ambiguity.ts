import { fold } from '../../arabic/letters';
import type { Company, Dataset, OtherName } from '../schema';
import { collectSurfaces } from '../surfaces';
import type { Findings } from './report';

/** One Arabic form of an entity, as its entry writes it. */
interface Form {
  id: string;
  country: string | null;
  kind: 'person' | 'organization';
  field: string;
  text: string;
  note: OtherName['note'] | 'name';
  alone: boolean;
  needs: Company | undefined;
}

/**
 * Names that could be taken for something else: common words, given names only, names of two bearers, office wordings
 * that two posts claim for themselves alone. Marked ones are in order: with `needs`, or noted as a form that the
 * matcher believes in context only (surname, short, generic).
 */
export function checkAmbiguity(dataset: Dataset, findings: Findings): void {
  const forms = arabicForms(dataset);
  checkWords(dataset, forms, findings);
  checkShared(dataset, forms, findings);
  checkOffices(dataset, findings);
}

function arabicForms(dataset: Dataset): Form[] {
  const kinds = [['person', dataset.people], ['organization', dataset.organizations]] as const;
  return kinds.flatMap(([kind, items]) =>
    items.flatMap(({ id, country, name, needs, other_names }) => {
      const base = { id, country, kind };
      const others = other_names.flatMap((other, i): Form[] =>
        other.lang === 'ar' ? [{ ...base, field: `other_names.${i}`, text: other.name, note: other.note, alone: other.alone ?? false, needs: other.needs }] : [],
      );
      return [{ ...base, field: 'name.ar', text: name.ar, note: 'name' as const, alone: false, needs }, ...others];
    }),
  );
}

/** Whether the matcher believes the form only with its bearer's whole name, a title or a country near it. */
function inContext({ note, alone, needs }: Form): boolean {
  return Boolean(needs) || (!alone && (note === 'surname' || note === 'short' || note === 'generic'));
}

/** A name of one word that is a common word; a person's name of two words that are given names. */
function checkWords(dataset: Dataset, forms: readonly Form[], findings: Findings): void {
  const common = new Set(dataset.commonWords.map(fold));
  const given = new Set(dataset.cues.given_names.map(fold));
  for (const form of forms) {
    if (inContext(form)) continue;
    const words = fold(form.text).split(' ');
    // A body known to every reader («حماس») may stand alone; the matcher then looks at how the word is used.
    if (words.length === 1 && common.has(words[0]!) && !(form.alone && form.kind === 'organization')) {
      findings.problem('ambiguous', form.id, form.field, `«${form.text}» is a common word: say with \`needs\` what must stand near it${form.alone ? ', or take away `alone`' : ''}`);
    }
    if (form.kind === 'person' && form.alone && words.length === 1 && given.has(words[0]!)) {
      findings.problem('ambiguous', form.id, form.field, `«${form.text}» is a given name: it cannot stand \`alone\``);
    }
    if (form.kind === 'person' && words.length === 2 && words.every((word) => given.has(word))) {
      findings.warn('ambiguous', form.id, form.field, `«${form.text}» is made of given names only: many bear it, a fuller form or \`needs\` would tell`);
    }
  }
}

/** Forms of two bearers, where one of them is believed without context. */
function checkShared(dataset: Dataset, forms: readonly Form[], findings: Findings): void {
  const byText = new Map<string, Form[]>();
  for (const form of forms) {
    const key = fold(form.text);
    byText.set(key, [...(byText.get(key) ?? []), form]);
  }
  const places = new Map(dataset.countries.flatMap((c) => [c.name.ar, ...c.names, ...c.capitals, ...c.adjectives].map((form) => [fold(form), c.code])));
  for (const [key, sharing] of byText) {
    for (const form of sharing) {
      // A state that is in the dataset as a body has its country's name by right.
      const isState = form.kind === 'organization' && form.country === places.get(key) && key.includes(' ');
      if (places.has(key) && !isState && !inContext(form)) findings.problem('ambiguous', form.id, form.field, `«${form.text}» is a country's name, adjective or capital too: say with \`needs\` what must stand near it`);
    }
    const bearers = new Set(sharing.map((form) => form.id));
    if (bearers.size < 2) continue;
    for (const form of sharing.filter((f) => !inContext(f) && !isToldApart(f, sharing))) {
      const others = [...bearers].filter((id) => id !== form.id).join(', ');
      findings.problem('ambiguous', form.id, form.field, `«${form.text}» is borne by ${others} too: a fuller form, \`needs\`, or one entry if they are one`);
    }
  }
}

/**
 * Whether the context tells a form's bearers apart: bodies of different countries share a name as `generic` does; a
 * whole name, or the form of the one whom every reader places at once (`alone`), wins over others' short forms; and
 * people of different countries are weighed by the countries and offices around.
 */
function isToldApart(form: Form, sharing: readonly Form[]): boolean {
  const rivals = sharing.filter((other) => other.id !== form.id && !inContext(other));
  return rivals.every((other) => other.kind === form.kind && !form.alone && other.country !== form.country && other.country !== null && form.country !== null);
}

/** A wording that claims to name one post wherever it stands, claimed by two. */
function checkOffices(dataset: Dataset, findings: Findings): void {
  const byText = new Map<string, { text: string; posts: Set<number> }>();
  for (const { text, type, target } of collectSurfaces(dataset).entries) {
    if (type !== 'office-distinct') continue;
    const key = fold(text);
    const before = byText.get(key) ?? { text, posts: new Set() };
    before.posts.add(target);
    byText.set(key, before);
  }
  for (const { text, posts } of byText.values()) {
    if (posts.size < 2) continue;
    const ids = [...posts].map((place) => dataset.posts[place]!.id);
    ids.forEach((id) => findings.problem('ambiguous', id, 'distinct', `«${text}» would name ${ids.filter((other) => other !== id).join(', ')} too: a distinct wording names one post`));
  }
}
