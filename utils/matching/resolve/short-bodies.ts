import { fold } from '../../arabic/letters';
import { BODY_TYPES, FLAG_NEEDS, FLAG_WEAK, OFFICE_TYPES, WHOLE_BODY } from '../names';
import type { Evidence } from '../types';
import { accept, encloser, isOfAnother, leads, ledByHolder, namedAsMedium, type Reading } from './bodies';
import type { ReadBlock, Span } from './document';
import { goesOnAsOther, isPartOfOther, officesOver } from './parts';
import { PRIOR, companyOf, usualCompany, type State } from './state';
import { isDefinite, leavesName, tellsTheWord, usedAsName } from './usage';

/** Classes whose names stand in rows («فتح وحماس», «رويترز وتاس»). */
const LISTED = /party|movement|armed-group|media|company/;

/** «أعلنت فتح وحماس»: a name that is a word, joined by «و» to a body already named. */
export function conjoined(state: State, span: Span): boolean {
  const { index } = state.pack;
  const block = state.block(span);
  for (const name of span.names) {
    const entity = index.target(name);
    const classification = state.pack.classificationOf(entity);
    if (!index.isOf(name, BODY_TYPES) || index.type(name) === 'organization-generic' || !LISTED.test(classification)) continue;
    const after = span.token + span.tokens;
    const other = [...state.over(span.block, after), ...state.over(span.block, span.token - 1)].find(
      (p) => p.kind === 'organization' && (state.concerns(entity) || state.pack.countryOf(entity) === state.pack.countryOf(p.place)) && (/media|company/.test(classification) ? state.pack.classificationOf(p.place) === classification : LISTED.test(state.pack.classificationOf(p.place))) &&
        ((p.token === after && block.loose(after) && p.start > block.starts[after]! && /^و/.test(block.word(after))) ||
          (p.token + p.tokens === span.token && block.loose(span.token) && (span.clitics === 1 ? /^و/.test(block.word(span.token)) : /و\s*[«"“(]\s*$/.test(block.between(span.token))))),
    );
    if (other) return accept(state, span, { entity, score: PRIOR.after, evidence: [{ code: 'conjoined', detail: other.entity }], end: span.end, tokens: span.tokens });
  }
  return false;
}

/** Whether the words are an adjective that bodies of several countries go by («المركزي»). */
export function isByname(state: State, span: Span, name: number): boolean {
  const { index } = state.pack;
  return index.type(name) === 'organization-generic' && span.tokens === 1 && index.has(name, FLAG_WEAK) && index.has(name, FLAG_NEEDS);
}

/** Whether a whole name needs company: once its body is named, it is as good as a short form. A paper's is a word or a place first. */
function isNeedy(state: State, name: number): boolean {
  const { index } = state.pack;
  return index.isOf(name, WHOLE_BODY) && index.has(name, FLAG_NEEDS) && state.pack.classificationOf(index.target(name)) !== 'media';
}

/** A short form: the whole name before it, a word that leads such bodies, or home. Of several bodies, the one named whole. */
export function shortName(state: State, span: Span): void {
  const { index } = state.pack;
  const readings = span.names.flatMap((name) => (index.type(name) === 'organization-short' || isByname(state, span, name) || isNeedy(state, name) ? (shortReading(state, span, name) ?? []) : []));
  const best = Math.max(...readings.map((r) => r.rank));
  const chosen = readings.filter((r) => r.rank === best);
  if (chosen.length === 0) return;
  if (new Set(chosen.map((r) => r.entity)).size === 1) accept(state, span, chosen[0]!);
  else state.abstain(span, chosen);
}

/** What speaks for a short form; `rank` orders: named whole before, a lead or company, home or nobody else's. */
function shortReading(state: State, span: Span, name: number): (Reading & { rank: number }) | null {
  const { index } = state.pack;
  const block = state.block(span);
  const entity = index.target(name);
  const classification = state.pack.classificationOf(entity);
  if (isPartOfOther(state, block, span, entity, index.has(name, FLAG_WEAK)) || (/party|movement/.test(classification) && goesOnAsOther(block, span))) return null;
  if (span.tokens > 1 && isOfAnother(block, span, state.pack.countryOf(entity))) return null;
  const reading = (rank: number, evidence: Evidence) => ({ entity, rank, score: PRIOR.after, evidence: [evidence], end: span.end, tokens: span.tokens });
  // «من تقدم في الأيام الأخيرة»: without the article a word is the word, the body named or not.
  const isNoun = () => span.tokens === 1 && index.has(name, FLAG_NEEDS) && index.has(name, FLAG_WEAK) && !/^[وفبل]*(?:ال|لل)/.test(block.folded(span.token)) && encloser(block, span) === '';
  if (state.bodies.has(entity) && !isNoun() && (!index.has(name, FLAG_WEAK) || (classification !== 'media' && (span.tokens === 1 && classification !== 'armed-group' ? standsForBody(block, span) : usedAsName(block, span))))) return reading(state.pack.countryOf(entity) === state.doc.home ? 3.5 : 3, { code: 'after-full-name' });
  if (ledByHolder(state, span, [entity]) !== null || isInOwnOffice(state, block, span, entity)) return reading(3, { code: 'company', detail: block.word(span.token - 1) });
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

/** «الأمين العام لمجلس التعاون»: whether the words stand in an office's that is the body's own. */
function isInOwnOffice(state: State, block: ReadBlock, span: Span, entity: number): boolean {
  const isOwn = (name: number) => state.pack.index.isOf(name, OFFICE_TYPES) && state.pack.post(state.pack.index.target(name)).organization === entity;
  return officesOver(block, span).some((office) => office.token + office.tokens >= span.token + span.tokens && office.names.some(isOwn));
}

/** Whether a word stands for the body it is short for («مقر المركزي»), and is no adjective («البنك المركزي», «المسار الانتقالي»). */
function standsForBody(block: ReadBlock, span: Span): boolean {
  if (tellsTheWord(block, span)) return false;
  if (usedAsName(block, span)) return true;
  // «أوقف المركزي تراخيص»: right behind a verb it is no adjective.
  const next = span.token + span.tokens;
  const isOther = isDefinite(block, next) && block.cuesFrom(next, 'country-adjective').length === 0;
  if (span.clitics === 0 && !isOther && block.joined(span.token) && block.cuesTo(span.token, 'verb').some((cue) => cue.clitics === 0 || /^[وف]/.test(block.word(cue.token)))) return true;
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
  return state.concerns(entity);
}

/** Whether the body is of the country the article comes from, which it also speaks of. */
function isHome(state: State, entity: number): boolean {
  const { home, countries } = state.doc;
  return home >= 0 && state.pack.countryOf(entity) === home && (countries.get(home) ?? 0) > 0;
}

function onlyBearer(state: State, span: Span): boolean {
  return new Set(span.names.filter((name) => state.pack.index.isOf(name, BODY_TYPES)).map((name) => state.pack.index.target(name))).size === 1;
}
