import { fold } from '../../arabic/letters';
import { BODY_TYPES, FLAG_ALONE, FLAG_GIVEN, FLAG_HEAD, FLAG_WEAK, PERSON_TYPES } from '../names';
import type { Evidence } from '../types';
import type { ReadBlock, Span } from './document';
import { isPerson } from './offices';
import { choose, goesOn, goesOnByGiven, isTail, servesHome, type Candidate } from './people';
import { PRIOR, THRESHOLD, companyOf, hasReading, placeKey, type State } from './state';
import { isAdjective, isDefinite, isCalledAfter, isFunctionWord, isNamedAfter, isPrivate, isPrivateWord, leavesName, looksLikeVerb, opensClause, tellsTheWord, usedAsName } from './usage';

/** Ranks a title asks for; titles not here ask for none. */
const TITLE_RANKS: Record<string, RegExp> = {
  الرئيس: /head-of-state|head-of-government|parliament|party|company/, الوزير: /minister|head-of-government/, الوزيره: /minister|head-of-government/,
  حكومه: /head-of-government/, السفير: /ambassador|minister|envoy/, السفيره: /ambassador|minister|envoy/, الملك: /head-of-state|royal/, العاهل: /head-of-state|royal/,
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
    const last = state.pack.nameWords(person).at(-1)!;
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
  // «الدكتور ناصر الفاضل»: between a title and the surname stands a given name.
  const isTitled = block.joined(before) && !/^(?:ال|[وفبلك]ال)/.test(block.folded(before)) && block.cuesTo(before, 'title').some((cue) => cue.tokens === 1 && /^ال/.test(block.word(cue.token))) && !opensClause(block, before);
  const isGiven = isTitled || given !== undefined || /^[وف]?[بلك]?عبدال..+/.test(block.folded(before)) || (block.joined(before) && /^(?:[وف]?[بلك]?(?:عبد|عبيد|ابو|بنت|ام)|بن|ولد)$/.test(block.folded(before - 1)));
  if (!isGiven || block.cuesTo(span.token, 'title', 'rank', 'verb').length > 0) return false;
  // Its bearer's own given name may stand there, as far as it goes («عبد المجيد تبون», «سعيد شنقريحة»).
  const said = block.folded(before);
  return !span.names.some((name) => {
    return state.pack.nameWords(state.pack.index.target(name)).slice(0, -1).some((word) => hasReading(said, (reading) => reading === word || reading === `عبد${word}`));
  });
}

function shortForm(state: State, span: Span, titled: boolean): void {
  const { pack, doc } = state;
  const block = state.block(span);
  if (state.covered(span) || isTail(block, span) || isNamedAfter(block, span) || isPrivate(block, span, span.tokens === 1 && span.names.some((name) => state.named.has(pack.index.target(name)))) || isFunctionWord(block, span) || tellsTheWord(block, span)) return;
  if (span.tokens === 2 && goesOnByGiven(block, span.token + 2)) return;
  // «محمد بن مبارك» بن دينه
  if (span.tokens > 2 && block.joined(span.token + span.tokens) && /^(?:بن|ابن|ولد)$/.test(block.folded(span.token + span.tokens))) return;
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
    const isTitle = block.cuesFrom(span.token, 'title', 'rank').some((cue) => cue.tokens === span.tokens);
    const titleWord = isTitle && !(named && named.block <= span.block && isNobodysTitle(state, block, span));
    // «عاد من المنفى» is no «المنفي», where ي has its dots.
    if (pack.index.has(name, FLAG_WEAK) && !doc.dotless && /ى$/.test(block.word(span.token + span.tokens - 1)) && pack.index.textOf(name).endsWith('ي')) continue;
    const weak = (pack.index.has(name, FLAG_WEAK) || (company === '' && (!named || pack.index.has(name, FLAG_GIVEN))) || titleWord) && span.tokens === 1;
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
    if (weak && !title && !apposed && !led && !(spoken(block, span, pack.index.has(name, FLAG_WEAK)) && !titleWord) && !(named && (actsAsName(state, block, span) || usedAsName(block, span, isTitle && !titleWord) || isWrittenAlike(state, block, span, named)))) score -= 0.5;
    if (!title && !apposed && !led && isAdjective(block, span)) score -= 0.5;
    const given = pack.index.has(name, FLAG_GIVEN);
    if ((weak || given) && goesOn(block, span.token + span.tokens, false)) score -= 0.5;
    if (given && !named && !title && !apposed && !led) score -= 0.5;
    const before = byEntity.get(entity);
    if (!before || before.score < score) byEntity.set(entity, { entity, name, score, evidence });
  }
  const candidates = onceNamed(state, [...byEntity.values()]);
  const chosen = choose(candidates);
  if (!chosen) {
    if (!titled || candidates.some((c) => c.score > 0)) state.abstain(span, candidates.filter((c) => c.score > 0));
    return;
  }
  if (candidates.length === 1) chosen.evidence.push({ code: 'only-one' });
  state.propose(span, chosen.entity, 'short', Math.min(chosen.score, 0.99), chosen.evidence);
  if (!state.named.has(chosen.entity)) state.named.set(chosen.entity, { block: span.block, token: span.token });
}

