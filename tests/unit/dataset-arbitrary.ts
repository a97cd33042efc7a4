import fc from 'fast-check';
import { CLASSIFICATIONS, EVENT_CLASSIFICATIONS, NAME_NOTES, RANKS, type Dataset } from '../../utils/dataset/schema';

/** Datasets in good shape whose texts try what formats stumble over: quotes, commas, bars, formulas, line ends, YAML's own signs. */
const troubled = fc.constantFrom('نور', 'a', '"', ',', '|', '\\', '=1+1', "'", "'=x", '+9', '-2', '@x', '#', ': ', '- ', '\n', '\r\n', '{', ']', '؟', 'é', '2024', 'true', '~', '&a', '*a', '!t', '%', '`', '\t');
const text = fc.array(troubled, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')).filter((value) => value.trim() === value && value.length > 0);
const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const texts = fc.record({ ar: text, en: text, fr: text });
const name = fc.record({ ar: text, en: text, fr: text }, { requiredKeys: ['ar', 'en'] });
const list = (size = 3) => fc.uniqueArray(text, { minLength: 1, maxLength: size });
const company = fc.record({ after: list(), with: list() }, { requiredKeys: ['after'] });
const country = fc.constantFrom('XA', 'XB', null);
const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10));
const date = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([d, digits]) => d.slice(0, digits));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const clean = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

const otherNames = fc.uniqueArray(
  fc.record({ name: text, lang: fc.constantFrom('ar', 'en', 'fr'), note: fc.constantFrom(...NAME_NOTES), alone: maybe(fc.constant(true)), needs: maybe(company) }).map(clean),
  { maxLength: 3, selector: (other) => `${other.lang} ${other.name}` },
);

/** A dataset of up to a few entries of each kind, every reference in it sound; it has no ids but those of folder «xa». */
export const datasets: fc.Arbitrary<Dataset> = fc
  .record({
    sources: fc.uniqueArray(fc.tuple(slug, fc.record({ publisher: text, published: maybe(date), seen: day, official: maybe(fc.constant(true)) }).map(clean)), { minLength: 1, maxLength: 3, selector: ([key]) => key }),
    people: fc.uniqueArray(fc.tuple(slug, name, country, otherNames, maybe(company), fc.boolean()), { minLength: 1, maxLength: 4, selector: ([key]) => key }),
    organizations: fc.uniqueArray(
      fc.tuple(slug, name, fc.constantFrom(...CLASSIFICATIONS), country, otherNames, maybe(texts), maybe(date), fc.boolean()),
      { minLength: 1, maxLength: 3, selector: ([key]) => key },
    ),
    posts: fc.uniqueArray(
      fc.tuple(
        slug, texts, list(), country, fc.constantFrom(...RANKS), fc.integer({ min: 1, max: 3 }), fc.array(fc.record({ around: date, why: text }), { maxLength: 2 }),
        fc.array(fc.record({ start_date: date, start_qualifier: maybe(fc.constant('by' as const)), end_date: maybe(date), acting: maybe(fc.constant(true)), verified_on: maybe(day), label: maybe(name), note: maybe(text) }).map(clean), { maxLength: 3 }),
      ),
      { maxLength: 3, selector: ([key]) => key },
    ),
    events: fc.uniqueArray(fc.tuple(slug, fc.constantFrom(...EVENT_CLASSIFICATIONS), date, maybe(date), texts, texts, maybe(name), texts), { maxLength: 2, selector: ([key]) => key }),
  })
  .map(({ sources, people, organizations, posts, events }): Dataset => {
    const keys = sources.map(([key]) => `xa:${key}`);
    const organizationIds = organizations.map(([key]) => `xa/organization/${key}`);
    const personIds = people.map(([key]) => `xa/person/${key}`);
    return {
      sources: new Map(sources.map(([key, source]) => [`xa:${key}`, { url: `https://${key}.example/`, ...source }])),
      people: people.map(([key, n, c, other_names, needs, known], i) =>
        clean({ id: `xa/person/${key}`, name: { ...n, ar: `${n.ar}${i}` }, country: c, other_names, needs, different_from: known && i > 0 ? [personIds[0]!] : undefined, wikidata: known ? { id: `Q${900_000_000 + i}`, source: keys[0]! } : undefined }),
      ),
      organizations: organizations.map(([key, n, classification, c, other_names, description, founding_date, hasParent]) =>
        clean({
          id: `xa/organization/${key}`, name: n, classification, country: c, other_names, description, founding_date, sources: founding_date ? keys : undefined,
          parent: hasParent ? organizationIds[0] : undefined,
        }),
      ),
      posts: posts.map(([key, label, wordings, c, rank, seats, irregular, holders]) => ({
        id: `xa/post/${key}`, label, wordings, distinct: [], organization: organizationIds[0]!, country: c, rank, seats, irregular,
        holders: oncePerStart(holders.map((holder, i) => ({ ...holder, person: personIds[i % personIds.length]!, sources: keys }))),
      })),
      events: events.map(([key, classification, start_date, end_date, title, summary, place, part]) =>
        clean({ id: `xa/event/${key}`, classification, start_date, end_date, title, summary, place, participants: [{ entity: personIds[0]!, part }], sources: [keys[0]!] }),
      ),
      countries: ['XA', 'XB'].map((code) => ({ code, name: { ar: code, en: code, fr: code }, names: [], adjectives: [], adjectives_beside: [], at_home: [], sovereigns: [], capitals: [] })),
      cues: { former: [], acting: [], elect: [], modifiers: [], titles: [], ranks: [], deputies: [], given_names: [], verbs: [] },
      commonWords: [],
    };
  });

/** Nobody takes the same office twice in the same year. */
function oncePerStart<Term extends { person: string; start_date: string }>(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [`${term.person} ${term.start_date.slice(0, 4)}`, term])).values()];
}
