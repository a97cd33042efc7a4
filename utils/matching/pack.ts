import { fold } from '../arabic/letters';
import { PackError, readContainer, type Sections } from './format';
import { NameIndex } from './index-view';

/** Fields per row of the numeric tables. */
export const POST_FIELDS = 8;
export const TERM_FIELDS = 8;
/** Day number of a term that has not ended. */
export const NEVER = 0x7fffffff;

/** What a pack says of itself. */
export interface PackMeta {
  version: string;
  /** Day of the newest source. */
  date: string;
  countries: string[];
  ranks: string[];
  classifications: string[];
  counts: Record<(typeof COUNTED)[number], number>;
}
const COUNTED = ['people', 'organizations', 'posts', 'memberships', 'events', 'sources'] as const;

/** Which field of a description is not what it must be; null where all are. */
function faultOf(meta: Partial<Record<string, unknown>> | null): string | null {
  const { version, date, counts } = meta ?? {};
  if (typeof version !== 'string' || typeof date !== 'string') return 'version and date must be text';
  for (const field of ['countries', 'ranks', 'classifications']) {
    const list = meta?.[field];
    if (!Array.isArray(list) || !list.every((item) => typeof item === 'string')) return `${field} must be a list of text`;
  }
  for (const kind of COUNTED) {
    if (!Number.isSafeInteger((counts as Partial<PackMeta['counts']> | null | undefined)?.[kind])) return `counts.${kind} must be a whole number`;
  }
  return null;
}

/** A term of office as numbers; days since 1970-01-01. */
export interface Term {
  index: number;
  post: number;
  person: number;
  /** First and last day it may have begun and ended (they differ where the date is a month or a year). */
  startFirst: number;
  startLast: number;
  endFirst: number;
  endLast: number;
  acting: boolean;
}

/** A post as numbers; -1 for none. */
export interface PostRow {
  country: number;
  organization: number;
  rank: number;
  accreditedCountry: number;
  firstTerm: number;
  terms: number;
  seats: number;
}

/** Words one of which must stand near a name, folded: right before it; within four words. */
export interface NameNeeds {
  after: string[];
  with: string[];
}

const decoder = new TextDecoder();

/**
 * A pack in memory: the index of names, the numbers the resolver works with, and the records a card is told from. Views
 * of one buffer; a record is parsed when it is asked for.
 */
export class Pack {
  readonly index: NameIndex;
  readonly meta: PackMeta;
  readonly bytes: number;
  private readonly entities: Uint32Array;
  private readonly posts: Int32Array;
  private readonly terms: Int32Array;
  private readonly offsets: Uint32Array;
  private readonly records: Uint8Array;
  private readonly idHashes: Uint32Array;
  private readonly idTargets: Uint32Array;
  private readonly parsed = new Map<number, unknown>();
  private readonly folded = new Map<number, readonly string[]>();
  private readonly needs = new Map<number, NameNeeds | null>();
  private readonly personTerms = new Map<number, Term[]>();
  private byPerson: { starts: Int32Array; order: Int32Array } | null = null;
  private readonly postTerms = new Map<number, Term[]>();

  /**
   * @param check see readContainer
   * @throws {PackError}
   */
  static read(file: Uint8Array, check: 'all' | 'header' = 'header'): Pack {
    return new Pack(readContainer(file, check), file.length);
  }

  private constructor(sections: Sections, bytes: number) {
    this.bytes = bytes;
    this.index = new NameIndex(sections);
    const words = (part: Uint8Array) => new Uint32Array(part.buffer, part.byteOffset, part.byteLength >> 2);
    const ints = (part: Uint8Array) => new Int32Array(part.buffer, part.byteOffset, part.byteLength >> 2);
    this.entities = words(sections.entities);
    this.posts = ints(sections.posts);
    this.terms = ints(sections.terms);
    this.offsets = words(sections.recordOffsets);
    this.records = sections.records;
    this.idHashes = words(sections.idHashes);
    this.idTargets = words(sections.idTargets);
    let meta: PackMeta;
    try {
      meta = JSON.parse(decoder.decode(sections.meta)) as PackMeta;
    } catch {
      throw new PackError('malformed', 'the description of the pack is not JSON');
    }
    const fault = faultOf(meta as unknown as Partial<Record<string, unknown>> | null);
    if (fault) throw new PackError('malformed', `the description of the pack: ${fault}`);
    this.meta = meta;
    const { counts } = this.meta;
    const records = counts.people + counts.organizations + counts.posts + counts.events + counts.sources;
    if (this.entities.length !== counts.people + counts.organizations || this.posts.length !== counts.posts * POST_FIELDS || this.terms.length !== counts.memberships * TERM_FIELDS || this.offsets.length !== records + 1) {
      throw new PackError('malformed', 'the tables of the pack do not have the lengths its description says');
    }
  }

  get entityCount(): number {
    return this.entities.length;
  }

  isPerson(entity: number): boolean {
    return entity < this.meta.counts.people;
  }

  /** Place of the entity's country in `meta.countries`, or -1. */
  countryOf(entity: number): number {
    return ((this.entities[entity]! >>> 1) & 0x3ff) - 1;
  }

  classificationOf(entity: number): string {
    return this.meta.classifications[(this.entities[entity]! >>> 11) & 31] ?? 'other';
  }

  /** Place of the country an embassy is in, in `meta.countries`, or -1. */
  hostOf(entity: number): number {
    return (this.entities[entity]! >>> 16) - 1;
  }

