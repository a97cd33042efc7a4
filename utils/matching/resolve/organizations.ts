import { BODY_TYPES, FLAG_ALONE, FLAG_WEAK, WHOLE_BODY } from '../names';
import type { Evidence } from '../types';
import { accept, isLedByAnother, isOfAnother, leads, ledByHolder, namedAsMedium, type Reading } from './bodies';
import { countryByContext } from './context';
import { isOf, type ReadBlock, type Span } from './document';
import { goesOnAsOther, isPartOfOther } from './parts';
import { resolveDual, resolveGeneric } from './shared-bodies';
import { conjoined, isByname, shortName } from './short-bodies';
import { PRIOR, companyOf, usualCompany, type State } from './state';
import { isDefinite, isNamedAfter, tellsTheWord } from './usage';

/** Bodies: whole names first, then what needs a country or the whole name. */
export function resolveOrganizations(state: State): void {
  const pending: Span[] = [];
  for (const block of state.doc.blocks) {
    // Behind the last word of what waits: a whole name inside longer words waits with them («جماعة الإخوان» المسلمين).
    let reach = 0;
    for (const span of block.spans) {
      if (!isOf(span, BODY_TYPES) || covers(state, span) || state.leftOpen(span) || isNamedAfter(block, span)) continue;
      const end = span.token + span.tokens;
      if (end > reach && isOf(span, WHOLE_BODY) && wholeName(state, span)) continue;
      pending.push(span);
      reach = Math.max(reach, end);
    }
  }
  const memory = new Map<string, Set<number>>();
  for (const span of pending) {
    if (covers(state, span) || state.leftOpen(span) || (isOf(span, WHOLE_BODY) && wholeName(state, span)) || conjoined(state, span)) continue;
    needsMore(state, span, memory);
  }
  resolveLedWords(state);
  // «الوفد والمؤتمر وحماة الوطن»: what was recognized late vouches for what stands before it.
  for (const span of pending.reverse()) if (!covers(state, span) && !conjoined(state, span)) shortName(state, span);
}

function covers(state: State, span: Span): boolean {
  return state.over(span.block, span.token).some((p) => p.kind === 'organization' && p.token + p.tokens >= span.token + span.tokens);
}

function wholeName(state: State, span: Span): boolean {
  const { index } = state.pack;
  const block = state.block(span);
  const readings: Reading[] = [];
  for (const name of span.names) {
    if (index.type(name) !== 'organization') continue;
    const entity = index.target(name);
    const country = state.pack.countryOf(entity);
    // «أوبك+» is no «أوبك».
    if (block.text[span.end] === '+' && !isPlus(state, entity)) continue;
    if (isAlien(state, block, span, entity) || isLedByAnother(state, span, entity)) continue;
    // «حركة النهضة الأدبية»: an adjective makes it another movement.
    if (/party|movement/.test(state.pack.classificationOf(entity)) && goesOnAsOther(block, span)) continue;
    // «اجتماعات أوبك الوزارية»: the adjective is the meetings'; in «مجلس الأمن الداخلي» the council's.
    const alone = index.has(name, FLAG_ALONE) && block.folded(span.token) !== 'مجلس' && !index.has(name, FLAG_WEAK) && block.joined(span.token) && !/^[وفبلك]*(?:ال|لل)/.test(block.folded(span.token - 1));
    if (!alone && isPartOfOther(state, block, span, entity, index.has(name, FLAG_WEAK))) continue;
    // «مجلس النواب الأردني» is no other country's «مجلس النواب».
    if (country >= 0 && isOfAnother(block, span, country)) continue;
    // «إف بي آي المغرب»: as another country's is called.
    if (country >= 0 && isElsewhere(block, span, country)) continue;
    const exact = isSpelledOut(state, block, span, name);
    let company = exact ? null : companyOf(state, span, name, entity);
    if (company === '') company = namedAsMedium(state, block, span, entity) || (ledByHolder(state, span, [entity]) === null ? '' : block.word(span.token - 1));
    if (company === '') continue;
    const evidence: Evidence[] = [{ code: 'full-name' }];
    if (company) evidence.push({ code: 'company', detail: company });
    else if (index.has(name, FLAG_WEAK) && !exact) {
      const lead = usualCompany(state, span, entity);
      const usual = (lead && leads(state, block, span, entity) ? lead : '') || namedAsMedium(state, block, span, entity);
      if (!usual && !(index.has(name, FLAG_ALONE) && standsAsName(block, span))) continue;
      evidence.push(usual ? { code: 'company', detail: usual } : { code: 'well-known' });
    }
    readings.push({ entity, score: PRIOR.full, evidence, end: span.end, tokens: span.tokens });
  }
  const entities = new Set(readings.map((r) => r.entity));
  if (entities.size === 0) return false;
  if (entities.size === 1) return accept(state, span, readings[0]!);
  const possible = new Set([...entities].map((e) => state.pack.countryOf(e)).filter((c) => c >= 0));
  const context = countryByContext(state.doc, block, span, possible);
  const fitting = readings.filter((r) => context && state.pack.countryOf(r.entity) === context.country);
  if (new Set(fitting.map((r) => r.entity)).size === 1) return accept(state, span, fitting[0]!);
  state.abstain(span, readings);
  return true;
}

/** Whether the name of a country that is not the body's follows right there. */
function isElsewhere(block: ReadBlock, span: Span, country: number): boolean {
  const next = span.token + span.tokens;
  const named = block.joined(next) ? block.cuesFrom(next, 'country').filter((cue) => cue.clitics === 0 && !cue.weak) : [];
  return named.length > 0 && named.every((cue) => cue.country !== country) && !block.spansFrom(next).some((other) => other.tokens > named[0]!.tokens && isOf(other, BODY_TYPES));
}

