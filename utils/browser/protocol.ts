import * as z from 'zod/mini';
import { EVIDENCE_CODES } from '../matching/types';

/**
 * Every message of the extension, in one map: name to the schemas of its payload and its answer, and who may send
 * it. The extension's own pages and background check what they receive and what they send; a sender is known by
 * the browser's word for it, never by the body.
 */

const iso = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const entityId = z.string().check(z.maxLength(200));
const countryCode = z.string().check(z.length(2));
const integer = z.int();
const offset = z.int().check(z.minimum(0));
const language = z.enum(['ar', 'en', 'fr']);
const evidence = z.object({ code: z.enum(EVIDENCE_CODES), detail: z.optional(z.string().check(z.maxLength(300))) });
const empty = z.object({});

/** Where the article's date was read; `today` says that none was found. */
export const DATE_SOURCES = ['json-ld', 'meta', 'time', 'url', 'visible', 'given', 'today'] as const;
const dateSource = z.enum(DATE_SOURCES);

const mentionAs = z.enum(['name', 'short', 'office', 'organization']);
const kind = z.enum(['person', 'organization']);

const mention = z.object({
  block: offset,
  start: offset,
  end: offset,
  /** Index into `entities`. */
  entity: offset,
  as: mentionAs,
  post: z.optional(z.string()),
  score: z.number(),
  evidence: z.array(evidence),
});

const entityHead = z.object({
  id: entityId,
  kind,
  name: z.object({ ar: z.string(), en: z.string(), fr: z.string() }),
});

/** The most words in doubt that an answer tells of, and the most of those who may be meant by each. */
export const MOST_ABSTAINED = 200;
export const MOST_CANDIDATES = 5;

/** Words that name somebody known, without telling which. */
const abstention = z.object({
  block: offset,
  start: offset,
  end: offset,
  /** Who may be meant, each once, the likeliest first. `entity` is an index into `entities`. */
  candidates: z.array(z.object({ entity: offset, score: z.number(), evidence: z.array(evidence) })).check(z.minLength(1), z.maxLength(MOST_CANDIDATES)),
  /** Whether more than these may be meant. */
  more: z.boolean(),
});

const link = z.object({ label: z.string(), url: z.string() });
const sourceLine = z.object({ publisher: z.string(), url: z.string(), published: z.nullable(z.string()), official: z.boolean() });
const eventLine = z.object({
  id: z.string(),
  start: z.string(),
  /** The date as the reader reads it. */
  date: z.string(),
  title: z.string(),
  summary: z.string(),
  /** Names of others in this article who took part. */
  shared: z.array(z.string()),
  sources: z.array(sourceLine),
});

/** The day roles are told for, and a sentence when it was not found in the page. */
const toldDay = z.object({ iso, text: z.string(), note: z.nullable(z.string()) });

/** What the card shows of words in doubt. */
export const candidatesSchema = z.object({
  language,
  date: toldDay,
  candidates: z.array(
    z.object({
      id: entityId,
      kind,
      name: z.string(),
      /** Their role on that day, in one line; where none is known, what they are. */
      line: z.string(),
      /** Sentences that say what speaks for them. */
      evidence: z.array(z.string()),
    }),
  ),
});

export const cardContentSchema = z.object({
  language,
  entity: z.object({
    id: entityId,
    kind,
    name: z.string(),
    /** The name in the other script, to be bidi-isolated. */
    otherName: z.nullable(z.string()),
    country: z.nullable(z.string()),
    /** «شخصية عامة», «وزارة»...: what kind of entity, in words. */
    kindLabel: z.string(),
    description: z.nullable(z.string()),
  }),
  date: toldDay,
  role: z.nullable(
    z.object({
      label: z.string(),
      status: z.enum(['current', 'former', 'later']),
      acting: z.boolean(),
      /** «منذ 30 أكتوبر 2023», «حتى 21 فبراير 2025». */
      period: z.string(),
      /** What has changed since the article: an own line, or null. */
      since: z.nullable(z.string()),
    }),
  ),
  /** For an organization: its parent and its head at that date. */
  parent: z.nullable(z.object({ id: entityId, name: z.string() })),
  head: z.nullable(z.object({ id: entityId, name: z.string(), label: z.string() })),
  timeline: z.array(
    z.object({
      label: z.string(),
      acting: z.boolean(),
      /** First and last day; null: not over. */
      start: iso,
      end: z.nullable(iso),
      period: z.string(),
    }),
  ),
  events: z.array(eventLine),
  /** Sentences that say why this match. */
  evidence: z.array(z.string()),
  sources: z.array(sourceLine),
  verified: z.nullable(z.string()),
  links: z.array(link),
  /** Where a mistake is reported; null where the project names no place. */
  report: z.nullable(z.string()),
});

/** The strings a card or a content script shows, by message key, in the reader's language. */
export const labelsSchema = z.record(z.string(), z.string());