  post(index: number): PostRow {
    const at = index * POST_FIELDS;
    const p = this.posts;
    return { country: p[at]!, organization: p[at + 1]!, rank: p[at + 2]!, accreditedCountry: p[at + 3]!, firstTerm: p[at + 4]!, terms: p[at + 5]!, seats: p[at + 6]! };
  }

  /** Place of the post's country in `meta.countries`, or -1. */
  countryOfPost(post: number): number {
    return this.posts[post * POST_FIELDS]!;
  }

  /** Place of the country an ambassador or envoy is sent to, or -1. */
  accreditedTo(post: number): number {
    return this.posts[post * POST_FIELDS + 3]!;
  }

  rankName(post: number): string {
    return this.meta.ranks[this.posts[post * POST_FIELDS + 2]!] ?? 'other';
  }

  term(index: number): Term {
    const at = index * TERM_FIELDS;
    const t = this.terms;
    return {
      index, post: t[at]!, person: t[at + 1]!, startFirst: t[at + 2]!, startLast: t[at + 3]!, endFirst: t[at + 4]!, endLast: t[at + 5]!,
      acting: t[at + 6] === 1,
    };
  }

  termsOfPost(post: number): readonly Term[] {
    let list = this.postTerms.get(post);
    if (!list) {
      const { firstTerm, terms } = this.post(post);
      list = Array.from({ length: terms }, (_, i) => this.term(firstTerm + i));
      this.postTerms.set(post, list);
    }
    return list;
  }

  termsOfPerson(person: number): readonly Term[] {
    let list = this.personTerms.get(person);
    if (!list) {
      const { starts, order } = (this.byPerson ??= this.sortByPerson());
      list = Array.from(order.subarray(starts[person]!, starts[person + 1]!), (index) => this.term(index));
      this.personTerms.set(person, list);
    }
    return list;
  }

  /** The terms by their person: those of one stand in `order` from `starts[person]` to `starts[person + 1]`. */
  private sortByPerson(): { starts: Int32Array; order: Int32Array } {
    const { people, memberships } = this.meta.counts;
    const starts = new Int32Array(people + 2);
    const order = new Int32Array(memberships);
    const personOf = (term: number) => this.terms[term * TERM_FIELDS + 1]!;
    // One place further than in the end: filling moves each start to the next one's place.
    for (let term = 0; term < memberships; term++) starts[personOf(term) + 2]!++;
    for (let person = 0; person <= people; person++) starts[person + 1]! += starts[person]!;
    for (let term = 0; term < memberships; term++) order[starts[personOf(term) + 1]!++] = term;
    return { starts, order };
  }

  /** Parsed JSON of a record: entities first, then posts, events, sources. Kept for the next time. */
  record(place: number): unknown {
    let value = this.parsed.get(place);
    if (value === undefined) {
      value = JSON.parse(decoder.decode(this.records.subarray(this.offsets[place], this.offsets[place + 1])));
      if (this.parsed.size > 4000) this.parsed.clear();
      this.parsed.set(place, value);
    }
    return value;
  }

  /** What must stand near a name of an entity, folded; null where its record says nothing of it. */
  needsOf(name: number, entity: number): NameNeeds | null {
    let needs = this.needs.get(name);
    if (needs === undefined) {
      needs = (this.record(entity) as { needs?: Record<string, NameNeeds> }).needs?.[fold(this.index.textOf(name))] ?? null;
      this.needs.set(name, needs);
    }
    return needs;
  }

  /** The entity's own Arabic name. */
  arabicName(entity: number): string {
    return (this.record(entity) as { name: { ar: string } }).name.ar;
  }

  /** The words of the entity's own Arabic name, folded. */
  nameWords(entity: number): readonly string[] {
    let words = this.folded.get(entity);
    if (!words) {
      words = fold(this.arabicName(entity)).split(' ');
      this.folded.set(entity, words);
    }
    return words;
  }

  /** Places of the first post, event and source record. */
  get bases(): { posts: number; events: number; sources: number } {
    const { people, organizations, posts, events } = this.meta.counts;
    const base = people + organizations;
    return { posts: base, events: base + posts, sources: base + posts + events };
  }

  /** The record an id stands for, or -1. */
  find(id: string): number {
    const hash = idHash(id);
    let low = 0;
    let high = this.idHashes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.idHashes[middle]! < hash) low = middle + 1;
      else high = middle;
    }
    for (; low < this.idHashes.length && this.idHashes[low] === hash; low++) {
      const place = this.idTargets[low]!;
      if (this.idOf(place) === id) return place;
    }
    return -1;
  }

  /** Id of an entity, post or event. Its record begins with it: what follows is not parsed. */
  idOf(place: number): string {
    const record = this.records.subarray(this.offsets[place], this.offsets[place + 1]);
    const told = decoder.decode(record.subarray(0, Math.max(0, record.indexOf(QUOTE, ID_PREFIX.length))));
    return told.startsWith(ID_PREFIX) ? told.slice(ID_PREFIX.length) : (this.record(place) as { id: string }).id;
  }
}

const ID_PREFIX = '{"id":"';
const QUOTE = 34;

/** FNV-1a over the id's units: where `find` begins to look. */
export function idHash(id: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) h = Math.imul(h ^ id.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Day number (days since 1970-01-01) of an ISO day. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
}
