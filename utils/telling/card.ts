import type { CardContent, Payload } from '../browser/protocol';
import type { Settings } from '../browser/settings';
import type { Language, Translate } from '../browser/i18n';
import { firstDay, lastDay } from '../dataset/dates';
import type { EntityFact, Names, TermFact } from '../dataset/facts';
import { dateStyle, tellDate, tellLater, tellOn, tellPeriod, tellSince, type DateStyle } from './dates';
import { tellEvidence } from './evidence';
import { rankEvents } from './events';
import { otherName, tellCountry, tellName } from './names';
import { RANK_ORDER } from './ranks';
import { changedSince, roleAt, statusAt, type Role } from './roles';

/** What a card is told with, beside the facts and what was asked. */
export interface TellOptions {
  language: Language;
  t: Translate;
  months: Settings['months'];
  hijri: boolean;
  /** The reader's day, YYYY-MM-DD. */
  today: string;
  nameOf: (id: string) => Names | null;
}

/** Everything the card shows of an entity, in the reader's words, as of the article's day. */
export function tellCard(fact: EntityFact, request: Payload<'card'>, options: TellOptions): CardContent {
  const { language, t } = options;
  const style = dateStyle(language, options.months, options.hijri, request.country);
  const person = fact.kind === 'person';
  const role = roleAt(fact.terms, request.date, request.post);
  const leading = person ? null : headOf(fact, request.date);
  const told = person ? (role?.term ?? null) : leading;
  const shown = told ? [told] : [];

  return {
    language,
    entity: {
      id: fact.id,
      kind: fact.kind,
      name: tellName(fact.name, language),
      otherName: otherName(fact.name, language),
      country: fact.country === null ? null : tellCountry(fact.country, language),
      kindLabel: tellKind(fact, t),
      description: describe(fact, style, options),
    },
    date: tellDay(request, style, t),
    role: person && role ? tellRole(fact, role, request.date, style, options) : null,
    parent: fact.parent ? { id: fact.parent.id, name: tellName(fact.parent.name, language) } : null,
    head: leading && { id: leading.holder.id, name: tellName(leading.holder.name, language), label: tellLabel(leading, fact, options) },
    timeline: timelineTerms(fact, leading).map((term) => ({
      label: person ? tellLabel(term, fact, options) : tellHolder(term, options),
      acting: term.acting,
      start: firstDay(term.start),
      end: term.end === null ? null : lastDay(term.end),
      period: tellPeriod(term.start, term.end, style, t, term.earliest !== null),
    })),
    events: rankEvents(fact.events, fact.id, request.cast, request.date).map(({ event, shared }) => ({
      id: event.id,
      start: firstDay(event.start),
      date: event.end === null || event.end === event.start ? tellDate(event.start, style) : tellPeriod(event.start, event.end, style, t),
      title: tellName(event.title, language),
      summary: tellName(event.summary, language),
      shared: shared.map(({ name }) => tellName(name, language)),
      sources: tellSources(event.sources, style),
    })),
    evidence: tellEvidence(request.evidence, { language, t, terms: fact.terms, nameOf: options.nameOf }),
    sources: tellSources([...shown.flatMap((term) => term.sources), ...fact.sources], style),
    verified: tellVerified(role, fact, style, t),
    links: fact.wikidata ? [{ label: t('link_wikidata'), url: `https://www.wikidata.org/wiki/${fact.wikidata}` }] : [],
    report: null,
  };
}

/** The day that roles are told for, and that it is not the article's where none was found. */
export function tellDay({ date, dateSource }: Pick<Payload<'card'>, 'date' | 'dateSource'>, style: DateStyle, t: Translate): CardContent['date'] {
  return { iso: date, text: tellDate(date, style), note: dateSource === 'today' ? t('date_not_found') : null };
}

/** What kind of entity it is, in words: «شخصية عامة», «وزارة». */
export function tellKind({ kind, classification }: Pick<EntityFact, 'kind' | 'classification'>, t: Translate): string {
  return kind === 'person' ? t('kind_person') : t(`class_${(classification ?? 'other').replaceAll('-', '_')}`);
}

/** One line on who somebody is at a day, for lists; null where nothing is known of their offices. */
export function tellRoleLine(fact: EntityFact, day: string, options: Pick<TellOptions, 'language' | 't'>): string | null {
  if (fact.kind === 'organization') {
    const head = headOf(fact, day);
    return head && options.t('head_line', [tellLabel(head, fact, options), tellName(head.holder.name, options.language)]);
  }
  const role = roleAt(fact.terms, day);
  if (!role) return null;
  const label = tellLabel(role.term, fact, options);
  return role.status === 'current' ? label : options.t(`role_${role.status}`, label);
}

