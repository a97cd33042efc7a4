/** The shapes that leave the matching room. All offsets are UTF-16 code units into the block's own text. */

export type MentionAs = 'name' | 'short' | 'office' | 'organization';
export type EntityKind = 'person' | 'organization';

/** A piece of page text that no block boundary divides: a paragraph, a headline, a caption. */
export interface Block {
  text: string;
}

/** What is known of the article before its text is read. */
export interface ArticleContext {
  /** The day it was written, YYYY-MM-DD: roles are those of that day. */
  date: string;
  /** ISO 3166-1 alpha-2 country of the outlet, if known. */
  country: string | null;
}

/** Why a mention was believed, or what spoke for a candidate. `detail` is a word, name or id, by code. */
export interface Evidence {
  code: EvidenceCode;
  detail?: string;
}

export const EVIDENCE_CODES = [
  'full-name', // the whole name stands there
  'well-known', // a short form that stands alone for one bearer
  'after-full-name', // the whole name stands earlier; detail: block index
  'before-full-name', // the whole name stands later in the same article; detail: block index
  'title', // a title right beside it; detail: the title
  'office', // an office right beside it that this person holds; detail: the office's words
  'company', // the word this name needs stands beside it; detail: the word
  'country-named', // a country adjective or name beside it; detail: ISO code
  'country-context', // the article's, outlet's or sentence's country; detail: ISO code
  'holder-at-date', // who held the office on the article's date; detail: post id
  'only-one', // no other entity bears this
  'slip', // one letter off a name given in full elsewhere; detail: that name
  'conjoined', // joined by «و» to another body already recognized; detail: its id
] as const;
export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

export interface Mention {
  block: number;
  start: number;
  end: number;
  /** Id of the person or organization. */
  entity: string;
  kind: EntityKind;
  as: MentionAs;
  /** Id of the post, where the words name an office. */
  post?: string;
  /** 0 to 1. */
  score: number;
  evidence: Evidence[];
}

/** Words that name somebody known, without telling which: nothing is marked. */
export interface Abstention {
  block: number;
  start: number;
  end: number;
  candidates: { entity: string; score: number; evidence: Evidence[] }[];
}

export interface Annotation {
  /** Sorted by block and start; never overlapping. */
  mentions: Mention[];
  abstained: Abstention[];
  /** The country the article was taken to be about or from. */
  country: string | null;
}
