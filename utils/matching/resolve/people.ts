import { BODY_TYPES, FLAG_ALONE, FLAG_WEAK, OFFICE_TYPES, PERSON_TYPES, WHOLE_PERSON } from '../names';
import type { Evidence } from '../types';
import { isOf, type ReadBlock, type Span } from './document';
import { endsName, holderBeside, type OfficeReading, type Offices } from './offices';
import { MARGIN, PRIOR, THRESHOLD, companyOf, heldBy, type State } from './state';
import { isNamedAfter, isPrivate, leavesName, opensClause } from './usage';

/** Somebody whom a span may name. */
export interface Candidate {
  entity: number;
  name: number;
  score: number;
  evidence: Evidence[];
}

/** Words before a name that make it the tail of a longer one. */
const NAME_LINKS = new Set(['بن', 'ابن', 'بنت', 'ابو', 'عبد', 'ال', 'ام']);

/** First pass: whole names. */
export function resolveFullNames(state: State): void {
  for (const block of state.doc.blocks) {
    let free = 0;
    for (const span of block.spans) {
      if (!isOf(span, WHOLE_PERSON) || span.token < free) continue;
      const names = span.names.filter((name) => state.pack.index.isOf(name, WHOLE_PERSON));
      // Two spellings of one name that fold alike are one candidate.
      const candidates = [...new Map(names.flatMap((name) => fullName(state, block, span, name) ?? []).map((c) => [c.entity, c])).values()];
      if (candidates.length === 0) continue;
      const chosen = choose(candidates.map((c) => (candidates.length > 1 ? withCountry(state, block, span, c) : c)));
      if (!chosen) {
        state.abstain(span, candidates);
        continue;
      }
      free = withFamily(block, span.token + span.tokens);
      state.propose(span, chosen.entity, 'name', chosen.score, chosen.evidence, { end: block.ends[free - 1]!, tokens: free - span.token });
      state.doc.count(state.pack.countryOf(chosen.entity));
      if (!state.named.has(chosen.entity)) state.named.set(chosen.entity, { block: span.block, token: span.token });
    }
  }
  for (const person of state.named.keys()) {
    const surname = state.pack.nameWords(person).at(-1)!;
    if (/^ال.+ي$/.test(surname)) state.doc.disown(surname);
  }
}

function fullName(state: State, block: ReadBlock, span: Span, name: number): Candidate | null {
  const { index } = state.pack;
  const entity = index.target(name);
  const evidence: Evidence[] = [{ code: 'full-name' }];
  if ((isTail(block, span) && !followsSurname(state, block, span) && !followsName(state, span)) || isNamedAfter(block, span) || isPrivate(block, span)) return null;
  const company = companyOf(state, span, name, entity);
  if (company === '' && !(span.tokens > 1 && !endsAsWord(state, block, span) && servesHome(state, entity))) return null;
  if (company) evidence.push({ code: 'company', detail: company });
  // A single word as a whole name («قابوس») needs what a surname needs.
  if (span.tokens === 1 && !index.has(name, FLAG_ALONE)) return null;
  const last = span.token + span.tokens - 1;
  const loose = span.tokens === 2 && block.cuesFrom(last, 'given').length > 0;
  if (loose && goesOn(block, last + 1, true)) return null;
  // «محمد زكي إبراهيم»: a third name makes it another's.
  if (span.tokens === 2 && goesOnByGiven(block, last + 1)) return null;
  if (span.tokens === 2 && isStranger(state, block, span, entity)) return null;
  return { entity, name, score: PRIOR.full, evidence };
}

/** «برئاسة عقيلة صالح فتحي باشاغا»: behind another one's whole name. */
function followsName(state: State, span: Span): boolean {
  return state.over(span.block, span.token - 1).some((p) => p.as === 'name' && p.token + p.tokens === span.token);
}

/** «ويخلف سعيد رياض سلامة»: behind a verb, the surname of somebody named before; the given name that begins here is another's. */
function followsSurname(state: State, block: ReadBlock, span: Span): boolean {
  const before = span.token - 1;
  return block.cuesTo(before, 'verb').length > 0 && block.spansTo(span.token).some((other) => other.tokens === 1 && other.names.some((name) => state.named.has(state.pack.index.target(name)) && state.pack.index.isOf(name, PERSON_TYPES)));
}

