import { fold } from '../arabic/letters';
import { writeContainer } from '../matching/format';
import { buildIndex } from '../matching/build';
import { NEVER, POST_FIELDS, TERM_FIELDS, dayNumber, idHash, type PackMeta } from '../matching/pack';
import { firstDay, lastDay, yearsBefore } from './dates';
import { CLASSIFICATIONS, RANKS, type Dataset, type Holder, type Post, type Text } from './schema';
import { collectSurfaces, type Needs } from './surfaces';
import type { EntityRecord, EventRecord, PostRecord, SourceRecord } from './records';

/** Years before a start that is only the latest possible one in which the term may have begun. */
const OPEN_YEARS = 10;

/**
 * Turns the source data into one pack. Entities are numbered people first, then organizations; records follow in
 * the order entities, posts, events, sources.
 * @param version what the dataset calls itself
 * @throws {RangeError} for a name that cannot be indexed (the check would have said so)
 */
export function compileDataset(dataset: Dataset, version: string): Uint8Array {
  const { people, organizations, posts, events, countries } = dataset;
  const entities = [...people, ...organizations];
  const placeOf = new Map(entities.map((entity, place) => [entity.id, place]));
  const postPlace = new Map(posts.map((post, place) => [post.id, place]));
  const countryPlace = new Map(countries.map((country, place) => [country.code, place]));
  const sources = [...dataset.sources];
  const sourcePlace = new Map(sources.map(([key], place) => [key, place]));
  const cite = (keys: readonly string[] | undefined) => (keys ?? []).map((key) => sourcePlace.get(key)!);
  const surfaces = collectSurfaces(dataset);

  const terms: number[] = [];
  const postRows: number[] = [];
  const termsOf = new Map<string, [number, number][]>();
  const postsOf = new Map<string, number[]>();
  const postRecords: PostRecord[] = posts.map((post, place) => {
    const holders = [...post.holders].sort((a, b) => (firstDay(a.start_date) < firstDay(b.start_date) ? -1 : 1));
    const accredited = post.accredited_to ? countryPlace.get(post.accredited_to) : undefined;
    postRows.push(
      post.country === null ? -1 : countryPlace.get(post.country)!,
      post.organization === undefined ? -1 : placeOf.get(post.organization)!,
      RANKS.indexOf(post.rank), accredited ?? -1, terms.length / TERM_FIELDS, holders.length, post.seats, 0,
    );
    holders.forEach((holder, i) => {
      const person = placeOf.get(holder.person)!;
      const end = holder.end_date;
      terms.push(
        place, person, dayNumber(earliestStart(post, holder) ?? firstDay(holder.start_date)), dayNumber(lastDay(holder.start_date)),
        end ? dayNumber(firstDay(end)) : NEVER, end ? dayNumber(lastDay(end)) : NEVER, holder.acting ? 1 : 0, 0,
      );
      push(termsOf, holder.person, [place, i] as [number, number]);
    });
    if (post.organization) push(postsOf, post.organization, place);
    return {
      id: post.id, label: names(post.label), rank: post.rank, organization: post.organization === undefined ? null : placeOf.get(post.organization)!,
      country: post.country,
      terms: holders.map((h) => {
        const earliest = earliestStart(post, h);
        return {
          person: placeOf.get(h.person)!, start: h.start_date, ...(earliest !== null && { earliest }), end: h.end_date ?? null, acting: h.acting ?? false,
          verified: h.verified_on ?? null, label: h.label ? names(h.label) : null, note: h.note ?? null, sources: cite(h.sources),
        };
      }),
    };
  });
  if (postRows.length !== posts.length * POST_FIELDS) throw new RangeError('post rows');

  const eventsOf = new Map<string, number[]>();
  const eventRecords: EventRecord[] = events.map((event, place) => {
    for (const id of new Set(event.participants.map((p) => p.entity))) push(eventsOf, id, place);
    return {
      id: event.id, classification: event.classification, start: event.start_date, end: event.end_date ?? null, title: names(event.title),
      summary: names(event.summary), place: event.place ? names(event.place) : null,
      participants: event.participants.map((p) => ({ entity: placeOf.get(p.entity)!, part: names(p.part) })), sources: cite(event.sources),
    };
  });

  const rows = new Uint32Array(entities.length);
  const entityRecords: EntityRecord[] = entities.map((entity, place) => {
    const organization = place < people.length ? null : organizations[place - people.length]!;
    const country = entity.country === null ? 0 : countryPlace.get(entity.country)! + 1;
    const host = (organization?.accredited_to === undefined ? undefined : countryPlace.get(organization.accredited_to)) ?? -1;
    rows[place] = (organization ? 1 : 0) | (country << 1) | ((organization ? CLASSIFICATIONS.indexOf(organization.classification) : 0) << 11) | ((host + 1) << 16);
    const record: EntityRecord = {
      id: entity.id, name: names(entity.name), country: entity.country, wikidata: entity.wikidata?.id ?? null,
      terms: termsOf.get(entity.id) ?? [], posts: postsOf.get(entity.id) ?? [], events: eventsOf.get(entity.id) ?? [],
    };
    const needs = surfaces.needs.get(entity.id);
    if (needs) record.needs = needsRecord(needs);
    if (organization) {
      record.organization = {
        classification: organization.classification, description: organization.description ? names(organization.description) : null,
        parent: organization.parent === undefined ? null : placeOf.get(organization.parent)!, founded: organization.founding_date ?? null,
        dissolved: organization.dissolution_date ?? null, sources: cite(organization.sources),
      };
    }
    return record;
  });
  const sourceRecords: SourceRecord[] = sources.map(([, s]) => ({ url: s.url, publisher: s.publisher, published: s.published ?? null, seen: s.seen, official: s.official ?? false }));

  const meta: PackMeta = {
    version, date: newest(dataset), countries: countries.map((c) => c.code), ranks: [...RANKS], classifications: [...CLASSIFICATIONS],
    counts: { people: people.length, organizations: organizations.length, posts: posts.length, memberships: terms.length / TERM_FIELDS, events: events.length, sources: sources.length },
  };
  const { offsets, bytes } = writeRecords([...entityRecords, ...postRecords, ...eventRecords, ...sourceRecords]);
  const ids = [...entities.map((e, i) => [e.id, i] as const), ...posts.map((p) => [p.id, entities.length + postPlace.get(p.id)!] as const)]
    .map(([id, place]) => ({ hash: idHash(id), place }))
    .sort((a, b) => a.hash - b.hash);
  return writeContainer({
    ...buildIndex(surfaces.entries),
    meta: new TextEncoder().encode(JSON.stringify(meta)),
    entities: bytesOf(rows), posts: bytesOf(Int32Array.from(postRows)), terms: bytesOf(Int32Array.from(terms)),
    recordOffsets: bytesOf(offsets), records: bytes,
    idHashes: bytesOf(Uint32Array.from(ids, (i) => i.hash)), idTargets: bytesOf(Uint32Array.from(ids, (i) => i.place)),
  });
}

