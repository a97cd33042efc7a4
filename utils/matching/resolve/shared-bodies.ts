import { fold } from '../../arabic/letters';
import { Tokens } from '../../arabic/tokens';
import { BODY_TYPES } from '../names';
import { scan } from '../scan';
import type { Evidence } from '../types';
import { accept, bearerOf, ledByHolder } from './bodies';
import { countriesInSentence, countryBehind, countryByContext } from './context';
import type { ReadBlock, Span } from './document';
import { isPartOfOther, officesOver } from './parts';
import { PRIOR, type State } from './state';
import { isDefinite } from './usage';

/** Bodies every country has one of, called by one word at home. */
const HOME_WORDS = new Set(['البرلمان', 'الجيش']);
/** A word that stands for whoever governs. */
const NAMES_NOBODY = new Set(['الحكومه', 'حكومه']);

/**
 * Whether one word may mean the body of the country the article is about, home before others: no other country in the
 * sentence, no word behind that says more.
 */
function ofHome(state: State, block: ReadBlock, span: Span, home: number): boolean {
  const { countries } = state.doc;
  const named = countries.get(home) ?? 0;
  if (home < 0 || Math.max(0, ...countries.values()) > 3 * (named + 1)) return false;
  if ([...countriesInSentence(block, span)].some((country) => country !== home && (countries.get(country) ?? 0) * 3 > named)) return false;
  const next = span.token + span.tokens;
  // «الجيش الحر», «الحكومة الانتقالية»: another body; «الحكومة الجديدة» is the same.
  return !isDefinite(block, next) || block.cuesFrom(next, 'modifier', 'former', 'title', 'rank').length > 0;
}

/** «وزارة الدفاع», «مجلس النواب»: the country behind it, else the one the article is about. */
export function resolveGeneric(state: State, block: ReadBlock, span: Span, names: readonly number[], memory: Map<string, Set<number>>): void {
  const { pack, doc } = state;
  const entities = [...new Set(names.map((name) => pack.index.target(name)))];
  // As the dataset writes it: «للبرلمان» has no alef.
  const key = fold(pack.index.textOf(names[0]!));
  const behind = countryBehind(block, span.token + span.tokens);
  const take = (candidates: number[], evidence: Evidence, score: number, end: number, tokens: number) => {
    if (end === span.end && candidates.some((entity) => isPartOfOther(state, block, span, entity))) return;
    const alive = candidates.length > 1 ? candidates.filter((e) => state.bodies.has(e)) : candidates;
    if (alive.length !== 1) {
      state.abstain(span, candidates.map((entity) => ({ entity, score: PRIOR.weak, evidence: [evidence] })), end);
      return;
    }
    accept(state, span, { entity: alive[0]!, score, evidence: [evidence], end, tokens });
    memory.set(key, (memory.get(key) ?? new Set()).add(alive[0]!));
  };
  // «الحكومة», «حكومة الإمارات»: whoever governs, and no body of a name.
  if (NAMES_NOBODY.has(key)) return;
  if (entities.every((entity) => pack.hostOf(entity) >= 0) && !IN_PLACE.test(key)) {
    const fitting = isPlaced(block, span.token + span.tokens) ? [] : entities.filter((entity) => pack.hostOf(entity) === doc.home);
    if (fitting.length > 0) take(fitting, { code: 'country-context', detail: pack.meta.countries[doc.home]! }, PRIOR.context, span.end, span.tokens);
    return;
  }
  // «السياسة الخارجية المصرية»: an adjective, no ministry.
  if (span.tokens === 1 && span.clitics === 0 && block.joined(span.token) && /^[وف]?[بك]?(ال|لل)/.test(block.folded(span.token - 1))) return;
  // «قائد الجيش السابق العماد جان قهوجي»: the title's bearer says whose.
  const bearer = span.tokens === 1 && HOME_WORDS.has(key) ? bearerOf(state, span, 4) : undefined;
  if (bearer !== undefined) {
    const country = pack.countryOf(bearer);
    return take(entities.filter((entity) => pack.countryOf(entity) === country), { code: 'company', detail: block.word(span.token - 1) }, PRIOR.title, span.end, 1);
  }
  // «الناطق باسم الشرطة»: at home it needs no country.
  const spokenFor = span.tokens === 1 && block.joined(span.token) && /^[وف]?باسم$/.test(block.folded(span.token - 1)) && ofHome(state, block, span, doc.home);
  // «الداخلية: القبض على خلية», in a headline.
  const announces = block.place === 0 && span.token === 0 && span.tokens === 1 && /^\s*:/.test(block.between(1)) && pack.classificationOf(entities[0]!) === 'ministry';
  const speaks = span.tokens === 1 && pack.classificationOf(entities[0]!) === 'ministry' && isSubject(block, span) && doc.home >= 0 && [...countriesInSentence(block, span)].every((country) => country === doc.home);
  // «وزير الخارجية المصري»: an office, whose ministry is not spelled out.
  if (span.tokens === 1 && !spokenFor && officesOver(block, span).length > 0) return;
  // «رئاسة الحكومة», «شؤون رئاسة الجمهورية»: part of another body's name or of an office to be filled.
  if (span.tokens === 1 && key !== 'البرلمان' && block.joined(span.token) && /^[وف]?[بل]?(رئاسه|شؤون|شون)$/.test(block.folded(span.token - 1))) return;
  if (behind) {
    const fitting = entities.filter((e) => pack.countryOf(e) === behind.country);
    if (fitting.length === 0) return;
    take(fitting, { code: 'country-named', detail: pack.meta.countries[behind.country]! }, PRIOR.title, behind.end, behind.next - span.token);
    return;
  }
  // One word («الجيش», «البرلمان») says too little without its country, but at home.
  const { home } = doc;
  if (span.tokens === 1 && !spokenFor && !announces && !speaks && !(HOME_WORDS.has(key) && ofHome(state, block, span, home))) return;
  if (speaks) return take(entities.filter((entity) => pack.countryOf(entity) === home), { code: 'country-context', detail: pack.meta.countries[home]! }, PRIOR.context, span.end, 1);
  const known = memory.get(key);
  if (known?.size === 1 && span.tokens > 1) return take([...known], { code: 'after-full-name' }, PRIOR.context, span.end, span.tokens);
  const led = ledByHolder(state, span, entities);
  if (led !== null) return take([led], { code: 'company', detail: block.word(span.token - 1) }, PRIOR.title, span.end, span.tokens);
  const possible = new Set(entities.map((e) => pack.countryOf(e)).filter((c) => c >= 0));
  const context = countryByContext(doc, block, span, possible);
  if (!context) {
    state.abstain(span, entities.map((entity) => ({ entity, score: PRIOR.weak, evidence: [] })));
    return;
  }
  take(entities.filter((e) => pack.countryOf(e) === context.country), { code: 'country-context', detail: pack.meta.countries[context.country]! }, PRIOR.context, span.end, span.tokens);
}

