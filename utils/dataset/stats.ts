import { lastDay } from './dates';
import type { Dataset } from './schema';

/** How much the dataset holds of one country, or of bodies of no country under their folder's name. */
export interface CountryStats {
  /** ISO 3166-1 alpha-2, or the folder of a body of no one country. */
  code: string;
  people: number;
  organizations: number;
  posts: number;
  memberships: number;
  events: number;
}

/** What the dataset holds, counted. */
export interface Stats {
  totals: { people: number; organizations: number; posts: number; memberships: number; events: number; sources: number; officialSources: number; publishers: number; names: number };
  /** Largest first. */
  countries: CountryStats[];
  ranks: Record<string, number>;
  organizationClasses: Record<string, number>;
  eventClasses: Record<string, number>;
  /** By year: terms that began, events that began. */
  years: { year: string; memberships: number; events: number }[];
  /** Terms without an end, by the year they were last verified in. */
  verified: Record<string, number>;
  /** Sources by memberships and events that cite them: how many each fact has. */
  sourcesPerFact: { one: number; two: number; more: number };
  /** The newest date of any source's page. */
  newestSource: string;
}

/** Counts; a membership or event belongs to the country of its post, or of its folder. */
export function datasetStats(dataset: Dataset): Stats {
  const { people, organizations, posts, events } = dataset;
  const sources = [...dataset.sources.values()];
  const holders = posts.flatMap((post) => post.holders.map((holder) => ({ post, holder })));
  const codes = new Set(dataset.countries.map((c) => c.code));
  const placeOf = (id: string, country?: string | null) => country ?? (codes.has(id.split('/')[0]!.toUpperCase()) ? id.split('/')[0]!.toUpperCase() : id.split('/')[0]!);
  const countries = new Map<string, CountryStats>();
  const at = (code: string) => {
    const row = countries.get(code) ?? { code, people: 0, organizations: 0, posts: 0, memberships: 0, events: 0 };
    countries.set(code, row);
    return row;
  };
  people.forEach((p) => at(placeOf(p.id, p.country)).people++);
  organizations.forEach((o) => at(placeOf(o.id, o.country)).organizations++);
  posts.forEach((p) => at(placeOf(p.id, p.country)).posts++);
  holders.forEach(({ post }) => at(placeOf(post.id, post.country)).memberships++);
  events.forEach((e) => at(placeOf(e.id)).events++);

  const years = new Map<string, { memberships: number; events: number }>();
  const yearOf = (date: string) => {
    const year = years.get(date.slice(0, 4)) ?? { memberships: 0, events: 0 };
    years.set(date.slice(0, 4), year);
    return year;
  };
  holders.forEach(({ holder }) => yearOf(holder.start_date).memberships++);
  events.forEach((event) => yearOf(event.start_date).events++);
  const cited = [...holders.map(({ holder }) => holder.sources.length), ...events.map((event) => event.sources.length)];

  return {
    totals: {
      people: people.length, organizations: organizations.length, posts: posts.length, memberships: holders.length, events: events.length,
      sources: sources.length, officialSources: sources.filter((s) => s.official).length, publishers: new Set(sources.map((s) => s.publisher)).size,
      names: [...people, ...organizations].reduce((sum, { other_names }) => sum + 1 + other_names.filter((o) => o.lang === 'ar').length, 0),
    },
    countries: [...countries.values()].sort((a, b) => size(b) - size(a) || (a.code < b.code ? -1 : 1)),
    ranks: tally(posts.map((p) => p.rank)),
    organizationClasses: tally(organizations.map((o) => o.classification)),
    eventClasses: tally(events.map((e) => e.classification)),
    years: [...years].map(([year, counts]) => ({ year, ...counts })).sort((a, b) => (a.year < b.year ? -1 : 1)),
    verified: tally(holders.flatMap(({ holder }) => (holder.end_date ? [] : (holder.verified_on?.slice(0, 4) ?? [])))),
    sourcesPerFact: { one: cited.filter((n) => n === 1).length, two: cited.filter((n) => n === 2).length, more: cited.filter((n) => n > 2).length },
    newestSource: sources.map((s) => s.published).filter((d) => d !== undefined).sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1)).at(-1) ?? '',
  };
}

function size({ people, organizations, posts, memberships, events }: CountryStats): number {
  return people + organizations + posts + memberships + events;
}

function tally(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}
