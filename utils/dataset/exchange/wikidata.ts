import { fold } from '../../arabic/letters';
import { firstDay, lastDay } from '../dates';
import type { Country, Dataset, Holder, Person, Post } from '../schema';
import { noDrafts, withoutBlanks, type Drafts, type Origin } from './drafts';
import { slugOf } from './merge';

/** One "position held" statement, as the query gives it: everything but the three IRIs may be missing. */
export type HolderRow = Record<string, string>;

/** Days by which Wikidata's start of a term and the dataset's may differ and mean the same term. */
const SAME_TERM_DAYS = 400;
const ENTITY = /\/entity\/(Q[1-9]\d*)$/;
/** Precisions of the Wikibase data model. */
const PRECISION: Record<string, number> = { 9: 4, 10: 7, 11: 10 };

interface Term {
  origin: Origin;
  office: string;
  officeName: Names;
  person: string;
  personName: Names;
  aliases: string[];
  start: string;
  end: string | undefined;
}
interface Names {
  ar: string | undefined;
  en: string | undefined;
  fr: string | undefined;
}

/**
 * What Wikidata says of a country's offices beyond what the dataset has: new people, posts and terms, ends of terms that
 * the dataset shows as running. What contradicts the dataset or says too little is refused, with the reason.
 * @param today the day of the query, YYYY-MM-DD: when Wikidata was seen to say so
 */
export function draftsFromWikidata(dataset: Dataset, country: Country, rows: readonly HolderRow[], today: string): Drafts {
  return new Proposal(dataset, country, today).read(rows);
}

class Proposal {
  private readonly drafts = noDrafts();
  private readonly folder: string;
  private readonly people = new Map<string, string>();
  private readonly posts = new Map<string, string>();
  private readonly cited = new Set<string>();

  constructor(
    private readonly dataset: Dataset,
    private readonly country: Country,
    private readonly today: string,
  ) {
    this.folder = country.code.toLowerCase();
  }

  read(rows: readonly HolderRow[]): Drafts {
    const terms = rows.flatMap((row) => this.term(row) ?? []);
    const counts = new Map<string, number>();
    for (const { origin } of terms) counts.set(origin.row, (counts.get(origin.row) ?? 0) + 1);
    for (const term of terms) {
      if (counts.get(term.origin.row)! > 1) this.refuse(term.origin, 'start', term.start, 'the statement has several dates: which is meant is not said');
      else this.propose(term, terms);
    }
    return this.drafts;
  }

  private refuse(origin: Origin, field: string, value: unknown, reason: string): void {
    this.drafts.refusals.push({ ...origin, field, value, reason });
  }

  private term(row: HolderRow): Term | null {
    const origin = { file: 'wikidata', row: (row.statement ?? '').split('/').at(-1)! };
    const office = ENTITY.exec(row.office ?? '')?.[1];
    const person = ENTITY.exec(row.person ?? '')?.[1];
    if (!office || !person || origin.row === '') {
      this.refuse({ ...origin, row: origin.row || '?' }, office ? 'person' : 'office', office ? row.person : row.office, 'not a Wikidata item');
      return null;
    }
    const start = dateOf(row.start, row.startPrecision);
    if (!start) {
      this.refuse(origin, 'start', row.start, `no start of the term that can be used (${row.person_en ?? person}, ${row.office_en ?? office})`);
      return null;
    }
    const names = (item: 'office' | 'person'): Names => ({ ar: row[`${item}_ar`], en: row[`${item}_en`], fr: row[`${item}_fr`] });
    const aliases = (row.aliases ?? '').split('|').filter((alias) => /[\u0620-\u064A]/.test(alias) && alias.trim().includes(' '));
    return { origin, office, officeName: names('office'), person, personName: names('person'), aliases: aliases.map((a) => a.trim()), start, end: dateOf(row.end, row.endPrecision) };
  }

  private propose(term: Term, all: readonly Term[]): void {
    const curatedPost = this.findPost(term);
    const curatedPerson = this.findPerson(term);
    const known = curatedPost && curatedPerson ? sameTerm(curatedPost, curatedPerson.id, term) : undefined;
    if (known) return this.complete(term, curatedPost!, known);
    // A blank end on an old statement is the statement's age, not incumbency.
    const next = all.find((other) => other.office === term.office && other.person !== term.person && firstDay(other.start) > lastDay(term.start));
    if (!term.end && next) return this.refuse(term.origin, 'end', undefined, `no end, though ${next.personName.en ?? next.person} began on ${next.start}`);
    const source = this.source(term);
    const person = curatedPerson?.id ?? this.newPerson(term, source);
    const post = curatedPost?.id ?? this.newPost(term);
    this.drafts.items.push({
      ...term.origin, key: 'holders', of: post,
      value: withoutBlanks({ person, start_date: term.start, end_date: term.end, verified_on: term.end ? undefined : this.today, sources: [source] }),
    });
  }

  /** An end for a term the dataset shows as running; everything else it has stays. */
  private complete(term: Term, post: Post, known: Holder): void {
    if (known.start_date !== term.start && !startsAlike(known.start_date, term.start)) this.refuse(term.origin, 'start', term.start, `${post.id} is kept with ${known.person} ${known.start_qualifier ?? 'from'} ${known.start_date}`);
    if (!term.end) return;
    if (known.end_date) {
      if (!startsAlike(known.end_date, term.end)) this.refuse(term.origin, 'end', term.end, `${post.id} is kept with ${known.person} until ${known.end_date}`);
    } else if (known.verified_on && lastDay(term.end) < known.verified_on) {
      this.refuse(term.origin, 'end', term.end, `${post.id}: ${known.person} was seen in office on ${known.verified_on}`);
    } else {
      this.drafts.items.push({ ...term.origin, key: 'holders', of: post.id, value: { person: known.person, start_date: known.start_date, end_date: term.end, sources: [this.source(term)] } });
    }
  }