/** First words of bodies that every country has, whose names hold nothing else that tells whose («الهيئة العامة للرياضة»). */
const COMMON_HEAD = /^[وفبلك]*(?:(?:ال|لل)(?:هيئه|موسسه|شركه|مجلس|لجنه|وكاله|ديوان|مركز|اتحاد|نقابه|مديريه|كتله|مكتب|معهد|جمعيه)|هيئه|وزاره)$/;

/** Whether a body of such a common name is one of a country the article has nothing to do with: another one is meant. */
function isAlien(state: State, block: ReadBlock, span: Span, entity: number): boolean {
  const country = state.pack.countryOf(entity);
  const { doc } = state;
  if (country < 0 || doc.home < 0 || country === doc.home || span.tokens > 4 || !COMMON_HEAD.test(block.folded(span.token))) return false;
  // «مجلس الدفاع الوطني» in an article that only mentions the other country is home's own.
  return !doc.concerns(country) || (doc.share(country) < doc.share(doc.home) / 2 && !block.countryCues.some((cue) => cue.country === country));
}

/** Whether the body's name ends with a sign of its own, which is no letter of it. */
function isPlus(state: State, entity: number): boolean {
  return state.pack.arabicName(entity).endsWith('+');
}

/** «ألنفط» with its hamza is no «النفط»; «أوبك+» is told by its sign. */
function isSpelledOut(state: State, block: ReadBlock, span: Span, name: number): boolean {
  if (block.text[span.end] === '+') return true;
  return span.tokens === 1 && /^[وفبل]*أل..+[^ا]$/.test(block.word(span.token)) && state.pack.index.textOf(name).startsWith('أل');
}

/** «أعلنت حماس», and not «بحماس شديد»: no manner said with «ب», no «كل» before it. */
function standsAsName(block: ReadBlock, span: Span): boolean {
  if ((span.clitics > 0 && /^[وف]?[بك]/.test(block.word(span.token))) || tellsTheWord(block, span)) return false;
  const next = span.token + span.tokens;
  // «واعتبرت حماس الخطوة»: whom the verb speaks of in the feminine; the word is masculine.
  if (span.clitics === 0 && block.joined(span.token) && block.cuesTo(span.token, 'verb').some((cue) => /ت$/.test(block.folded(cue.token)))) return true;
  // «حماس اليمين»: whose enthusiasm.
  if (isDefinite(block, next) && block.cuesFrom(next, 'country-adjective').length === 0) return false;
  if (block.joined(next) && /^(?:كبير|شديد|بالغ|واسع|منقطع|لافت|زائد)$/.test(block.folded(next))) return false;
  return !block.joined(span.token) || !/^(?:ب?كل|اي|ذات|زياده|روح|بلا|دون|بدون|من غير)$/.test(block.folded(span.token - 1));
}

function needsMore(state: State, span: Span, memory: Map<string, Set<number>>): void {
  const { index } = state.pack;
  const block = state.block(span);
  // «المركزي»: a word that many banks go by; the whole name has to vouch for one.
  const generic = span.names.filter((name) => index.type(name) === 'organization-generic' && !isByname(state, span, name));
  if (generic.length > 0) return resolveGeneric(state, block, span, generic, memory);
  const dual = span.names.filter((name) => index.type(name) === 'organization-dual');
  if (dual.length > 0) return resolveDual(state, block, span, [...new Set(dual.map((name) => index.target(name)))]);
  shortName(state, span);
}

/** First words of bodies' names, which stand for the whole where their head is named («رئيس المجلس» محسن المندلاوي), folded, with the letters of a clitic before. */
const LED_WORD = /^(?:ال|لل)(حلف|صندوق|مجلس|لجنه|هيئه|منظمه|حركه|جبهه|بنك|مصرف|برلمان|محكمه|اتحاد|مجمع)$/;

/** Whether a word says who leads what follows it: «رئيس», «الأمين العام». */
function leadsThere(block: ReadBlock, token: number): boolean {
  if (/^[وف]?ل?(?:رئيس|رئيسه|امين|محافظ|قائد|زعيم|مدير|مديره)$/.test(block.folded(token))) return true;
  return /^(?:العام|العامه)$/.test(block.folded(token)) && block.joined(token) && /^[وف]?(?:ال|لل)(?:امين|امينه|مدير|مديره)$/.test(block.folded(token - 1));
}

/** Words that name a body in the title of somebody whom the dataset knows to lead it. */
function resolveLedWords(state: State): void {
  for (const person of state.proposals.filter((p) => p.kind === 'person' && p.as === 'name')) {
    const block = state.doc.blocks[person.block]!;
    let at = person.token;
    for (let cue; block.loose(at) && (cue = block.cuesTo(at, 'title', 'rank', 'acting', 'former')[0]); ) at = cue.token;
    const token = at - 1;
    const head = LED_WORD.exec(block.folded(token))?.[1];
    if (!head || !block.loose(at) || !block.joined(token) || !leadsThere(block, token - 1) || state.over(person.block, token).length > 0) continue;
    const led = state.pack.termsOfPerson(person.place).filter((term) => term.startFirst <= state.doc.day).map((term) => state.pack.post(term.post).organization);
    const [body, other] = new Set(led.filter((place) => place >= 0 && state.pack.nameWords(place)[0]!.replace(/^ال/, '') === head));
    if (body === undefined || other !== undefined) continue;
    const span: Span = { block: person.block, token, tokens: 1, start: block.starts[token]!, end: block.ends[token]!, clitics: 0, names: [], types: 0 };
    state.propose(span, body, 'organization', PRIOR.after, [{ code: 'company', detail: block.text.slice(person.start, person.end) }]);
  }
}