/** Whether the name's last word is a common word by itself («كريم بدوي»). */
function endsAsWord(state: State, block: ReadBlock, span: Span): boolean {
  const { index } = state.pack;
  return block.spansFrom(span.token + span.tokens - 1).some((last) => last.tokens === 1 && last.names.some((name) => index.has(name, FLAG_WEAK)));
}

/** Ranks whose holders the news of their own country calls by name only. */
const WELL_KNOWN = /head-of|minister|parliament|military|central-bank/;

/** Whether somebody holds a high office of home on the article's day. */
export function servesHome(state: State, person: number): boolean {
  const { pack, doc } = state;
  return pack.countryOf(person) === doc.home && doc.home >= 0 && pack.termsOfPerson(person).some((term) => WELL_KNOWN.test(pack.rankName(term.post)) && term.startFirst <= doc.day && doc.day <= term.endLast);
}

/** Behind a name, the family's («سلمان بن عبد العزيز» آل سعود): part of it, though the dataset writes it without. */
function withFamily(block: ReadBlock, next: number): number {
  return block.joined(next) && block.joined(next + 1) && block.word(next) === 'آل' ? next + 2 : next;
}

/** Whether the span is the tail of a longer name («بن», «عبد» before it). */
export function isTail(block: ReadBlock, span: Span): boolean {
  if (span.clitics > 0 || !block.joined(span.token)) return false;
  if (NAME_LINKS.has(block.folded(span.token - 1)) && block.folded(span.token - 2) !== 'اف') return true;
  if (endsName(block, span)) return true;
  // «خالد محمد إبراهيم»: given names before a name of given names.
  const before = span.token - 1;
  // «موزاييك أف أم نور الدين بوطار», «الديوان الملكي الهاشمي يوسف العيسوي»: the end of something else.
  if (block.spansTo(span.token).some((other) => other.tokens > 1 && isOf(other, BODY_TYPES | OFFICE_TYPES))) return false;
  return span.tokens > 1 && !opensClause(block, before) && block.cuesFrom(span.token, 'given').length > 0 && block.cuesFrom(before, 'given').some((c) => c.tokens === 1) && block.cuesFrom(before, 'verb', 'title', 'rank', 'deputy').length === 0;
}

/** Whether a name of given names only goes on with another name («محمد علي» الحوثي); behind a whole name that need not have the article («حسين طه» سنجاري). */
export function goesOn(block: ReadBlock, token: number, whole: boolean): boolean {
  if (!block.joined(token)) return false;
  const word = block.folded(token);
  if (leavesName(block, token)) return false;
  if (NAME_LINKS.has(word) || block.cuesFrom(token, 'given').some((c) => c.clitics === 0)) return true;
  return (whole ? /^..+ي$/ : /^ال.+ي$/).test(word) && block.cuesFrom(token, 'country-adjective', 'former', 'modifier', 'elect').length === 0;
}

/** Whether a given name goes on right there, and no verb, title or particle: the name is a longer one. */
export function goesOnByGiven(block: ReadBlock, token: number): boolean {
  // «زهير المغزاوي أمين عام حركة الشعب»: a secretary, no Amin.
  if (block.folded(token) === 'امين' && /^(?:عام|سر|مال|حزب|حركه|ال.+)$/.test(block.folded(token + 1))) return false;
  return block.joined(token) && block.cuesFrom(token, 'given').some((c) => c.clitics === 0) && block.cuesFrom(token, 'verb', 'word', 'title', 'rank').length === 0 && !leavesName(block, token);
}

/**
 * Whether a name of two common Arabic words is likelier somebody else's here: its bearer is of a country that neither the
 * article nor the outlet has to do with, and led neither a state nor a government.
 */
function isStranger(state: State, block: ReadBlock, span: Span, person: number): boolean {
  const { pack, doc } = state;
  const country = pack.countryOf(person);
  const last = span.token + span.tokens - 1;
  const common = /^ال/.test(block.word(last)) || block.cuesFrom(last, 'given').length > 0;
  if (country < 0 || !common || block.cuesFrom(span.token, 'given').length === 0) return false;
  if (doc.concerns(country)) return false;
  if (doc.outlet < 0 && doc.countries.size === 0) return false;
  const terms = pack.termsOfPerson(person);
  return !terms.some((term) => /head-of|royal|party|international|envoy/.test(pack.rankName(term.post))) && !officeEvidence(state, block, span, person);
}