  private source(term: Term): string {
    const key = `${this.folder}:wikidata-${term.person.toLowerCase()}`;
    if (!this.cited.has(key) && !this.dataset.sources.has(key)) {
      this.cited.add(key);
      this.drafts.sources.push({ ...term.origin, key, value: { url: `https://www.wikidata.org/wiki/${term.person}`, publisher: 'Wikidata', seen: this.today } });
    }
    return key;
  }

  private findPerson({ person, personName }: Term): Person | undefined {
    const byId = this.dataset.people.find((p) => p.wikidata?.id === person);
    if (byId) return byId;
    const same = this.dataset.people.filter((p) => !p.wikidata && p.country === this.country.code && bears(p, personName));
    return same.length === 1 ? same[0] : undefined;
  }

  private newPerson(term: Term, source: string): string {
    const { person, personName, aliases } = term;
    const before = this.people.get(person);
    if (before) return before;
    const id = this.freeId('person', personName.en ?? person, [...this.people.values()]);
    this.people.set(person, id);
    this.drafts.entries.push({ ...term.origin, kind: 'people', value: { id, name: withoutBlanks({ ...personName }), country: this.country.code, wikidata: { id: person, source } } });
    for (const name of new Set(aliases)) if (name !== personName.ar) this.drafts.items.push({ ...term.origin, key: 'other_names', of: id, value: { name, lang: 'ar', note: 'variant' } });
    return id;
  }

  private findPost({ officeName }: Term): Post | undefined {
    const wanted = new Set([this.officeKey(officeName.ar), this.officeKey(officeName.en)].filter(Boolean));
    return this.dataset.posts.find((post) => post.country === this.country.code && [post.label.ar, post.label.en, ...post.wordings, ...post.distinct].some((form) => wanted.has(this.officeKey(form))));
  }

  /** An office's words without its country's. */
  private officeKey(label: string | undefined): string {
    let words = ` ${plain(label ?? '')} `;
    const forms = [this.country.name.ar, this.country.name.en, ...this.country.names, ...this.country.adjectives].map(plain).sort((a, b) => b.length - a.length);
    for (const form of forms) words = words.replaceAll(` of ${form} `, ' ').replaceAll(` ${form} `, ' ');
    return words.trim();
  }

  private newPost(term: Term): string {
    const { office, officeName } = term;
    const before = this.posts.get(office);
    if (before) return before;
    const id = this.freeId('post', this.officeKey(officeName.en) || office, [...this.posts.values()]);
    this.posts.set(office, id);
    this.drafts.entries.push({ ...term.origin, kind: 'posts', value: { id, label: withoutBlanks({ ...officeName }), country: this.country.code, rank: rankOf(officeName.en ?? '') } });
    return id;
  }

  private freeId(kind: 'person' | 'post', name: string, taken: readonly string[]): string {
    const used = new Set([...(kind === 'person' ? this.dataset.people : this.dataset.posts).map((entry) => entry.id), ...taken]);
    const base = `${this.folder}/${kind}/${slugOf(name)}`;
    let id = base;
    for (let n = 2; used.has(id); n++) id = `${base}-${n}`;
    return id;
  }
}

/** `2019-04-02T00:00:00Z` to the precision it is known to; undefined for a blank node or one coarser than a year. */
function dateOf(value: string | undefined, precision: string | undefined): string | undefined {
  const digits = PRECISION[precision ?? '11'];
  return value && digits && /^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, digits) : undefined;
}

function plain(text: string): string {
  return fold(text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC').toLowerCase()).replace(/\s+/g, ' ').trim();
}

function bears(person: Person, { ar, en }: Names): boolean {
  const forms = new Set([person.name.ar, person.name.en, ...person.other_names.filter((o) => o.note === 'variant' || o.note === 'alias').map((o) => o.name)].map(plain));
  return [ar, en].some((name) => name !== undefined && forms.has(plain(name)));
}

function startsAlike(a: string, b: string): boolean {
  return firstDay(a) <= lastDay(b) && firstDay(b) <= lastDay(a);
}

/** A term whose start is only the latest possible one is also the one that began earlier and lasted until then. */
function sameTerm(post: Post, person: string, term: Term): Holder | undefined {
  const days = (a: string, b: string) => Math.abs(Date.parse(firstDay(a)) - Date.parse(firstDay(b))) / 86_400_000;
  const lasted = ({ start_date }: Holder) => firstDay(term.start) <= start_date && (!term.end || lastDay(term.end) >= firstDay(start_date));
  return post.holders
    .filter((holder) => holder.person === person && (days(holder.start_date, term.start) <= SAME_TERM_DAYS || (holder.start_qualifier && lasted(holder))))
    .sort((a, b) => days(a.start_date, term.start) - days(b.start_date, term.start))[0];
}

/** A rank to begin with, from the English label; whoever takes the proposal sets it right. */
function rankOf(label: string): Post['rank'] {
  if (/^ambassador/i.test(label)) return 'ambassador';
  if (/^(prime minister|head of government)\b/i.test(label)) return 'head-of-government';
  if (/^(minister|secretary) (of|for)\b/i.test(label)) return 'minister';
  return 'other';
}
