import { z } from 'zod';

/**
 * The source format of the dataset: Popolo's vocabulary (https://www.popoloproject.com/specs/)
 * in YAML, one folder per country or body. Terms of office stand under their post
 * (`holders`), so that a succession can be read and checked at one look.
 */

const ID = /^[a-z0-9-]+\/(person|organization|post|event)\/[a-z0-9-]+$/;
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const id = (kind: 'person' | 'organization' | 'post' | 'event') =>
  z
    .string()
    .regex(ID, 'an id reads folder/kind/slug in lower-case Latin letters, digits and hyphens')
    .refine((value) => value.split('/')[1] === kind, `an id of a ${kind} has "${kind}" as its middle part`);

/** ISO 8601 date, its precision said by its length: YYYY, YYYY-MM or YYYY-MM-DD (as in Popolo). */
export const partialDate = z
  .string()
  .regex(DATE, 'a date reads YYYY-MM-DD, YYYY-MM or YYYY (quote it in YAML)')
  .refine((value) => value.length < 10 || isRealDay(value), 'no such day in the calendar');

const fullDate = partialDate.refine((value) => value.length === 10, 'a whole day, YYYY-MM-DD');

/** ISO 3166-1 alpha-2, upper case; null for what belongs to no one country. */
const country = z.string().regex(/^[A-Z]{2}$/, 'a country is an ISO 3166-1 alpha-2 code in capitals');

/** Text in the reader's three languages; French may be left out where English serves. */
const text = z.strictObject({ ar: z.string().min(1), en: z.string().min(1), fr: z.string().min(1).optional() });
const fullText = z.strictObject({ ar: z.string().min(1), en: z.string().min(1), fr: z.string().min(1) });

/** A key of the folder's sources.yaml, or `folder:key` for another folder's. */
const sourceRef = z.string().regex(/^([a-z0-9-]+:)?[a-z0-9][a-z0-9._-]*$/, 'a source is named by its key in sources.yaml');
const sourceRefs = z.array(sourceRef).min(1, 'at least one source');

export const sourceSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: 'a web address that begins with http:// or https://' }),
  /** The outlet or institution, in its own language. */
  publisher: z.string().min(1),
  /** The day the page itself gives as its date; left out only where it gives none. */
  published: partialDate.optional(),
  /** The day somebody last read it for this dataset. */
  seen: fullDate,
  /** The institution concerned, its gazette or its national news agency speaks. */
  official: z.boolean().optional(),
});

/** What must stand near a name that is also a word, before the name is believed. */
const company = z.strictObject({
  /** One of these words stands right before the name («صحيفة» الشعب). */
  after: z.array(z.string().min(1)).optional(),
  /** One of these words stands within four words on either side. */
  with: z.array(z.string().min(1)).optional(),
});

export const NAME_NOTES = ['variant', 'alias', 'surname', 'short', 'acronym', 'generic'] as const;
const otherName = z.strictObject({
  name: z.string().min(1),
  lang: z.enum(['ar', 'en', 'fr']),
  /**
   * variant: another spelling of the whole name; alias: another whole name; surname, short: stand for the whole
   * once it has been given (or with a title); acronym: an organization's; generic: shared with other countries'
   * bodies («وزارة الدفاع»), the country comes from the context.
   */
  note: z.enum(NAME_NOTES),
  /** A surname or short form so well known that it stands alone, with no full name before it. */
  alone: z.boolean().optional(),
  needs: company.optional(),
});

const wikidata = z.strictObject({ id: z.string().regex(/^Q[1-9]\d*$/, 'a Wikidata id reads Q and digits'), source: sourceRef });

export const personSchema = z.strictObject({
  id: id('person'),
  name: text,
  other_names: z.array(otherName).default([]),
  country: country.nullable(),
  wikidata: wikidata.optional(),
  needs: company.optional(),
  /** Ids of other people whom the check would take for this one by their ids alone. */
  different_from: z.array(id('person')).min(1).optional(),
});

export const CLASSIFICATIONS = [
  'presidency', 'government', 'ministry', 'parliament', 'court', 'armed-forces', 'military-command', 'armed-group',
  'intelligence', 'police', 'embassy', 'party', 'movement', 'agency', 'central-bank', 'company', 'media', 'union',
  'region', 'international', 'royal-house', 'religious', 'association', 'other',
] as const;

export const organizationSchema = z.strictObject({
  id: id('organization'),
  name: text,
  other_names: z.array(otherName).default([]),
  classification: z.enum(CLASSIFICATIONS),
  country: country.nullable(),
  parent: id('organization').optional(),
  /** For an embassy: the ISO code of the country it is accredited to; its wordings are generated. */
  accredited_to: country.optional(),
  founding_date: partialDate.optional(),
  dissolution_date: partialDate.optional(),
  /** What it is, in one short neutral line; for what the name does not say. */
  description: fullText.optional(),
  sources: sourceRefs.optional(),
  wikidata: wikidata.optional(),
  needs: company.optional(),
});

/** Ranks whose terms need two independent outlets or one official source. */
export const HIGH_RANKS = ['head-of-state', 'head-of-government', 'minister'] as const;
export const RANKS = [
  ...HIGH_RANKS, 'royal', 'deputy-minister', 'parliament', 'military', 'intelligence', 'judiciary', 'central-bank',
  'ambassador', 'envoy', 'agency', 'company', 'party', 'region', 'international', 'religious', 'media', 'union', 'other',
] as const;