/**
 * The first day a term may have begun whose start is only the latest possible one; null for every other. Of an office
 * that one holds at a time it is not before the last one left.
 */
function earliestStart(post: Post, holder: Holder): string | null {
  if (holder.start_qualifier === undefined) return null;
  const start = firstDay(holder.start_date);
  const left = post.seats > 1 ? [] : post.holders.flatMap((other) => (other.end_date && firstDay(other.start_date) < start ? firstDay(other.end_date) : []));
  const earliest = [yearsBefore(start, OPEN_YEARS), ...left].sort().at(-1)!;
  return earliest < start ? earliest : start;
}

function names(text: Text): { ar: string; en: string; fr: string } {
  return { ar: text.ar, en: text.en, fr: text.fr ?? text.en };
}

function needsRecord(needs: Needs): EntityRecord['needs'] {
  // Of several words the one next to the name, and the first: whole they are not asked for.
  const words = (said: readonly string[] | undefined, place: number) => (said ?? []).map((word) => fold(word).split(' ').at(place)!);
  return Object.fromEntries([...needs].map(([key, company]) => [key, { after: words(company.after, -1), with: words(company.with, 0) }]));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Day of the newest source: how old the dataset is. */
function newest(dataset: Dataset): string {
  let day = '1970-01-01';
  for (const { published } of dataset.sources.values()) if (published && firstDay(published) > day) day = firstDay(published);
  return day;
}

function writeRecords(records: readonly unknown[]): { offsets: Uint32Array; bytes: Uint8Array } {
  const encoder = new TextEncoder();
  const parts = records.map((record) => encoder.encode(JSON.stringify(record)));
  const offsets = new Uint32Array(parts.length + 1);
  parts.forEach((part, i) => (offsets[i + 1] = offsets[i]! + part.length));
  const bytes = new Uint8Array(offsets[parts.length]!);
  parts.forEach((part, i) => bytes.set(part, offsets[i]));
  return { offsets, bytes };
}

function bytesOf(array: Uint32Array | Int32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
