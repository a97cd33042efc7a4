import type { Pack } from '../matching/pack';
import type { EntityFact, EventFact, Names, TermFact } from './facts';
import type { Event, Organization, Post, Source } from './schema';

/** The records of a pack, as compile.ts writes them: numbers are places of other records of their kind. */
export interface EntityRecord {
  id: string;
  name: Names;
  country: string | null;
  wikidata: string | null;
  /** A person's terms: place of the post and of the term within it. */
  terms: [number, number][];
  /** An organization's posts. */
  posts: number[];
  events: number[];
  /** What must stand near a name, by the name's folded form. */
  needs?: Record<string, { after: string[]; with: string[] }>;
  organization?: {
    classification: Organization['classification'];
    description: Names | null;
    parent: number | null;
    founded: string | null;
    dissolved: string | null;
    sources: number[];
  };
}

export interface PostRecord {
  id: string;
  label: Names;
  rank: Post['rank'];
  organization: number | null;
  country: string | null;
  terms: {
    person: number;
    start: string;
    /** Only where the start is the latest possible one: the first day it may have been. */
    earliest?: string;
    end: string | null;
    acting: boolean;
    verified: string | null;
    label: Names | null;
    note: string | null;
    sources: number[];
  }[];
}

export interface EventRecord {
  id: string;
  classification: Event['classification'];
  start: string;
  end: string | null;
  title: Names;
  summary: Names;
  place: Names | null;
  participants: { entity: number; part: Names }[];
  sources: number[];
}

export interface SourceRecord {
  url: string;
  publisher: string;
  published: string | null;
  seen: string;
  official: boolean;
}

/** The record of an entity by its place. */
export function entityRecord(pack: Pack, place: number): EntityRecord {
  return pack.record(place) as EntityRecord;
}

export function postRecord(pack: Pack, place: number): PostRecord {
  return pack.record(pack.bases.posts + place) as PostRecord;
}

/**
 * What the pack says of an entity, ready to be told; null for an id it does not have.
 * @param parts `roles`: without events and sources, for who needs but a line on somebody
 */
export function readFact(pack: Pack, id: string, parts: 'all' | 'roles' = 'all'): EntityFact | null {
  const all = parts === 'all';
  const place = pack.find(id);
  if (place < 0 || place >= pack.entityCount) return null;
  const record = entityRecord(pack, place);
  const body = record.organization;
  const terms = pack.isPerson(place)
    ? record.terms.map(([post, term]) => readTerm(pack, post, term, all))
    : record.posts.flatMap((post) => postRecord(pack, post).terms.map((_, term) => readTerm(pack, post, term, all)));
  return {
    id: record.id,
    kind: pack.isPerson(place) ? 'person' : 'organization',
    name: record.name,
    country: record.country,
    classification: body?.classification ?? null,
    description: body?.description ?? null,
    parent: body?.parent == null ? null : head(pack, body.parent),
    founded: body?.founded ?? null,
    dissolved: body?.dissolved ?? null,
    wikidata: record.wikidata,
    terms: terms.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
    events: all ? record.events.map((event) => readEvent(pack, event)) : [],
    sources: all ? readSources(pack, body?.sources ?? []) : [],
  };
}

/** Id and names of the entity at a place. */
export function head(pack: Pack, place: number): { id: string; name: Names } {
  const { id, name } = entityRecord(pack, place);
  return { id, name };
}

function readTerm(pack: Pack, postPlace: number, termPlace: number, all: boolean): TermFact {
  const post = postRecord(pack, postPlace);
  const term = post.terms[termPlace]!;
  return {
    post: post.id,
    label: term.label ?? post.label,
    rank: post.rank,
    organization: post.organization === null ? null : head(pack, post.organization),
    country: post.country,
    holder: head(pack, term.person),
    start: term.start,
    earliest: term.earliest ?? null,
    end: term.end,
    acting: term.acting,
    verifiedOn: term.verified,
    note: term.note,
    sources: all ? readSources(pack, term.sources) : [],
  };
}

function readEvent(pack: Pack, place: number): EventFact {
  const event = pack.record(pack.bases.events + place) as EventRecord;
  return {
    ...event,
    participants: event.participants.map(({ entity, part }) => ({ ...head(pack, entity), part })),
    sources: readSources(pack, event.sources),
  };
}

function readSources(pack: Pack, places: readonly number[]): Source[] {
  return places.map((place) => {
    const { url, publisher, published, seen, official } = pack.record(pack.bases.sources + place) as SourceRecord;
    return { url, publisher, seen, official, ...(published === null ? {} : { published }) };
  });
}
