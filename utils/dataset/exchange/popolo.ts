import type { Dataset, Event, OtherName, Organization, Person, Post, Source } from '../schema';

/**
 * The dataset as Popolo JSON (https://www.popoloproject.com/specs/). What Popolo has no word for (ranks, wordings,
 * company, what a term was verified by) stands beside it under the source format's own keys, which Popolo allows.
 */
export interface PopoloFile {
  persons: object[];
  organizations: object[];
  posts: object[];
  memberships: object[];
  events: object[];
}

/** Popolo's link with a note, and what the dataset knows of the page beside. */
export interface PopoloSource {
  id: string;
  url: string;
  note: string;
  published?: string;
  seen: string;
  official?: boolean;
}

/** Note of the other names that are the main name in another language. */
export const MULTILINGUAL = 'multilingual';

/** A dataset in good order (see the check): a source key that is nowhere is left out. */
export function toPopolo(dataset: Dataset): PopoloFile {
  const cite = (keys: readonly string[] | undefined): PopoloSource[] | undefined => keys?.flatMap((key) => sourceOf(key, dataset.sources.get(key)));
  return {
    persons: dataset.people.map((person) => personOf(person, cite)),
    organizations: dataset.organizations.map((organization) => organizationOf(organization, cite)),
    posts: dataset.posts.map(postOf),
    memberships: dataset.posts.flatMap((post) => membershipsOf(post, cite)),
    events: dataset.events.map((event) => eventOf(event, cite)),
  };
}

type Cite = (keys: readonly string[] | undefined) => PopoloSource[] | undefined;

function sourceOf(key: string, source: Source | undefined): PopoloSource[] {
  if (!source) return [];
  const { url, publisher, published, seen, official } = source;
  return [{ id: key, url, note: publisher, ...(published && { published }), seen, ...(official !== undefined && { official }) }];
}

function namesOf({ name, other_names }: { name: Person['name']; other_names: OtherName[] }): object {
  const translated = (['en', 'fr'] as const).flatMap((lang) => (name[lang] === undefined ? [] : [{ name: name[lang], lang, note: MULTILINGUAL }]));
  return { name: name.ar, other_names: [...translated, ...other_names] };
}

function identifiersOf(wikidata: Person['wikidata'], cite: Cite): object {
  return wikidata ? { identifiers: [{ scheme: 'wikidata', identifier: wikidata.id, sources: cite([wikidata.source]) }] } : {};
}

function personOf(person: Person, cite: Cite): object {
  const { id, country, wikidata, needs, different_from } = person;
  return { id, ...namesOf(person), country, ...(needs && { needs }), ...(different_from && { different_from }), ...identifiersOf(wikidata, cite) };
}

function organizationOf(organization: Organization, cite: Cite): object {
  const { id, classification, country, parent, accredited_to, founding_date, dissolution_date, description, sources, wikidata, needs } = organization;
  return {
    id, ...namesOf(organization), classification, country,
    ...(parent && { parent_id: parent }),
    ...(accredited_to && { accredited_to }),
    ...(founding_date && { founding_date }),
    ...(dissolution_date && { dissolution_date }),
    ...(description && { descriptions: description }),
    ...(needs && { needs }),
    ...identifiersOf(wikidata, cite),
    ...(sources && { sources: cite(sources) }),
  };
}

function postOf(post: Post): object {
  const { id, label, organization, holders: _, ...rest } = post;
  return { id, label: label.ar, labels: label, ...(organization && { organization_id: organization }), ...rest };
}

function membershipsOf(post: Post, cite: Cite): object[] {
  return post.holders.map(({ person, label, sources, ...rest }) => ({
    person_id: person,
    post_id: post.id,
    ...(post.organization && { organization_id: post.organization }),
    role: (label ?? post.label).ar,
    ...(label && { labels: label }),
    ...rest,
    sources: cite(sources),
  }));
}

function eventOf(event: Event, cite: Cite): object {
  const { id, classification, start_date, end_date, title, summary, place, participants, sources } = event;
  return {
    id, classification, start_date, ...(end_date && { end_date }),
    name: title.ar, names: title,
    description: summary.ar, descriptions: summary,
    ...(place && { location: place.ar, locations: place }),
    attendees: participants.map(({ entity, part }) => ({ id: entity, parts: part })),
    sources: cite(sources),
  };
}