/** «وقالت الداخلية إن ...», «الداخلية تكشف ...» in a headline: whether somebody acts who is called by one word in the feminine. */
function isSubject(block: ReadBlock, span: Span): boolean {
  const next = span.token + 1;
  if (span.clitics === 0 && block.joined(span.token) && !isDefinite(block, next)) {
    if (block.cuesTo(span.token, 'verb').some((cue) => cue.tokens === 1 && /ت$/.test(block.folded(cue.token)))) return true;
    // «ولم تتردد الخارجية»
    if (/^ت...+/.test(block.folded(span.token - 1)) && /^[وف]?(?:لم|لن)$/.test(block.folded(span.token - 2)) && block.joined(span.token - 1)) return true;
  }
  return block.place === 0 && block.joined(next) && /^ت/.test(block.word(next)) && block.cuesFrom(next, 'verb').some((cue) => cue.clitics === 0);
}

/** «السفارة بواشنطن»: an embassy's name that says where and not whose, folded. */
const IN_PLACE = /^السفاره (?:في |لدي |ب)/;

/** Whether a place is said there: «في» or «لدى» with what follows, a country or capital behind «ب». */
function isPlaced(block: ReadBlock, token: number): boolean {
  if (!block.joined(token)) return false;
  return /^(?:في|لدي)$/.test(block.folded(token)) || (/^ب/.test(block.word(token)) && block.cuesFrom(token, 'country', 'capital').length > 0);
}

/** «وزارتي المالية السعودية والقطرية»: a ministry for each adjective. */
function resolveTwoCountries(state: State, block: ReadBlock, span: Span, entities: readonly number[]): boolean {
  const { pack } = state;
  const adjective = (token: number, clitics: number) => (block.joined(token) ? block.cuesFrom(token, 'country-adjective').find((cue) => cue.clitics === clitics) : undefined);
  const first = adjective(span.token + span.tokens, 0);
  const second = first && adjective(first.token + first.tokens, 1);
  if (!first || !second) return false;
  for (const cue of [first, second]) {
    const fitting = [...new Set(entities)].filter((entity) => pack.countryOf(entity) === cue.country);
    if (fitting.length !== 1) continue;
    const end = block.ends[cue.token + cue.tokens - 1]!;
    const words = cue === first ? span : { ...span, token: cue.token, tokens: cue.tokens, start: block.behind(cue.token, 1), end, clitics: 1 };
    accept(state, words, { entity: fitting[0]!, score: PRIOR.title, evidence: [{ code: 'country-named', detail: pack.meta.countries[cue.country]! }], end, tokens: cue.token + cue.tokens - words.token });
  }
  return true;
}

/** «وزارتا الدفاع والداخلية»: two ministries, the second one's first word unsaid. */
export function resolveDual(state: State, block: ReadBlock, span: Span, entities: number[]): void {
  const { pack, doc } = state;
  const next = span.token + span.tokens;
  if (resolveTwoCountries(state, block, span, entities) || !block.joined(next) || !block.word(next).startsWith('و')) return;
  const second = block.text.slice(block.behind(next, 1), block.ends[next]!);
  const others = scan(pack.index, `وزارة ${second}`, new Tokens())
    .filter((hit) => hit.token === 0 && hit.tokens === 2 && pack.index.isOf(hit.name, BODY_TYPES))
    .map((hit) => pack.index.target(hit.name));
  const behind = countryBehind(block, next + 1);
  const possible = new Set(entities.map((e) => pack.countryOf(e)).filter((c) => c >= 0 && others.some((o) => pack.countryOf(o) === c)));
  const country = behind?.country ?? countryByContext(doc, block, span, possible)?.country;
  if (country === undefined) return;
  const evidence: Evidence[] = [{ code: behind ? 'country-named' : 'country-context', detail: pack.meta.countries[country]! }];
  const one = (list: number[]) => {
    const fitting = [...new Set(list)].filter((e) => pack.countryOf(e) === country);
    return fitting.length === 1 ? fitting[0]! : null;
  };
  const [first, other] = [one(entities), one(others)];
  if (first === null || other === null) return;
  accept(state, span, { entity: first, score: PRIOR.title, evidence, end: span.end, tokens: span.tokens });
  const rest: Span = { ...span, token: next, tokens: 1, start: block.behind(next, 1), end: block.ends[next]! };
  accept(state, rest, { entity: other, score: PRIOR.title, evidence, end: behind?.end ?? rest.end, tokens: (behind?.next ?? next + 1) - next });
}