/** Whether the word at the span is somebody's surname and nobody's title in this article («وكتب الشيخ», where «حسين الشيخ» alone is called so). */
function isNobodysTitle(state: State, block: ReadBlock, span: Span): boolean {
  const word = block.folded(span.token).slice(span.clitics);
  // «الوزير» is whoever holds the office; «الشيخ عكرمة» may be anybody.
  if (!/^(?:الشيخ|القاضي|البابا)$/.test(word) || !leavesName(block, span.token + span.tokens)) return false;
  const known = state.nobodysTitles.get(word) ?? state.doc.blocks.every((_, place) => !isBorne(state, place, word));
  state.nobodysTitles.set(word, known);
  return known;
}

/** Whether a name follows the word somewhere in a block. */
function isBorne(state: State, place: number, word: string): boolean {
  const block = state.doc.blocks[place]!;
  for (let token = 0; token < block.count; token++) {
    // «حي الشيخ جراح» is called after one.
    if (block.folded(token) !== word || !block.joined(token + 1) || isCalledAfter(block, token)) continue;
    if (block.cuesFrom(token + 1, 'given', 'title', 'rank').length > 0 || block.spansFrom(token + 1).some((other) => isPerson(state, other))) return true;
    // «الشيخ عكرمة صبري»: two words that go on may be a name.
    if (state.over(place, token).length === 0 && [1, 2].every((by) => block.joined(token + by) && !leavesName(block, token + by) && !/^ال.*[^ي]$/.test(block.folded(token + by)))) return true;
  }
  return false;
}

/** Of candidates named in full, those named before, if there are any: who comes only later is not spoken of yet. */
function onceNamed(state: State, all: Candidate[]): Candidate[] {
  const candidates = all.filter(({ score }) => score >= THRESHOLD);
  const named = (code: Evidence['code']) => candidates.filter(({ evidence }) => evidence.some((e) => e.code === code));
  const [before, after] = [named('after-full-name'), named('before-full-name')];
  if (before.length + after.length < candidates.length) return all;
  if (before.length > 0) return before.length === 1 ? before : all;
  // «العليمي يكلف بن بريك»: of two who are to come, the first.
  const place = ({ entity }: Candidate) => {
    const { block, token } = state.named.get(entity)!;
    return placeKey(block, token);
  };
  const [first, second] = [...after].sort((a, b) => place(a) - place(b));
  return first && second && place(first) < place(second) ? [first] : all;
}

/** The body named right before the span that this person heads, headed or speaks for («رئيس النهضة الغنوشي»). */
function ledBody(state: State, block: ReadBlock, span: Span, person: number): string | null {
  if (span.clitics > 0 || !block.joined(span.token)) return null;
  const posts = state.pack.termsOfPerson(person).map((term) => state.pack.post(term.post).organization);
  // «حركة البناء برئاسة بن قرينة»
  const at = LED_BY.test(block.folded(span.token - 1)) && block.joined(span.token - 1) ? span.token - 1 : span.token;
  for (const other of block.spansTo(at)) {
    if (other.names.some((name) => state.pack.index.isOf(name, BODY_TYPES) && posts.includes(state.pack.index.target(name)))) return block.text.slice(other.start, other.end);
  }
  return null;
}

/** Between a body and who leads it, folded. */
const LED_BY = /^(?:برئاسه|بقياده|بزعامه|رئيسها|رئيسه|زعيمها|زعيمه|امينها|امينه)$/;

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
  // «كل عمل صالح»: no verb, though written like one.
  // «كان سريع الإيقاع»: what it was.
  if (isWord && /^[وف]?(?:كانت?|[يت]كون|باتت?|اصبحت?)$/.test(block.folded(span.token - 1)) && isDefinite(block, span.token + span.tokens)) return false;
  if (/^(?:كل|اي|بعض|هذا|ذلك|غير)$/.test(block.folded(span.token - 2)) && block.joined(span.token - 1)) return false;
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
