import { readFileSync } from 'node:fs';
import { parseCatalogue, translator, type Language } from '../../utils/browser/i18n';
import type { EntityFact, EventFact, TermFact } from '../../utils/dataset/facts';
import type { Payload } from '../../utils/browser/protocol';
import type { TellOptions } from '../../utils/telling/card';

/** Facts in the form the dataset gives them, of people and bodies of the public record. */

const names = (ar: string, en: string, fr = en) => ({ ar, en, fr });

export const BOUKADOUM = { id: 'dz/person/sabri-boukadoum', name: names('صبري بوقادوم', 'Sabri Boukadoum') };

export function term(given: Partial<TermFact> & Pick<TermFact, 'start'>): TermFact {
  return {
    post: 'dz/post/minister-foreign-affairs',
    label: names('وزير الشؤون الخارجية', 'Minister of Foreign Affairs', 'Ministre des Affaires étrangères'),
    rank: 'minister',
    organization: null,
    country: 'DZ',
    holder: BOUKADOUM,
    earliest: null,
    end: null,
    acting: false,
    verifiedOn: null,
    note: null,
    sources: [],
    ...given,
  };
}

export const MINISTER = term({ start: '2019-04-02', end: '2021-07-07' });
export const ACTING_PREMIER = term({
  post: 'dz/post/prime-minister',
  label: names('وزير أول', 'Prime Minister', 'Premier ministre'),
  rank: 'head-of-government',
  acting: true,
  start: '2019-12-19',
  end: '2019-12-28',
});
export const AMBASSADOR = term({
  post: 'dz/post/ambassador-us',
  label: names('سفير الجزائر لدى الولايات المتحدة', 'Ambassador of Algeria to the United States', 'Ambassadeur d’Algérie aux États-Unis'),
  rank: 'ambassador',
  start: '2023-10-30',
  verifiedOn: '2026-01-20',
  sources: [
    { url: 'https://www.aps.dz/a', publisher: 'وكالة الأنباء الجزائرية', published: '2023-10-30', seen: '2026-02-01', official: true },
    { url: 'javascript:alert(1)', publisher: 'x', seen: '2026-02-01' },
    { url: 'https://www.aps.dz/a', publisher: 'وكالة الأنباء الجزائرية', seen: '2026-02-01' },
  ],
});

/** In office by that day; when the term began, no page read says. */
export const KEPT_MINISTER = term({ start: '2022-06-16', earliest: '2012-06-16', end: '2024-09-01' });

export function event(id: string, start: string, participants: string[] = [], end: string | null = null): EventFact {
  return {
    id,
    classification: 'meeting',
    start,
    end,
    title: names(`حدث ${id}`, `Event ${id}`),
    summary: names('جملة واحدة.', 'One sentence.'),
    place: null,
    participants: participants.map((participant) => ({ id: participant, name: names(`اسم ${participant}`, `Name ${participant}`), part: names('طرف', 'party') })),
    sources: [],
  };
}

export const PERSON: EntityFact = {
  id: BOUKADOUM.id,
  kind: 'person',
  name: BOUKADOUM.name,
  country: 'DZ',
  classification: null,
  description: null,
  parent: null,
  founded: null,
  dissolved: null,
  wikidata: 'Q62635974',
  terms: [MINISTER, ACTING_PREMIER, AMBASSADOR],
  events: [],
  sources: [],
};

const africom = (holder: string, ar: string, given: Partial<TermFact> & Pick<TermFact, 'start'>) =>
  term({ post: 'us/post/commander-africom', label: names('قائد أفريكوم', 'Commander, AFRICOM', 'Commandant de l’AFRICOM'), rank: 'military', country: 'US', holder: { id: `us/person/${holder}`, name: names(ar, holder) }, ...given });

export const AFRICOM: EntityFact = {
  ...PERSON,
  id: 'us/organization/africom',
  kind: 'organization',
  name: names('القيادة العسكرية الأمريكية في أفريقيا', 'United States Africa Command', 'Commandement des États-Unis pour l’Afrique'),
  country: 'US',
  classification: 'military-command',
  description: names('قيادة قتالية موحدة للقارة الأفريقية', 'Unified combatant command for Africa', 'Commandement interarmées pour l’Afrique'),
  parent: { id: 'us/organization/department-of-defense', name: names('وزارة الدفاع الأمريكية', 'United States Department of Defense') },
  founded: '2007-10',
  wikidata: null,
  terms: [
    africom('Michael Langley', 'مايكل لانغلي', { start: '2022-08-09', end: '2025-08-15' }),
    africom('Dagvin Anderson', 'داغفين أندرسون', { start: '2025-08-15' }),
    africom('deputy', 'نائب', { post: 'us/post/deputy-africom', rank: 'other', start: '2020' }),
  ],
};

export const REQUEST: Payload<'card'> = { entity: PERSON.id, as: 'name', post: null, date: '2025-03-09', dateSource: 'json-ld', country: 'DZ', cast: [], evidence: [] };

export function options(language: Language, given: Partial<TellOptions> = {}): TellOptions {
  const file = JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));
  return { language, t: translator(language, parseCatalogue(file)), months: 'outlet', hijri: false, today: '2026-02-20', nameOf: () => null, ...given };
}
