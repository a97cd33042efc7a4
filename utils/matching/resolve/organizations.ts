import { fold } from '../../arabic/letters';
import { BODY_TYPES, FLAG_ALONE, FLAG_NEEDS, FLAG_WEAK, OFFICE_TYPES, PERSON_TYPES, typesOf } from '../names';
import { scan } from '../scan';
import { Tokens } from '../../arabic/tokens';
import type { Evidence } from '../types';
import { countriesInSentence, countryBehind, countryByContext } from './context';
import { isOf, type ReadBlock, type Span } from './document';
import { PRIOR, companyOf, usualCompany, type State } from './state';
import { goesOnAsOther, isPartOfOther, onlyTellsOffice } from './parts';
import { isDefinite, leavesName, usedAsName } from './usage';

const WHOLE = typesOf('organization');

interface Reading {
  entity: number;
  score: number;
  evidence: Evidence[];
  end: number;
  tokens: number;
}

/** Bodies: whole names first, then what needs a country or the whole name. */
export function resolveOrganizations(state: State): void {
  const pending: Span[] = [];
  for (const block of state.doc.blocks) {
    // Behind the last word of what waits: a whole name inside longer words waits with them («جماعة الإخوان» المسلمين).
    let reach = 0;
    for (const span of block.spans) {
      if (!isOf(span, BODY_TYPES) || covers(state, span) || state.leftOpen(span)) continue;
      const end = span.token + span.tokens;
      if (end > reach && isOf(span, WHOLE) && wholeName(state, span)) continue;
      pending.push(span);
      reach = Math.max(reach, end);
    }
  }
  const memory = new Map<string, Set<number>>();
  for (const span of pending) {
    if (covers(state, span) || state.leftOpen(span) || (isOf(span, WHOLE) && wholeName(state, span)) || conjoined(state, span)) continue;
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
    const behind = block.joined(span.token + span.tokens) ? block.cuesFrom(span.token + span.tokens, 'country-adjective').filter((c) => c.clitics === 0) : [];
    // «أوبك+» is no «أوبك».
    if (block.text[span.end] === '+' && !isPlus(state, entity)) continue;
    if (isAlien(state, block, span, entity)) continue;
    // «حركة النهضة الأدبية»: an adjective makes it another movement.
    if (/party|movement/.test(state.pack.classificationOf(entity)) && goesOnAsOther(block, span)) continue;
    if (isPartOfOther(state, block, span, entity, index.has(name, FLAG_WEAK))) continue;
    // «مجلس النواب الأردني» is no other country's «مجلس النواب».
    if (country >= 0 && behind.length > 0 && behind.every((c) => c.country !== country)) continue;
    const exact = isSpelledOut(state, block, span, name);
    const company = exact ? null : companyOf(state, span, name, entity) || (companyOf(state, span, name, entity) === '' ? namedAsMedium(state, block, span, entity) : null);
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

/** First words of bodies that every country has, whose names hold nothing else that tells whose («الهيئة العامة للرياضة»). */
const COMMON_HEAD = /^[وفبلك]*(الهيئه|هيئه|للهيئه|الموسسه|للموسسه|الشركه|للشركه|المجلس|للمجلس|اللجنه|للجنه|الوكاله|للوكاله|الديوان|للديوان|المركز|للمركز|الاتحاد|للاتحاد|النقابه|للنقابه|المديريه|للمديريه|الكتله|للكتله|المكتب|للمكتب|وزاره|المعهد|للمعهد|الجمعيه|للجمعيه)$/;

/** Whether a body of such a common name is one of a country the article has nothing to do with: another one is meant. */
function isAlien(state: State, block: ReadBlock, span: Span, entity: number): boolean {
  const country = state.pack.countryOf(entity);
  return country >= 0 && state.doc.home >= 0 && !state.doc.concerns(country) && span.tokens <= 4 && COMMON_HEAD.test(block.folded(span.token));
}

/** Whether the body's name ends with a sign of its own, which is no letter of it. */
function isPlus(state: State, entity: number): boolean {
  return (state.pack.record(entity) as { name: { ar: string } }).name.ar.endsWith('+');
}

/** «ألنفط» with its hamza is no «النفط»; «أوبك+» is told by its sign. */
function isSpelledOut(state: State, block: ReadBlock, span: Span, name: number): boolean {
  if (block.text[span.end] === '+') return true;
  return span.tokens === 1 && /^[وفبل]*أل..+[^ا]$/.test(block.word(span.token)) && state.pack.index.textOf(name).startsWith('أل');
}

/** Whether a word that leads parties leads this one: «رئيس الوفد الرياضي» heads a delegation, «رئيس النهضة الغنوشي» a party. */
function leads(state: State, block: ReadBlock, span: Span, entity: number): boolean {
  if (!/^[وف]?[بلك]?(رئيس|امين|زعيم)$/.test(block.folded(span.token - 1))) return true;
  const country = state.pack.countryOf(entity);
  const near = country < 0 || state.doc.concerns(country);
  const next = span.token + span.tokens;
  const person = block.spansFrom(next).some((o) => isOf(o, PERSON_TYPES));
  return near && (person || !isDefinite(block, next));
}

/** What encloses a medium's name by itself: «القبس», (واس), /وام/. */
const ENCLOSED: Record<string, RegExp> = { '«': /^»/, '“': /^[”“]/, '"': /^"/, '(': /^[)\s]/, '/': /^\s*\//, '[': /^\]/ };

/** Whether a medium's name stands as one: by itself in quotation marks or brackets, or as what reported («نقلت الأناضول»). */
function namedAsMedium(state: State, block: ReadBlock, span: Span, entity: number): string {
  const classification = state.pack.classificationOf(entity);
  // A party's name in quotation marks, where another party is named beside it.
  const party = /party|movement/.test(classification) && state.near(span.block).some((p) => p.kind === 'organization' && /party|movement/.test(state.pack.classificationOf(p.place)));
  const quoted = /company|agency|association|central-bank|armed-group/.test(classification);
  if (classification !== 'media' && !party && !quoted) return '';
  const country = state.pack.countryOf(entity);
  // A paper's whole name of several words in quotation marks is told by these, wherever the paper is from.
  const near = country < 0 || state.doc.concerns(country) || (classification === 'media' && span.tokens > 1);
  const next = span.token + span.tokens;
  // «عمان - بترا -», «عمون - فاز النائب ...»: at the head of the article, parted by a dash.
  const opens = span.token === 0 && /^\s*[-–—:/(]/.test(block.text.slice(span.end));
  if (near && classification === 'media' && block.place <= 3 && span.clitics === 0 && (opens || (span.token <= 4 && /[-–—/:(]/.test(block.between(span.token)) && (!block.joined(next) || /[-–—/:)]/.test(block.between(next)))))) return 'dateline';
  const before = block.text[span.start - 1] === ' ' ? block.text[span.start - 2] : block.text[span.start - 1];
  if (near && before && ENCLOSED[before]?.test(block.text.slice(span.end))) return before;
  if (classification !== 'media') return '';
  const verb = block.joined(span.token) && span.clitics === 0 ? block.word(span.token - 1) : '';
  return /^[وف]?(نقلت|ذكرت|أفادت|أوردت|كتبت|نشرت|ذكّرت|بثت|قالت|كشفت|تحدثت|به)$/.test(verb) ? verb : '';
}

/** «أعلنت حماس», and not «بحماس شديد»: no manner said with «ب», no «كل» before it. */
function standsAsName(block: ReadBlock, span: Span): boolean {
  if (span.clitics > 0 && /^[وف]?[بك]/.test(block.word(span.token))) return false;
  // «حماس اليمين»: whose enthusiasm.
  const next = span.token + span.tokens;
  if (isDefinite(block, next) && block.cuesFrom(next, 'country-adjective').length === 0) return false;
  if (block.joined(next) && /^(?:كبير|شديد|بالغ|واسع|منقطع|لافت|زائد)$/.test(block.folded(next))) return false;
  return !block.joined(span.token) || !/^(?:ب?كل|اي|ذات|زياده|روح|بلا|دون|بدون|من غير)$/.test(block.folded(span.token - 1));
}

function accept(state: State, span: Span, reading: Reading): true {
  const block = state.block(span);
  if (onlyTellsOffice(state, block, span, span.token + reading.tokens)) {
    state.abstain(span, [reading], reading.end);
    return true;
  }
  state.doc.count(state.pack.countryOf(reading.entity));
  state.propose(span, reading.entity, 'organization', reading.score, reading.evidence, { end: reading.end, tokens: reading.tokens });
  state.bodies.add(reading.entity);
  return true;
}

/** Classes whose names stand in rows («فتح وحماس», «رويترز وتاس»). */
const LISTED = /party|movement|armed-group|media/;

/** «أعلنت فتح وحماس»: a name that is a word, joined by «و» to a body already named. */
function conjoined(state: State, span: Span): boolean {
  const { index } = state.pack;
  const block = state.block(span);
  for (const name of span.names) {
    const entity = index.target(name);
    const classification = state.pack.classificationOf(entity);
    if (!index.isOf(name, BODY_TYPES) || index.type(name) === 'organization-generic' || !LISTED.test(classification)) continue;
    const after = span.token + span.tokens;
    const other = [...state.over(span.block, after), ...state.over(span.block, span.token - 1)].find(
      (p) => p.kind === 'organization' && (classification === 'media' ? state.pack.classificationOf(p.place) === 'media' : LISTED.test(state.pack.classificationOf(p.place))) &&
        ((p.token === after && block.loose(after) && p.start > block.starts[after]! && /^و/.test(block.word(after))) ||
          (p.token + p.tokens === span.token && block.loose(span.token) && (span.clitics === 1 ? /^و/.test(block.word(span.token)) : /و\s*[«"“(]\s*$/.test(block.between(span.token))))),
    );
    if (other) return accept(state, span, { entity, score: PRIOR.after, evidence: [{ code: 'conjoined', detail: other.entity }], end: span.end, tokens: span.tokens });
  }
  return false;
}

function needsMore(state: State, span: Span, memory: Map<string, Set<number>>): void {
  const { index } = state.pack;
  const block = state.block(span);
  // «المركزي»: a word that many banks go by; the whole name has to vouch for one.
  const generic = span.names.filter((name) => index.type(name) === 'organization-generic' && !isByname(state, span, name));
  if (generic.length > 0) return resolveGeneric(state, block, span, [...new Set(generic.map((name) => index.target(name)))], memory);
  const dual = span.names.filter((name) => index.type(name) === 'organization-dual');
  if (dual.length > 0) return resolveDual(state, block, span, [...new Set(dual.map((name) => index.target(name)))]);
  shortName(state, span);
}

/** Whether the words are an adjective that bodies of several countries go by («المركزي»). */
function isByname(state: State, span: Span, name: number): boolean {
  const { index } = state.pack;
  return index.type(name) === 'organization-generic' && span.tokens === 1 && index.has(name, FLAG_WEAK) && index.has(name, FLAG_NEEDS);
}

/** Whether a whole name needs company: once its body is named, it is as good as a short form. A paper's is a word or a place first. */
function isNeedy(state: State, name: number): boolean {
  const { index } = state.pack;
  return index.isOf(name, WHOLE) && index.has(name, FLAG_NEEDS) && state.pack.classificationOf(index.target(name)) !== 'media';
}

/** A short form: the whole name before it, a word that leads such bodies, or home. Of several bodies, the one named whole. */
function shortName(state: State, span: Span): void {
  const { index } = state.pack;
  const readings = span.names.flatMap((name) => (index.type(name) === 'organization-short' || isByname(state, span, name) || isNeedy(state, name) ? (shortReading(state, span, name) ?? []) : []));
  const best = Math.max(...readings.map((r) => r.rank));
  const chosen = readings.filter((r) => r.rank === best);
  if (chosen.length === 0) return;
  if (new Set(chosen.map((r) => r.entity)).size === 1) accept(state, span, chosen[0]!);
  else state.abstain(span, chosen);
}

/** Of some bodies, the one that a person leads whose title names it («رئيس المجلس الرئاسي فائز السراج»); null where none is. */
function ledByHolder(state: State, span: Span, entities: readonly number[]): number | null {
  for (let token = span.token - 1; token >= span.token - 3; token--) {
    const holder = state.apposition(span.block, token);
    if (!holder) continue;
    const led = new Set(state.pack.termsOfPerson(holder.person).map((term) => state.pack.post(term.post).organization));
    const [body, other] = new Set(entities.filter((entity) => led.has(entity)));
    return body === undefined || other !== undefined ? null : body;
  }
  return null;
}

/** First words of bodies' names, which stand for the whole where their head is named («رئيس المجلس» محسن المندلاوي), folded, with the letters of a clitic before. */
const LED_WORD = /^(?:ال|لل)(مجلس|لجنه|هيئه|منظمه|حركه|جبهه|بنك|مصرف|برلمان|محكمه|اتحاد|مجمع)$/;

/** Words that name a body in the title of somebody whom the dataset knows to lead it. */
function resolveLedWords(state: State): void {
  for (const person of state.proposals.filter((p) => p.kind === 'person' && p.as === 'name')) {
    const block = state.doc.blocks[person.block]!;
    let at = person.token;
    for (let cue; block.loose(at) && (cue = block.cuesTo(at, 'title', 'rank', 'acting', 'former')[0]); ) at = cue.token;
    const token = at - 1;
    const head = LED_WORD.exec(block.folded(token))?.[1];
    if (!head || !block.loose(at) || !block.joined(token) || !/^[وف]?ل?(?:رئيس|رئيسه|امين|محافظ|قائد|زعيم)$/.test(block.folded(token - 1)) || state.over(person.block, token).length > 0) continue;
    const led = state.pack.termsOfPerson(person.place).filter((term) => term.startFirst <= state.doc.day).map((term) => state.pack.post(term.post).organization);
    const [body, other] = new Set(led.filter((place) => place >= 0 && fold((state.pack.record(place) as { name: { ar: string } }).name.ar).split(' ')[0]!.replace(/^ال/, '') === head));
    if (body === undefined || other !== undefined) continue;
    const span: Span = { block: person.block, token, tokens: 1, start: block.starts[token]!, end: block.ends[token]!, clitics: 0, names: [], types: 0 };
    state.propose(span, body, 'organization', PRIOR.after, [{ code: 'company', detail: block.text.slice(person.start, person.end) }]);
  }
}

/** What speaks for a short form; `rank` orders: named whole before, a lead or company, home or nobody else's. */
function shortReading(state: State, span: Span, name: number): (Reading & { rank: number }) | null {
  const { index } = state.pack;
  const block = state.block(span);
  const entity = index.target(name);
  const classification = state.pack.classificationOf(entity);
  if (isPartOfOther(state, block, span, entity, index.has(name, FLAG_WEAK)) || (/party|movement/.test(classification) && goesOnAsOther(block, span))) return null;
  const reading = (rank: number, evidence: Evidence) => ({ entity, rank, score: PRIOR.after, evidence: [evidence], end: span.end, tokens: span.tokens });
  if (state.bodies.has(entity) && (!index.has(name, FLAG_WEAK) || (classification !== 'media' && (span.tokens === 1 ? standsForBody(block, span) : usedAsName(block, span))))) return reading(3, { code: 'after-full-name' });
  if (ledByHolder(state, span, [entity]) !== null) return reading(3, { code: 'company', detail: block.word(span.token - 1) });
  if (isByname(state, span, name) && classification !== 'media' && !state.doc.concerns(state.pack.countryOf(entity))) return null;
  const lead = usualCompany(state, span, entity);
  const company = companyOf(state, span, name, entity);
  const beside = (lead && leads(state, block, span, entity) ? lead : '') || namedAsMedium(state, block, span, entity) || company;
  // Of two papers of one name, the one of a country the article has to do with.
  const country = state.pack.countryOf(entity);
  if (beside) return reading(country >= 0 && country === state.doc.home ? 2.5 : state.doc.concerns(country) ? 2 : 1, { code: 'company', detail: beside });
  if (company !== null) return null;
  if (span.tokens > 1 && isHome(state, entity) && onlyBearer(state, span) && (!index.has(name, FLAG_WEAK) || OWN_COMPANY.test(block.folded(span.token)) || usedAsName(block, span))) return reading(1, { code: 'country-context', detail: state.pack.meta.countries[state.pack.countryOf(entity)]! });
  return isTelling(state, block, span, name, entity) ? reading(1, { code: 'only-one' }) : null;
}

/** Whether a word stands for the body it is short for («مقر المركزي»), and is no adjective («البنك المركزي», «المسار الانتقالي»). */
function standsForBody(block: ReadBlock, span: Span): boolean {
  if (usedAsName(block, span)) return true;
  // «أوقف المركزي تراخيص»: right behind a verb it is no adjective.
  if (span.clitics === 0 && block.joined(span.token) && block.cuesTo(span.token, 'verb').some((cue) => cue.clitics === 0 || /^[وف]/.test(block.word(cue.token)))) return true;
  const next = span.token + span.tokens;
  return span.clitics === 0 && /^ال/.test(block.word(span.token)) && leavesName(block, next) && block.joined(span.token) && !/^[وفبلك]*(?:ال|لل)/.test(block.word(span.token - 1));
}

/** First words that say of a name what it is the name of («حركة الشعب»). */
const OWN_COMPANY = /^[وف]?[بلك]?(حزب|حركه|جبهه|تيار|تحالف|صحيفه|جريده|قناه|شركه|موسسه|هيئه|بنك|مصرف)$/;

/** Fewest letters of a short form that tells a body by itself. */
const TELLING_LETTERS = 4;

/** Whether a short form is no word and nobody else's («الشاباك», «الليكود»), and the article has to do with its country. */
function isTelling(state: State, block: ReadBlock, span: Span, name: number, entity: number): boolean {
  const { index } = state.pack;
  if (index.has(name, FLAG_WEAK) || index.has(name, FLAG_NEEDS) || span.names.some((n) => index.target(n) !== entity)) return false;
  if (fold(block.text.slice(span.start, span.end)).replace(/^ال/, '').length < TELLING_LETTERS) return false;
  if (block.cuesFrom(span.token, 'given', 'word', 'country', 'capital').length > 0) return false;
  const country = state.pack.countryOf(entity);
  return country < 0 || state.doc.concerns(country);
}

function insideOffice(state: State, block: ReadBlock, span: Span): boolean {
  for (let token = span.token; token >= 0 && token > span.token - 6; token--) {
    const reaches = (o: Span) => o.tokens > 1 && o.token + o.tokens > span.token;
    if (block.spansFrom(token).some((o) => reaches(o) && isOf(o, OFFICE_TYPES))) return true;
  }
  return false;
}

/** Bodies every country has one of, called by one word at home. */
const HOME_WORDS = new Set(['البرلمان', 'الجيش']);

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
  return !isDefinite(block, next) || block.cuesFrom(next, 'modifier', 'former').length > 0;
}

/** Whether the body is of the country the article comes from, which it also speaks of. */
function isHome(state: State, entity: number): boolean {
  const { home, countries } = state.doc;
  return home >= 0 && state.pack.countryOf(entity) === home && (countries.get(home) ?? 0) > 0;
}

function onlyBearer(state: State, span: Span): boolean {
  return new Set(span.names.filter((name) => state.pack.index.isOf(name, BODY_TYPES)).map((name) => state.pack.index.target(name))).size === 1;
}

/** «وزارة الدفاع», «مجلس النواب»: the country behind it, else the one the article is about. */
function resolveGeneric(state: State, block: ReadBlock, span: Span, entities: number[], memory: Map<string, Set<number>>): void {
  const { pack, doc } = state;
  const key = fold(block.text.slice(span.start, span.end));
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
  // «السياسة الخارجية المصرية»: an adjective, no ministry.
  if (span.tokens === 1 && span.clitics === 0 && block.joined(span.token) && /^[وف]?[بك]?(ال|لل)/.test(block.folded(span.token - 1))) return;
  // «وزير الخارجية المصري»: an office, whose ministry is not spelled out.
  if (span.tokens === 1 && insideOffice(state, block, span)) return;
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
  if (span.tokens === 1 && !(HOME_WORDS.has(key) && ofHome(state, block, span, home))) return;
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
function resolveDual(state: State, block: ReadBlock, span: Span, entities: number[]): void {
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
