import type { Dataset, Event, Holder, Post } from './schema';

/** One membership or event to be checked again against its sources. */
export interface SampledFact {
  kind: 'membership' | 'event';
  /** Of the post or the event. */
  id: string;
  /** In words: who, what, when. */
  fact: string;
  /** Of the person, or of those who took part. */
  entities: string[];
  start_date: string;
  /** The start is only the latest possible one. */
  start_qualifier?: 'by';
  end_date: string | null;
  verified_on: string | null;
  sources: { key: string; url: string; publisher: string; published: string | null }[];
}

/**
 * Facts drawn at random without putting back, memberships first, each kind in the dataset's order: the same seed draws
 * the same facts of the same dataset.
 */
export function sampleFacts(dataset: Dataset, counts: { memberships: number; events: number }, seed: number): SampledFact[] {
  const random = mulberry32(seed);
  const terms = dataset.posts.flatMap((post) => post.holders.map((holder) => ({ post, holder })));
  const nameOf = new Map([...dataset.people, ...dataset.organizations].map(({ id, name }) => [id, `${name.ar} (${name.en})`]));
  return [
    ...draw(terms, counts.memberships, random).map(({ post, holder }) => membershipFact(dataset, post, holder, nameOf)),
    ...draw(dataset.events, counts.events, random).map((event) => eventFact(dataset, event)),
  ];
}

function membershipFact(dataset: Dataset, post: Post, holder: Holder, nameOf: ReadonlyMap<string, string>): SampledFact {
  const label = holder.label ?? post.label;
  return {
    kind: 'membership', id: post.id, entities: [holder.person],
    fact: `${nameOf.get(holder.person) ?? holder.person}: ${label.ar} (${label.en}${post.country ? `, ${post.country}` : ''})${holder.acting ? ', acting' : ''}`,
    start_date: holder.start_date, ...(holder.start_qualifier && { start_qualifier: holder.start_qualifier }), end_date: holder.end_date ?? null, verified_on: holder.verified_on ?? null, sources: sourcesOf(dataset, holder.sources),
  };
}

function eventFact(dataset: Dataset, event: Event): SampledFact {
  return {
    kind: 'event', id: event.id, entities: event.participants.map((p) => p.entity), fact: `${event.title.ar} (${event.summary.en})`,
    start_date: event.start_date, end_date: event.end_date ?? null, verified_on: null, sources: sourcesOf(dataset, event.sources),
  };
}

function sourcesOf(dataset: Dataset, keys: readonly string[]): SampledFact['sources'] {
  return keys.flatMap((key) => {
    const source = dataset.sources.get(key);
    return source ? [{ key, url: source.url, publisher: source.publisher, published: source.published ?? null }] : [];
  });
}

/** `count` of the items, or all of them, in their own order (selection sampling, Knuth's algorithm S). */
function draw<T>(items: readonly T[], count: number, random: () => number): T[] {
  const drawn: T[] = [];
  items.forEach((item, i) => {
    if ((items.length - i) * random() < count - drawn.length) drawn.push(item);
  });
  return drawn;
}

/** A small generator whose whole state is a 32-bit seed; even enough for drawing, of no use for secrets. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