export const holderSchema = z.strictObject({
  person: id('person'),
  start_date: partialDate,
  /**
   * by: the start is only the latest possible one (EDTF's [..date]). The term began then or earlier: the page that gives
   * the date keeps or reappoints somebody, or is the first read that shows them in office. Left out where the date is
   * that of taking office, or of being named for it.
   */
  start_qualifier: z.literal('by', 'the only qualifier is "by": in office by that day, begun then or earlier').optional(),
  end_date: partialDate.optional(),
  /** بالنيابة، المكلف بتسيير: in charge, not confirmed. */
  acting: z.boolean().optional(),
  /** For a term without an end: the day of the newest source that shows it. */
  verified_on: fullDate.optional(),
  /** Where this term's title differs from the post's. */
  label: text.optional(),
  note: z.string().min(1).optional(),
  sources: sourceRefs,
});

export const postSchema = z.strictObject({
  id: id('post'),
  label: fullText,
  /** Arabic wordings without the country («وزير الخارجية»): the country comes from the context. */
  wordings: z.array(z.string().min(1)).default([]),
  /** Arabic wordings that name this one office wherever they stand («قائد أفريكوم»). */
  distinct: z.array(z.string().min(1)).default([]),
  organization: id('organization').optional(),
  country: country.nullable(),
  rank: z.enum(RANKS),
  /** For an ambassador: the ISO code of the country, or the id of the organization, accredited to. */
  accredited_to: z.union([country, id('organization')]).optional(),
  /** How many hold it at once; the succession is checked only for 1. */
  seats: z.number().int().min(1).default(1),
  /** Real gaps and overlaps in the succession, explained: the check lists all others. */
  irregular: z.array(z.strictObject({ around: partialDate, why: z.string().min(1) })).default([]),
  holders: z.array(holderSchema).default([]),
});

export const EVENT_CLASSIFICATIONS = [
  'agreement', 'visit', 'call', 'meeting', 'summit', 'statement', 'interview', 'appointment', 'dismissal', 'election',
  'vote', 'strike', 'attack', 'truce', 'coup', 'trial', 'protest', 'sanction', 'recognition', 'negotiation', 'death',
  'exercise', 'rupture', 'other',
] as const;

export const eventSchema = z.strictObject({
  id: id('event'),
  classification: z.enum(EVENT_CLASSIFICATIONS),
  start_date: partialDate,
  end_date: partialDate.optional(),
  title: fullText,
  /** One sentence of our own. */
  summary: fullText,
  place: text.optional(),
  participants: z
    .array(z.strictObject({ entity: z.union([id('person'), id('organization')]), part: fullText }))
    .min(1, 'an event ties at least one participant'),
  sources: sourceRefs,
});

export type Text = z.infer<typeof text>;
export type Source = z.infer<typeof sourceSchema>;
export type Person = z.infer<typeof personSchema>;
export type Organization = z.infer<typeof organizationSchema>;
export type OtherName = z.infer<typeof otherName>;
export type Company = z.infer<typeof company>;
export type Post = z.infer<typeof postSchema>;
export type Holder = z.infer<typeof holderSchema>;
export type Event = z.infer<typeof eventSchema>;

/** The whole dataset, as its source files say it; source references are `folder:key`. */
export interface Dataset {
  people: Person[];
  organizations: Organization[];
  posts: Post[];
  events: Event[];
  sources: Map<string, Source>;
  countries: Country[];
  cues: Cues;
  /** Common Arabic words: a name that is one of them needs company. */
  commonWords: string[];
}

const form = z.string().min(1);

export const countrySchema = z.strictObject({
  code: country,
  name: fullText,
  /** Other Arabic names of the country, with no doubt about which («أمريكا»). */
  names: z.array(form).default([]),
  /** Arabic adjectives in all forms met (masculine, feminine, plural), with the article. */
  adjectives: z.array(form),
  /** Adjectives that are also other words («المالية»): they count only right behind an office or a body. */
  adjectives_beside: z.array(form).default([]),
  /** What its own outlets call it where ambassadors are named («المملكة»): whose that is, home tells. */
  at_home: z.array(form).default([]),
  /** Whom its ambassadors are said to stand for («خادم الحرمين الشريفين»). */
  sovereigns: z.array(form).default([]),
  /** Capitals and seats that stand for its government. */
  capitals: z.array(form),
  /** Top-level domain of its outlets. */
  tld: z.string().regex(/^[a-z]{2}$/).optional(),
});

export const cuesSchema = z.strictObject({
  /** Words that say a term is over («السابق»). */
  former: z.array(form),
  /** Words that ask for the acting holder («بالنيابة»). */
  acting: z.array(form),
  /** Words that say a term has not begun («المعين»). */
  elect: z.array(form),
  /** Words that may stand between an office and its holder («الجديد»). */
  modifiers: z.array(form),
  /** Titles that stand right before a person's name («الرئيس», «الفريق أول»). */
  titles: z.array(form),
  /** Titles that only a soldier bears. */
  ranks: z.array(form),
  /** Words before an office that make it somebody else («نائب»). */
  deputies: z.array(form),
  /** Given names: a surname behind another one's given name is another person. */
  given_names: z.array(form),
  /** Verbs of saying and meeting, whose subject or object is a person or body. */
  verbs: z.array(form),
});

export type Country = z.infer<typeof countrySchema>;
export type Cues = z.infer<typeof cuesSchema>;

function isRealDay(value: string): boolean {
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
