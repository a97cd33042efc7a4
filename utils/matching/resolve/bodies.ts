import { PERSON_TYPES } from '../names';
import type { Evidence } from '../types';
import { isOf, type ReadBlock, type Span } from './document';
import { onlyTellsOffice } from './parts';
import type { State } from './state';
import { isDefinite } from './usage';

/** What words may mean as a body's name: offsets and tokens with the country said behind them. */
export interface Reading {
  entity: number;
  score: number;
  evidence: Evidence[];
  end: number;
  tokens: number;
}

/** Whether a word that leads parties leads this one: «رئيس الوفد الرياضي» heads a delegation, «رئيس النهضة الغنوشي» a party. */
export function leads(state: State, block: ReadBlock, span: Span, entity: number): boolean {
  if (!/^[وف]?[بلك]?(رئيس|امين|زعيم)$/.test(block.folded(span.token - 1))) return true;
  const near = state.concerns(entity);
  const next = span.token + span.tokens;
  const person = block.spansFrom(next).some((o) => isOf(o, PERSON_TYPES));
  return near && (person || !isDefinite(block, next));
}

/** What encloses a medium's name by itself: «القبس», (واس), /وام/. */
const ENCLOSED: Record<string, RegExp> = { '«': /^»/, '“': /^[”“]/, '"': /^"/, '(': /^[)\s]/, '/': /^\s*\//, '[': /^\]/ };

/** The quotation mark or bracket that encloses the span and nothing else, or ''. */
export function encloser(block: ReadBlock, span: Span): string {
  const before = block.text[span.start - 1] === ' ' ? block.text[span.start - 2] : block.text[span.start - 1];
  return before && ENCLOSED[before]?.test(block.text.slice(span.end)) ? before : '';
}

/** Whether a medium's name stands as one: by itself in quotation marks or brackets, or as what reported («نقلت الأناضول»). */
export function namedAsMedium(state: State, block: ReadBlock, span: Span, entity: number): string {
  const classification = state.pack.classificationOf(entity);
  // A party's name in quotation marks, where another party is named beside it.
  const party = /party|movement/.test(classification) && state.near(span.block).some((p) => p.kind === 'organization' && /party|movement/.test(state.pack.classificationOf(p.place)));
  const quoted = /company|agency|association|central-bank|armed-group/.test(classification);
  if (classification !== 'media' && !party && !quoted) return '';
  // A paper's whole name of several words in quotation marks is told by these, wherever the paper is from.
  const near = state.concerns(entity) || (classification === 'media' && span.tokens > 1);
  const next = span.token + span.tokens;
  // «عمان - بترا -», «عمون - فاز النائب ...»: at the head of the article, parted by a dash.
  const opens = span.token === 0 && /^\s*[-–—:/(]/.test(block.text.slice(span.end));
  if (near && classification === 'media' && block.place <= 3 && span.clitics === 0 && (opens || (span.token <= 4 && /[-–—/:(]/.test(block.between(span.token)) && (!block.joined(next) || /[-–—/:)]/.test(block.between(next)))))) return 'dateline';
  const before = encloser(block, span);
  if (near && before) return before;
  if (classification !== 'media') return '';
  const verb = block.joined(span.token) && span.clitics === 0 ? block.word(span.token - 1) : '';
  return /^[وف]?(نقلت|ذكرت|أفادت|أوردت|كتبت|نشرت|ذكّرت|بثت|قالت|كشفت|تحدثت)(?:ها|ه)?$|^به$/.test(verb) ? verb : '';
}

/** Who bears the title that the span's words stand in: one that begins up to `most` words before it. */
export function bearerOf(state: State, span: Span, most = 3): number | undefined {
  for (let token = span.token - 1; token >= span.token - most; token--) {
    const holder = state.apposition(span.block, token);
    if (holder) return holder.person;
  }
  return undefined;
}

/** Of some bodies, the one that a person leads whose title names it («رئيس المجلس الرئاسي فائز السراج»); null where none is. */
export function ledByHolder(state: State, span: Span, entities: readonly number[]): number | null {
  const bearer = bearerOf(state, span);
  if (bearer === undefined) return null;
  const leading = entities.filter((entity) => everLed(state, bearer, entity));
  // A body of the bearer's country, where the dataset does not say that he led it.
  const near = (entity: number) => span.tokens > 1 && state.pack.classificationOf(entity) !== 'media' && state.pack.countryOf(entity) === state.pack.countryOf(bearer);
  const [body, other] = new Set(leading.length > 0 ? leading : entities.filter(near));
  return body === undefined || other !== undefined ? null : body;
}

/** Whether somebody held an office of the body, at whatever time. */
function everLed(state: State, person: number, body: number): boolean {
  return state.pack.termsOfPerson(person).some((term) => state.pack.post(term.post).organization === body);
}

/** «رئيس هيئة الأركان المشتركة يوسف الحنيطي»: whether somebody of another country bears the title, who never led this body. */
export function isLedByAnother(state: State, span: Span, entity: number): boolean {
  const country = state.pack.countryOf(entity);
  const bearer = country < 0 ? undefined : bearerOf(state, span);
  return bearer !== undefined && ![-1, country].includes(state.pack.countryOf(bearer)) && !everLed(state, bearer, entity);
}

/** Proposes the body, or leaves the words open where they only tell an office that stands alone. Either way they are settled. */
export function accept(state: State, span: Span, reading: Reading): true {
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

/** Whether the adjective of another country stands right behind («جبهة التحرير الفلسطينية» is not Algeria's). */
export function isOfAnother(block: ReadBlock, span: Span, country: number): boolean {
  const next = span.token + span.tokens;
  const said = block.joined(next) ? block.cuesFrom(next, 'country-adjective').filter((cue) => cue.clitics === 0) : [];
  return said.length > 0 && said.every((cue) => cue.country !== country);
}
