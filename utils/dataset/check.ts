import { HIGH_RANKS, type Dataset, type Holder, type OtherName, type Post } from './schema';
import type { Places, Problem } from './source';
import { firstDay, lastDay } from './dates';

/** What {@link checkDataset} found: problems refuse the dataset, warnings ask for a look. */
export interface Report {
  problems: Problem[];
  warnings: Problem[];
}

/**
 * What the entries say of each other: ids and sources that exist, sources enough for the rank, dates in order,
 * successions without gap or overlap, terms verified within the year, Arabic written with Arabic letters.
 * @param today the day the check runs for, as YYYY-MM-DD: staleness is measured from it
 */
export function checkDataset(dataset: Dataset, places: Places, today: string): Report {
  const report: Report = { problems: [], warnings: [] };
  const say = (list: Problem[], entity: string, field: string, message: string) =>
    list.push({ file: places.get(entity)?.file ?? '', line: places.get(entity)?.line ?? 1, entity, field, message });
  const problem = (entity: string, field: string, message: string) => say(report.problems, entity, field, message);
  const warn = (entity: string, field: string, message: string) => say(report.warnings, entity, field, message);

  const ids = new Set([...dataset.people, ...dataset.organizations].map((item) => item.id));
  const wantEntity = (of: string, field: string, id: string | undefined) => {
    if (id !== undefined && !ids.has(id)) problem(of, field, `no entry has the id ${id}`);
  };
  const wantSources = (of: string, field: string, keys: string[] | undefined) => {
    for (const key of keys ?? []) if (!dataset.sources.has(key)) problem(of, field, `no source has the key ${key}`);
  };
  const codes = new Set(dataset.countries.map((c) => c.code));
  const wantCountry = (of: string, code: string | null) => {
    if (code !== null && !codes.has(code)) problem(of, 'country', `countries.yaml has no ${code}`);
  };
  const checkArabic = (of: string, field: string, value: string) => {
    const reason = badArabic(value);
    if (reason) problem(of, field, `${reason}: «${value}»`);
  };
  const checkNames = (of: string, name: { ar: string }, others: OtherName[]) => {
    checkArabic(of, 'name.ar', name.ar);
    others.forEach((other, i) => other.lang === 'ar' && checkArabic(of, `other_names.${i}`, other.name));
  };

  for (const person of dataset.people) {
    wantCountry(person.id, person.country);
    checkNames(person.id, person.name, person.other_names);
    if (person.wikidata) wantSources(person.id, 'wikidata', [person.wikidata.source]);
  }
  for (const organization of dataset.organizations) {
    const { id } = organization;
    wantCountry(id, organization.country);
    checkNames(id, organization.name, organization.other_names);
    wantEntity(id, 'parent', organization.parent);
    wantSources(id, 'sources', organization.sources);
    if (organization.wikidata) wantSources(id, 'wikidata', [organization.wikidata.source]);
    if ((organization.founding_date ?? organization.dissolution_date) && !organization.sources) problem(id, 'sources', 'a founding or dissolution date needs a source');
  }
  for (const post of dataset.posts) {
    wantCountry(post.id, post.country);
    wantEntity(post.id, 'organization', post.organization);
    [post.label.ar, ...post.wordings, ...post.distinct].forEach((value) => checkArabic(post.id, 'wordings', value));
    if (post.accredited_to?.includes('/')) wantEntity(post.id, 'accredited_to', post.accredited_to);
    post.holders.forEach((holder, i) => {
      const field = `holders.${i} (${holder.person})`;
      wantEntity(post.id, field, holder.person);
      wantSources(post.id, field, holder.sources);
      if (holder.end_date && firstDay(holder.start_date) > lastDay(holder.end_date)) problem(post.id, field, `ends (${holder.end_date}) before it starts (${holder.start_date})`);
      if (firstDay(holder.start_date) > today) problem(post.id, field, `starts in the future (${holder.start_date})`);
      if (!holder.end_date && !holder.verified_on) problem(post.id, field, 'a term without end_date needs verified_on');
      const why = tooFewSources(dataset, post, holder);
      if (why) problem(post.id, field, why);
      if (!holder.end_date && holder.verified_on && monthsBetween(holder.verified_on, today) > 12) warn(post.id, field, `last verified on ${holder.verified_on}, more than 12 months ago`);
    });
    for (const { field, message } of succession(post)) warn(post.id, field, message);
  }
  for (const event of dataset.events) {
    wantSources(event.id, 'sources', event.sources);
    event.participants.forEach((p, i) => wantEntity(event.id, `participants.${i}`, p.entity));
    if (event.end_date && firstDay(event.start_date) > lastDay(event.end_date)) problem(event.id, 'end_date', 'before start_date');
    [event.title.ar, event.summary.ar].forEach((value) => checkArabic(event.id, 'summary.ar', value));
  }
  return report;
}

function tooFewSources(dataset: Dataset, post: Post, holder: Holder): string | null {
  if (!(HIGH_RANKS as readonly string[]).includes(post.rank)) return null;
  const sources = holder.sources.flatMap((key) => dataset.sources.get(key) ?? []);
  const enough = sources.some((s) => s.official) || new Set(sources.map((s) => s.publisher)).size >= 2;
  return enough ? null : 'a term of this rank needs one official source or two of different publishers';
}

/** Gaps and overlaps of more than three days in the succession of a one-seat post that `irregular` does not explain. */
function succession(post: Post): { field: string; message: string }[] {
  if (post.seats !== 1) return [];
  const found: { field: string; message: string }[] = [];
  const terms = [...post.holders].sort((a, b) => (firstDay(a.start_date) < firstDay(b.start_date) ? -1 : 1));
  for (let i = 1; i < terms.length; i++) {
    const [before, after] = [terms[i - 1]!, terms[i]!];
    const explained = post.irregular.some(({ around }) => overlaps(around, before.end_date ?? after.start_date, after.start_date));
    if (explained) continue;
    const field = `holders (${before.person} → ${after.person})`;
    if (!before.end_date) found.push({ field, message: `the earlier term has no end, the later starts ${after.start_date}` });
    else if (daysBetween(lastDay(before.end_date), firstDay(after.start_date)) > 3) found.push({ field, message: `gap from ${before.end_date} to ${after.start_date}` });
    else if (daysBetween(lastDay(after.start_date), firstDay(before.end_date)) > 3) found.push({ field, message: `overlap from ${after.start_date} to ${before.end_date}` });
  }
  return found;
}

function overlaps(around: string, from: string, to: string): boolean {
  const [low, high] = from < to ? [from, to] : [to, from];
  return firstDay(around) <= lastDay(high) && lastDay(around) >= firstDay(low);
}

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const daysBetween = (a: string, b: string) => day(b) - day(a);
const monthsBetween = (a: string, b: string) => daysBetween(a, b) / 30.44;

const BAD_ARABIC: [RegExp, string][] = [
  [/[\uFB50-\uFDFF\uFE70-\uFEFC]/, 'presentation forms, write plain letters'],
  [/[\u06CC\u06A9\u06BE\u06C1]/, 'Persian or Urdu letters, write Arabic ي ك ه'],
  [/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/, 'an invisible or bidi control character'],
  [/\u0640/, 'tatweel'],
  [/^\s|\s$|\s{2}/, 'stray spaces'],
];

function badArabic(value: string): string | null {
  return BAD_ARABIC.find(([pattern]) => pattern.test(value))?.[1] ?? null;
}