const castMember = z.extend(entityHead, {
  count: integer,
  /** In which ways the article names them. */
  as: z.array(mentionAs),
  role: z.nullable(z.string()),
});

export const pageStateSchema = z.object({
  /** Whether marks are painted here. */
  on: z.boolean(),
  date: z.nullable(iso),
  dateSource: z.nullable(dateSource),
  cast: z.array(castMember),
  /** How many words of the page are in doubt: they name somebody known, without telling which. An older script tells none. */
  unclear: z._default(offset, 0),
});

/**
 * `from` says who may send: `content` a content script (its tab is known), `page` the extension's own pages and
 * background, `any` both.
 */
export const protocol = {
  /** Content to background: the article's blocks; answers with its mentions. */
  annotate: {
    from: 'any',
    payload: z.object({
      blocks: z.array(z.object({ text: z.string() })),
      date: z.nullable(iso),
      dateSource,
      /** ISO code of the outlet's country as far as the page tells; the background knows the host from the sender. */
      country: z.nullable(countryCode),
    }),
    answer: z.object({
      date: iso,
      dateSource,
      country: z.nullable(z.string()),
      /** Everybody that `mentions` and `abstained` speak of; those in doubt alone come without their role. */
      entities: z.array(z.extend(entityHead, { role: z.nullable(z.string()) })),
      mentions: z.array(mention),
      /** In reading order; never overlapping one another or a mention. */
      abstained: z._default(z.array(abstention).check(z.maxLength(MOST_ABSTAINED)), []),
    }),
  },
  /** Content to background: everything the card shows, told in the reader's language. */
  card: {
    from: 'any',
    payload: z.object({
      entity: entityId,
      as: mentionAs,
      post: z.nullable(z.string()),
      date: iso,
      dateSource,
      country: z.nullable(z.string()),
      /** Ids of everybody named in the article. */
      cast: z.array(entityId).check(z.maxLength(2000)),
      evidence: z.array(evidence),
    }),
    answer: z.nullable(cardContentSchema),
  },
  /** Content to background: who may be meant by words in doubt, and what speaks for each. */
  candidates: {
    from: 'any',
    payload: z.object({
      date: iso,
      dateSource,
      country: z.nullable(z.string()),
      candidates: z.array(z.object({ entity: entityId, evidence: z.array(evidence) })).check(z.maxLength(MOST_CANDIDATES)),
    }),
    answer: candidatesSchema,
  },
  /** Content to background: the strings of the card's frame. */
  labels: { from: 'any', payload: empty, answer: z.object({ language, labels: labelsSchema }) },
  /** Content to background: how many are marked here, for the badge. */
  found: { from: 'content', payload: z.object({ count: offset }), answer: z.null() },
  /** Content to background: never mark this entity again, anywhere (or do again). */
  hideEntity: { from: 'any', payload: z.object({ entity: entityId, hidden: z.boolean() }), answer: z.null() },
  /** Options to background: what the bundled dataset is. */
  datasetInfo: {
    from: 'page',
    payload: empty,
    answer: z.object({
      version: z.string(),
      date: iso,
      names: integer,
      people: integer,
      organizations: integer,
      posts: integer,
      memberships: integer,
      events: integer,
      sources: integer,
      packBytes: integer,
      /** Set when the stored pack was refused and the bundled one serves. */
      problem: z.nullable(z.string()),
    }),
  },
  /** Options to background: search in the whole dataset. */
  datasetSearch: {
    from: 'page',
    payload: z.object({
      query: z.string().check(z.maxLength(200)),
      country: z.nullable(countryCode),
      kind: z.nullable(kind),
      offset,
    }),
    answer: z.object({
      total: integer,
      items: z.array(z.extend(entityHead, { country: z.nullable(z.string()), role: z.nullable(z.string()) })),
    }),
  },
  /** Popup to content: what is going on in this page. */
  pageState: { from: 'page', payload: empty, answer: pageStateSchema },
  /** Popup to content: scroll to the next mention of the entity and flash it. */
  jump: { from: 'page', payload: z.object({ entity: entityId }), answer: z.null() },
  /** Background to content: a keyboard command. */
  command: {
    from: 'page',
    payload: z.object({ name: z.enum(['next-mention', 'previous-mention', 'open-card', 'toggle-site']) }),
    answer: z.null(),
  },
} as const;

export type Protocol = typeof protocol;
export type MessageName = keyof Protocol;
export type Payload<N extends MessageName> = z.infer<Protocol[N]['payload']>;
export type Answer<N extends MessageName> = z.infer<Protocol[N]['answer']>;
export type CardContent = z.infer<typeof cardContentSchema>;
export type CandidatesContent = z.infer<typeof candidatesSchema>;
export type PageState = z.infer<typeof pageStateSchema>;
export type DateSource = (typeof DATE_SOURCES)[number];
