import { fold } from '../../arabic/letters';
import { BODY_TYPES, FLAG_ALONE, FLAG_GIVEN, FLAG_HEAD, FLAG_WEAK, OFFICE_TYPES, PERSON_TYPES, typesOf } from '../names';
import type { Evidence } from '../types';
import { isOf, type ReadBlock, type Span } from './document';
import { holderBeside, isPerson, type OfficeReading, type Offices } from './offices';
import { isDefinite, isFunctionWord, isNamedAfter, isPrivate, isPrivateWord, leavesName, looksLikeVerb, opensClause, usedAsName } from './usage';
import { MARGIN, PRIOR, THRESHOLD, companyOf, hasReading, heldBy, type State } from './state';

interface Candidate {
  entity: number;
  name: number;
  score: number;
  evidence: Evidence[];
}

/** Words before a name that make it the tail of a longer one. */
const NAME_LINKS = new Set(['بن', 'ابن', 'بنت', 'ابو', 'عبد', 'ال', 'ام']);

const WHOLE = typesOf('person');

/** First pass: whole names. */
export function resolveFullNames(state: State): void {
  for (const block of state.doc.blocks) {
    let free = 0;
    for (const span of block.spans) {
      if (!isOf(span, WHOLE) || span.token < free) continue;
      const names = span.names.filter((name) => state.pack.index.isOf(name, WHOLE));
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
}

function fullName(state: State, block: ReadBlock, span: Span, name: number): Candidate | null {
  const { index } = state.pack;
  const entity = index.target(name);
  const evidence: Evidence[] = [{ code: 'full-name' }];
  if ((isTail(block, span) && !followsSurname(state, block, span)) || isNamedAfter(block, span) || isPrivate(block, span)) return null;
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
function servesHome(state: State, person: number): boolean {
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
  // «خالد محمد إبراهيم»: given names before a name of given names.
  const before = span.token - 1;
  // «موزاييك أف أم نور الدين بوطار», «الديوان الملكي الهاشمي يوسف العيسوي»: the end of something else.
  if (block.spansTo(span.token).some((other) => other.tokens > 1 && isOf(other, BODY_TYPES | OFFICE_TYPES))) return false;
  return span.tokens > 1 && !opensClause(block, before) && block.cuesFrom(span.token, 'given').length > 0 && block.cuesFrom(before, 'given').some((c) => c.tokens === 1) && block.cuesFrom(before, 'verb', 'title', 'rank', 'deputy').length === 0;
}

/** Whether a name of given names only goes on with another name («محمد علي» الحوثي); behind a whole name that need not have the article («حسين طه» سنجاري). */
function goesOn(block: ReadBlock, token: number, whole: boolean): boolean {
  if (!block.joined(token)) return false;
  const word = block.folded(token);
  if (leavesName(block, token)) return false;
  if (NAME_LINKS.has(word) || block.cuesFrom(token, 'given').some((c) => c.clitics === 0)) return true;
  return (whole ? /^..+ي$/ : /^ال.+ي$/).test(word) && block.cuesFrom(token, 'country-adjective', 'former', 'modifier', 'elect').length === 0;
}

function goesOnByGiven(block: ReadBlock, token: number): boolean {
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

function choose(candidates: readonly Candidate[]): Candidate | null {
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
  const named = persons.filter((person) => state.named.has(person));
  if (named.length === 1) return named[0]!;
  // A short form that nothing else vouches for is not made a holder by standing there.
  const whole = isOf(span, WHOLE);
  return whole && persons.length === 1 && !reading.deputy ? persons[0]! : null;
}

/** Held then, before, or later: the first of these that is among them. */
function bestOf(held: readonly ReturnType<typeof heldBy>[]): ReturnType<typeof heldBy> {
  return (['then', 'before', 'later'] as const).find((when) => held.includes(when)) ?? null;
}

/** Ranks a title asks for; titles not here ask for none. */
const TITLE_RANKS: Record<string, RegExp> = {
  الرئيس: /head-of-state|head-of-government|parliament|party|company/, الوزير: /minister|head-of-government/, الوزيره: /minister|head-of-government/,
  السفير: /ambassador|minister|envoy/, السفيره: /ambassador|minister|envoy/, الملك: /head-of-state|royal/, العاهل: /head-of-state|royal/,
  الامير: /royal|head-of-state/, السلطان: /head-of-state|royal/, الوالي: /region/, النائب: /parliament|party|minister/,
  'ولي العهد': /royal|head-of-government/, 'الامين العام': /international|party|agency/, اداره: /head-of-state/, عهد: /head-of-state|royal/,
};
const SOLDIER = /military|minister|head-of-state|intelligence|head-of-government|other|region|deputy-minister/;

/** Third pass: surnames and short forms, in the light of the whole names. */
export function resolveShortForms(state: State): void {
  const spans = state.doc.blocks.flatMap((block) =>
    longestOf(block.spans.filter((span) => isPerson(state, span) && !state.covered(span))),
  );
  for (const span of spans) if (otherBearer(state, state.block(span), span)) state.contest(fold(state.block(span).text.slice(span.start, span.end)), span.block, span.token);
  const lastWords = bearersByLastWord(state);
  for (const span of spans) {
    const key = fold(state.block(span).text.slice(span.start, span.end));
    const bearing = span.names.map((name) => state.pack.index.target(name));
    // «هيبت الحلبوسي» is named: «الحلبوسي» is not for certain the other one the dataset calls so.
    for (const person of lastWords.get(key) ?? []) {
      const { block, token } = state.named.get(person)!;
      if (!bearing.includes(person)) state.contest(key, block, token);
    }
  }
  // A title names somebody whose surname then stands alone: titles first.
  for (const titled of [true, false]) for (const span of spans) shortForm(state, span, titled);
}

/** Persons named in the article by the last word of their names, folded. */
function bearersByLastWord(state: State): Map<string, Set<number>> {
  const bearers = new Map<string, Set<number>>();
  for (const person of state.named.keys()) {
    const record = state.pack.record(person) as { name: { ar: string } };
    const last = fold(record.name.ar).split(' ').at(-1)!;
    bearers.set(last, (bearers.get(last) ?? new Set()).add(person));
  }
  return bearers;
}

/** Spans of a block, in order, that no longer one of them holds inside. */
export function longestOf(spans: readonly Span[]): Span[] {
  let reach = -1;
  return spans.filter((span) => {
    const inside = span.token + span.tokens <= reach;
    reach = Math.max(reach, span.token + span.tokens);
    return !inside;
  });
}

/** Another person's given name right before the surname («بلال أردوغان»). */
export function otherBearer(state: State, block: ReadBlock, span: Span): boolean {
  if (span.clitics > 0 || !block.joined(span.token)) return false;
  const before = span.token - 1;
  const given = block.cuesFrom(before, 'given')[0] ?? block.cuesFrom(before, 'title').find((cue) => cue.clitics === 0 && /^(عبد|عبيد)$/.test(block.folded(cue.token - 1)) && block.joined(cue.token));
  const isGiven = given !== undefined || /^[وف]?[بلك]?عبدال..+/.test(block.folded(before)) || (block.joined(before) && /^[وف]?[بلك]?(عبد|عبيد|ابو|بنت|ام)$/.test(block.folded(before - 1)));
  if (!isGiven || block.cuesTo(span.token, 'title', 'rank', 'verb').length > 0) return false;
  // Its bearer's own given name may stand there, as far as it goes («عبد المجيد تبون», «سعيد شنقريحة»).
  const said = block.folded(before);
  return !span.names.some((name) => {
    const record = state.pack.record(state.pack.index.target(name)) as { name: { ar: string } };
    return fold(record.name.ar).split(' ').slice(0, -1).some((word) => hasReading(said, (reading) => reading === word || reading === `عبد${word}`));
  });
}

function shortForm(state: State, span: Span, titled: boolean): void {
  const { pack, doc } = state;
  const block = state.block(span);
  if (state.covered(span) || isTail(block, span) || isNamedAfter(block, span) || isPrivate(block, span, span.tokens === 1 && span.names.some((name) => state.named.has(pack.index.target(name)))) || isFunctionWord(block, span)) return;
  if (span.tokens === 2 && goesOnByGiven(block, span.token + 2)) return;
  const title = titleBefore(state, block, span);
  const apposed = state.titleOf(span);
  if (titled !== Boolean(title || apposed)) return;
  const key = fold(block.text.slice(span.start, span.end));
  const alien = otherBearer(state, block, span);
  if (alien && !apposed) return;
  const contested = state.isContested(key, span, span.names.map((name) => pack.index.target(name)));
  const byEntity = new Map<number, Candidate>();
  for (const name of span.names.filter((n) => pack.index.isOf(n, PERSON_TYPES))) {
    const entity = pack.index.target(name);
    const company = companyOf(state, span, name, entity);
    if (company === '' && !state.named.has(entity) && !apposed) continue;
    const evidence: Evidence[] = company ? [{ code: 'company', detail: company }] : [];
    let score = company ? 0.2 : 0;
    const named = state.named.get(entity);
    // What needs company and lacks it is a word first, its bearer named or not.
    const titleWord = block.cuesFrom(span.token, 'title', 'rank').some((cue) => cue.tokens === span.tokens);
    const weak = (pack.index.has(name, FLAG_WEAK) || company === '' || titleWord) && span.tokens === 1;
    if (apposed?.person === entity) {
      score += PRIOR.title;
      evidence.push({ code: 'office', detail: block.text.slice(...wordsOf(block, apposed.token, span.token)) });
    } else if (title) {
      const fit = titleFits(state, title, entity);
      if (fit > 0) evidence.push({ code: 'title', detail: title });
      score += fit;
    }
    const led = ledBody(state, block, span, entity);
    if (led) {
      score += PRIOR.title;
      evidence.push({ code: 'office', detail: led });
    }
    if (named) {
      const earlier = named.block < span.block || (named.block === span.block && named.token < span.token);
      evidence.push({ code: earlier ? 'after-full-name' : 'before-full-name', detail: String(named.block) });
      score += contested ? 0.2 : PRIOR.after;
    } else if (!contested && (pack.index.has(name, FLAG_ALONE) || (span.tokens > 1 && span.names.length === 1 && !company && servesHome(state, entity)) || (pack.index.has(name, FLAG_HEAD) && leadsThen(state, entity)))) {
      evidence.push({ code: 'well-known' });
      score += PRIOR.alone;
    }
    const country = pack.countryOf(entity);
    if (!named && country >= 0 && (doc.countries.has(country) || country === doc.outlet) && score > 0) {
      evidence.push({ code: 'country-context', detail: pack.meta.countries[country]! });
      score += 0.1;
    }
    // A surname that is a word or a given name: a title or a verb of saying must stand before it.
    if (weak && isPrivateWord(block, span) && !title && !apposed) score -= 0.5;
    if (weak && !title && !apposed && !led && !(spoken(block, span, pack.index.has(name, FLAG_WEAK)) && !titleWord) && !(named && (actsAsName(state, block, span) || usedAsName(block, span) || isWrittenAlike(state, block, span, named)))) score -= 0.5;
    const given = pack.index.has(name, FLAG_GIVEN);
    if ((weak || given) && goesOn(block, span.token + span.tokens, false)) score -= 0.5;
    if (given && !named && !title && !apposed && !led) score -= 0.5;
    const before = byEntity.get(entity);
    if (!before || before.score < score) byEntity.set(entity, { entity, name, score, evidence });
  }
  const candidates = [...byEntity.values()];
  const chosen = choose(candidates);
  if (!chosen) {
    if (!titled || candidates.some((c) => c.score > 0)) state.abstain(span, candidates.filter((c) => c.score > 0));
    return;
  }
  if (candidates.length === 1) chosen.evidence.push({ code: 'only-one' });
  state.propose(span, chosen.entity, 'short', Math.min(chosen.score, 0.99), chosen.evidence);
  if (!state.named.has(chosen.entity)) state.named.set(chosen.entity, { block: span.block, token: span.token });
}

/** The body named right before the span that this person heads, headed or speaks for («رئيس النهضة الغنوشي»). */
function ledBody(state: State, block: ReadBlock, span: Span, person: number): string | null {
  if (span.clitics > 0 || !block.joined(span.token)) return null;
  const posts = state.pack.termsOfPerson(person).map((term) => state.pack.post(term.post).organization);
  for (const other of block.spansTo(span.token)) {
    if (other.names.some((name) => state.pack.index.isOf(name, BODY_TYPES) && posts.includes(state.pack.index.target(name)))) return block.text.slice(other.start, other.end);
  }
  return null;
}

/** Whether somebody leads a state or government on the article's day that the article has to do with. */
function leadsThen(state: State, person: number): boolean {
  const { pack, doc } = state;
  const country = pack.countryOf(person);
  if (!doc.concerns(country)) return false;
  return pack.termsOfPerson(person).some((term) => /^head-of/.test(pack.rankName(term.post)) && term.startFirst <= doc.day && doc.day <= term.endLast);
}

function wordsOf(block: ReadBlock, from: number, to: number): [number, number] {
  return [block.starts[from]!, block.ends[Math.max(from, to - 1)]!];
}

/** Whether a verb stands before; one that is told by its letters only not where the span may be a noun of what follows («يبقى عون المودعين»). */
function spoken(block: ReadBlock, span: Span, isWord: boolean): boolean {
  return span.clitics === 0 && block.joined(span.token) && ((looksLikeVerb(block, span.token - 1) && !(isWord && isDefinite(block, span.token + span.tokens))) || block.cuesTo(span.token, 'verb').some((cue) => cue.clitics === 0 || /^[وف]/.test(block.word(cue.token))));
}

/** «سعيّد» with its marks, as in the whole name: the word has none. */
function isWrittenAlike(state: State, block: ReadBlock, span: Span, named: { block: number; token: number }): boolean {
  const written = block.text.slice(span.start, span.end);
  if (!/[\u064b-\u0652]/.test(written)) return false;
  const whole = state.doc.blocks[named.block]!;
  for (let token = named.token + 1; token < named.token + 5 && whole.joined(token); token++) if (whole.text.slice(whole.starts[token], whole.ends[token]) === written) return true;
  return false;
}

/** A word used as a name by what stands beside it: a verb of saying or acting behind it, «كان ... قد» around it, or another person joined by «و». */
function actsAsName(state: State, block: ReadBlock, span: Span): boolean {
  const next = span.token + span.tokens;
  if (span.clitics === 0 && block.joined(next) && block.cuesFrom(next, 'verb').some((cue) => cue.clitics === 0 && /^[يت]/.test(block.word(next)))) return true;
  if (block.joined(span.token) && /^[وف]?كانت?$/.test(block.folded(span.token - 1)) && block.joined(next) && block.folded(next) === 'قد') return true;
  const joins = (token: number) => block.loose(token) && block.word(token).startsWith('و');
  return [...state.over(span.block, next), ...state.over(span.block, span.token - 1)].some(
    (p) => p.kind === 'person' && p.as !== 'office' &&
      ((p.token === next && joins(next) && p.start > block.starts[next]!) || (p.token + p.tokens === span.token && joins(span.token) && span.clitics === 1)),
  );
}

function titleBefore(state: State, block: ReadBlock, span: Span): string | null {
  if (span.clitics > 0 || !block.joined(span.token)) return null;
  // «الرئيس الأمريكي ترامب»: the country between title and name.
  const adjective = block.cuesTo(span.token, 'country-adjective', 'former', 'elect', 'modifier')[0];
  const at = adjective && block.joined(adjective.token) ? adjective.token : span.token;
  const cue = block.cuesTo(at, 'title', 'rank')[0] ?? block.cuesTo(span.token, 'title', 'rank')[0];
  return cue ? block.text.slice(block.starts[cue.token]!, block.ends[cue.token + cue.tokens - 1]!) : null;
}

/** How well a title fits what the person was: 0 where it asks for something else. */
function titleFits(state: State, title: string, person: number): number {
  const { pack, doc } = state;
  const wanted = TITLE_RANKS[fold(title)];
  const terms = pack.termsOfPerson(person);
  const soldier = /فريق|لواء|عميد|عقيد|جنرال|مشير|عماد|اميرال|ادميرال/.test(fold(title));
  if (!wanted && !soldier) return state.named.has(person) ? 0.1 : 0.15;
  const fitting = terms.filter((term) => (wanted ?? SOLDIER).test(pack.rankName(term.post)));
  if (fitting.length === 0) return soldier ? 0.05 : 0;
  const then = fitting.some((term) => term.startFirst <= doc.day && doc.day <= term.endLast);
  const bare = !wanted;
  return then ? (bare ? 0.45 : 0.7) : fitting.some((t) => t.endLast < doc.day) ? 0.3 : 0.1;
}