function withCountry(state: State, block: ReadBlock, span: Span, candidate: Candidate): Candidate {
  const country = state.pack.countryOf(candidate.entity);
  const near = state.doc.concerns(country);
  const office = officeEvidence(state, block, span, candidate.entity);
  return {
    ...candidate,
    score: candidate.score - 0.4 + (near ? 0.2 : 0) + (office ? 0.4 : 0),
    evidence: [...candidate.evidence, ...(near ? [{ code: 'country-context' as const, detail: state.pack.meta.countries[country]! }] : []), ...(office ? [office] : [])],
  };
}

/** The office right before the span that this person holds, held or is to hold. */
function officeEvidence(state: State, block: ReadBlock, span: Span, person: number): Evidence | null {
  if ((block.types & OFFICE_TYPES) === 0) return null;
  for (let end = span.token; end > span.token - 7; end--) {
    for (const other of block.spansTo(end)) {
      if (!isOf(other, OFFICE_TYPES)) continue;
      for (const name of other.names) {
        if (!state.pack.index.isOf(name, OFFICE_TYPES) || !heldBy(state.pack, state.pack.index.target(name), person, state.doc.day)) continue;
        return { code: 'office', detail: block.text.slice(other.start, other.end) };
      }
    }
  }
  return null;
}

/** The candidate that is sure enough and leads every other bearer by enough; null where none does. */
export function choose(candidates: readonly Candidate[]): Candidate | null {
  const ranked = [...candidates].sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (!first || first.score < THRESHOLD) return null;
  return second && second.entity !== first.entity && first.score - second.score < MARGIN ? null : first;
}

/** Second pass: which offices are titles of a name beside them; those are evidence, not mentions. */
export function attachOffices(state: State, all: readonly Offices[]): void {
  for (const [place, readings] of all.entries()) {
    const block = state.doc.blocks[place]!;
    for (const reading of readings.list) {
      const beside = holderBeside(state, block, readings, reading);
      if (!beside) continue;
      const person = personOf(state, block, beside.span, reading, beside.before);
      if (person === null) continue;
      state.attach(place, reading.span.token, person, beside.span);
    }
  }
}

function personOf(state: State, block: ReadBlock, span: Span, reading: OfficeReading, before: boolean): number | null {
  const persons = span.names.filter((name) => state.pack.index.isOf(name, PERSON_TYPES)).map((name) => state.pack.index.target(name));
  const holds = (person: number) =>
    bestOf(reading.posts.map((post) => (reading.country < 0 || state.pack.countryOfPost(post) === reading.country ? heldBy(state.pack, post, person, state.doc.day) : null)));
  const ever = [...new Set(persons)].filter((person) => holds(person));
  const then = ever.filter((person) => holds(person) === 'then');
  const holding = then.length > 0 ? then : ever;
  const comma = /[،,]/.test(block.text.slice(before ? span.end : reading.end, before ? reading.span.start : span.start));
  if (holding.length === 1) return holding[0]!;
  // «استقبل تبون وزير الخارجية»: without a comma what follows a name need not be its title.
  if (before && !comma) return null;
  // «الجيش ...، تبون»: behind a comma somebody else may come.
  if (!before && comma) return null;
  // «أبلغ وزير الخارجية الأمريكي السوداني مخاوف بلاده»: no American.
  const near = (person: number) => reading.posts.some((post) => [-1, state.pack.countryOf(person)].includes(state.pack.countryOfPost(post)));
  const named = persons.filter((person) => state.named.has(person) && near(person));
  if (named.length === 1) return named[0]!;
  // A short form that nothing else vouches for is not made a holder by standing there.
  const whole = isOf(span, WHOLE_PERSON);
  return whole && persons.length === 1 && !reading.deputy ? persons[0]! : null;
}

/** Held then, before, or later: the first of these that is among them. */
function bestOf(held: readonly ReturnType<typeof heldBy>[]): ReturnType<typeof heldBy> {
  return (['then', 'before', 'later'] as const).find((when) => held.includes(when)) ?? null;
}