function tellRole(fact: EntityFact, role: Role, day: string, style: DateStyle, options: TellOptions): NonNullable<CardContent['role']> {
  const { term, status } = role;
  const { t } = options;
  const by = term.earliest !== null;
  const period =
    status === 'current' ? tellSince(term.start, style, t, by)
    : status === 'later' ? tellLater(term.start, style, t, by)
    : t('formerly', tellPeriod(term.start, term.end, style, t, by));
  return { label: tellLabel(term, fact, options), status, acting: term.acting, period, since: tellChange(fact, role, day, style, options) };
}

function tellChange(fact: EntityFact, role: Role, day: string, style: DateStyle, options: TellOptions): string | null {
  const change = changedSince(fact.terms, role, day, options.today);
  if (!change) return null;
  const { t } = options;
  const ended = change.ended === null ? null : t('ended', tellOn(change.ended, style, t));
  if (change.now === role.term) return t('begun_since');
  const now = change.now === null ? null : t('now_is', [tellLabel(change.now, fact, options), tellSince(change.now.start, style, t, change.now.earliest !== null)]);
  return [ended, now].filter((line) => line !== null).join(' ');
}

/** The office as the reader says it: acting said, and the country where it is not the person's own. */
function tellLabel(term: TermFact, fact: EntityFact, { language, t }: Pick<TellOptions, 'language' | 't'>): string {
  const label = tellName(term.label, language);
  const country = term.country !== null && term.country !== fact.country ? tellCountry(term.country, language) : null;
  const placed = country === null || label.includes(country) ? label : t('label_country', [label, country]);
  return term.acting && !SAYS_ACTING.test(label) ? t('label_acting', placed) : placed;
}

/** Labels that say by themselves that nobody was confirmed in the post. */
const SAYS_ACTING = /بالنيابة|بالإنابة|المكلف|المكلّف|مكلف|القائم ب|\bacting\b|\binterim\b|intérim|chargé/i;

function tellHolder(term: TermFact, { language, t }: TellOptions): string {
  const name = tellName(term.holder.name, language);
  return term.acting ? t('label_acting', name) : name;
}

/** Labels of those who stand beside a head: deputies, spokespeople. */
const SECOND = /^(نائب|نائبة|مساعد|وكيل|الناطق|المتحدث|مستشار|أمين سر|عضو|ناطق|متحدث)/;

/**
 * Who leads an organization on a day: the holder of its highest post. Where several posts of that rank are held at once
 * (a government's ministers), no one of them leads it.
 */
export function headOf(fact: EntityFact, day: string): TermFact | null {
  const current = fact.terms.filter((term) => statusAt(term, day) === 'current' && !SECOND.test(term.label.ar));
  const top = Math.min(...current.map((term) => RANK_ORDER[term.rank]));
  const leading = current.filter((term) => RANK_ORDER[term.rank] === top);
  return new Set(leading.map((term) => term.post)).size === 1 ? leading.at(-1)! : null;
}

/** A person's every term; of an organization those of the post that leads it, or its chart would be a directory. */
function timelineTerms(fact: EntityFact, leading: TermFact | null): TermFact[] {
  return fact.kind === 'person' ? fact.terms : fact.terms.filter((term) => term.post === leading?.post);
}

function describe(fact: EntityFact, style: DateStyle, { language, t }: TellOptions): string | null {
  const parts = [
    fact.description ? tellName(fact.description, language) : null,
    fact.founded ? t('founded', tellDate(fact.founded, style)) : null,
    fact.dissolved ? t('dissolved', tellDate(fact.dissolved, style)) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' · ') : null;
}

function tellVerified(role: Role | null, fact: EntityFact, style: DateStyle, t: Translate): string | null {
  const own = role?.term.verifiedOn ?? null;
  const newest = own ?? fact.terms.map((term) => term.verifiedOn).filter((day) => day !== null).sort().at(-1) ?? null;
  // When sources last bore a fact out is about sources, not about the article: no Hijri date beside it.
  return newest === null ? null : t('verified_on', tellDate(newest, { ...style, hijri: false }));
}

function tellSources(sources: EntityFact['sources'], style: DateStyle): CardContent['sources'] {
  const seen = new Set<string>();
  return sources
    .filter(({ url }) => /^https?:\/\//.test(url) && !seen.has(url) && seen.add(url))
    .map(({ publisher, url, published, official }) => ({
      publisher,
      url,
      published: published ? tellDate(published, { ...style, hijri: false }) : null,
      official: official ?? false,
    }));
}
