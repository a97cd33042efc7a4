import type { EntityKind } from '../matching/types';
import type { Event, Organization, Post, Source } from './schema';

/** Everything the dataset says of one entity, with ids already turned into names: what a card is told from. */

export interface Names {
  ar: string;
  en: string;
  fr: string;
}

export interface EntityFact {
  id: string;
  kind: EntityKind;
  name: Names;
  country: string | null;
  classification: Organization['classification'] | null;
  description: Names | null;
  /** Organization it belongs to. */
  parent: { id: string; name: Names } | null;
  founded: string | null;
  dissolved: string | null;
  wikidata: string | null;
  /** A person's terms of office; for an organization the terms of its posts, each with its holder. Oldest first. */
  terms: TermFact[];
  events: EventFact[];
  sources: Source[];
}

export interface TermFact {
  post: string;
  /** The term's own label where it has one, else the post's. */
  label: Names;
  rank: Post['rank'];
  organization: { id: string; name: Names } | null;
  country: string | null;
  holder: { id: string; name: Names };
  /** Partial ISO dates (YYYY, YYYY-MM, YYYY-MM-DD). */
  start: string;
  /** Where the start is only the latest possible one: the first day (YYYY-MM-DD) it may have been. Else null. */
  earliest: string | null;
  end: string | null;
  acting: boolean;
  verifiedOn: string | null;
  note: string | null;
  sources: Source[];
}

export interface EventFact {
  id: string;
  classification: Event['classification'];
  start: string;
  end: string | null;
  title: Names;
  summary: Names;
  place: Names | null;
  participants: { id: string; name: Names; part: Names }[];
  sources: Source[];
}

/** Where a term stands at a day: begun and not over, over, not yet begun, or (its beginning unknown) perhaps begun. */
export type TermStatus = 'current' | 'former' | 'later' | 'possible';
