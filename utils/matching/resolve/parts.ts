import { fold } from '../../arabic/letters';
import { OFFICE_TYPES, PERSON_TYPES, WHOLE_PERSON } from '../names';
import { isOf, type ReadBlock, type Span } from './document';
import type { State } from './state';
import { leavesName, opensClause } from './usage';

/** What a body's words may be only a part of: a longer body, an office, a family's name. */

/** What makes another body or thing of an international body's name («اتفاقية الأمم المتحدة الإطارية», «قوة الأمم المتحدة»). */
const OTHER_HEADS = /^[وف]?[بلك]?(ال)?(قوه|قوات|اتفاقيه|معاهده|ميثاق|برنامج|صندوق|مفوضيه|وكاله|منظمه|جامعه|يوم)$/;

/** Heads of parts of a body («المكتب الإعلامي لحكومة دبي»), folded. */
const PARTS = /^[وفبلك]*(المكتب|الدائره|المجلس|اللجنه|الهيئه|الاداره|المركز|القياده|الفريق|الجهاز|للمكتب|للدائره|للمجلس|للجنه|للهيئه)$/;

/** Offices of several words that begin at the span or before it and reach over its first word. */
export function officesOver(block: ReadBlock, span: Span): Span[] {
  const found: Span[] = [];
  for (let token = span.token; token >= 0 && token > span.token - 6; token--) {
    found.push(...block.spansFrom(token).filter((office) => office.tokens > 1 && office.token + office.tokens > span.token && isOf(office, OFFICE_TYPES)));
  }
  return found;
}

/** Whether the words are but a part of what is named: of a longer body, of a family member's name. */
export function isPartOfOther(state: State, block: ReadBlock, span: Span, entity: number, weak = false): boolean {
  const classification = state.pack.classificationOf(entity);
  const before = block.joined(span.token) ? block.folded(span.token - 1) : '';
  // «برئاسة الحكومة»: who presides.
  if (span.clitics > 0 && /^(government|presidency)$/.test(classification) && /^[وف]?برئاس/.test(block.folded(span.token))) return true;
  // «الدائرة الإعلامية لمجلس النواب»: a part of the body, which the dataset lacks.
  if (span.clitics === 1 && /^ل/.test(block.word(span.token)) && block.joined(span.token) && block.joined(span.token - 1) && /^[وفبل]*(ال|لل)..+ي?ه?$/.test(block.folded(span.token - 1)) && PARTS.test(block.folded(span.token - 2))) return true;
  if (classification === 'international' && span.clitics === 0 && OTHER_HEADS.test(before)) return true;
  // «بعثة الأمم المتحدة»: a body of its own; «بعثة صندوق النقد» is of the fund.
  if (/^[وف]?[بلك]?بعثه$/.test(before) && /^(?:الامم المتحده|الاتحاد )/.test(fold(block.text.slice(span.start, span.end)))) return true;
  // «محمد علي الحوثي» is a man.
  if (span.tokens === 1 && span.clitics === 0 && NISBA.test(block.folded(span.token)) && block.joined(span.token) && block.cuesFrom(span.token - 1, 'given').some((cue) => cue.tokens === 1)) return true;
  // «وزارة الجيش الإسرائيلية»
  if (/^[وف]?[بلك]?وزاره$/.test(before) && span.tokens <= 2 && classification !== 'ministry') return true;
  // «أوكيو للاستكشاف والإنتاج»: a company of the same house.
  if (classification === 'company' && span.tokens <= 2 && block.joined(span.token + span.tokens) && /^ل(?:ل|اعمال$)..*/.test(block.folded(span.token + span.tokens)) && block.spansFrom(span.token + span.tokens).length === 0) return true;
  // «سلمان بن إبراهيم آل خليفة» is a man.
  if (/^ال /.test(fold(block.text.slice(span.start, span.end))) && classification === 'royal-house' && before !== '' && !/^[وف]?(اسره|عائله|حكم|بيت|ابناء|افراد|من)$/.test(before)) return true;
  // «ولاية وهران»: a place, unless its offices act.
  if (classification === 'region' && /^(ولايه|محافظه|اقليم|اماره|جهه|عماله|مقاطعه|منطقه|العاصمه|مدينه) /.test(fold(block.text.slice(span.start, span.end)))) return true;
  const next = span.token + span.tokens;
  if (!block.joined(next) || block.spansFrom(next).length > 0) return false;
  const word = block.folded(next);
  // «شركة معادن صغيرة»: an adjective of a word that has no article.
  if (weak && block.cuesTo(span.token, 'verb').length === 0 && !/^[وفبل]*(ال|لل)/.test(block.folded(span.token)) && !leavesName(block, next) && block.cuesFrom(next, 'country-adjective', 'title', 'rank').length === 0) return true;
  // «جلسة مجلس الأمة العادية»: the session's adjective.
  if (/ه$/.test(word) && MASCULINE.test(block.folded(span.token))) return false;
  // «البيت الأبيض الدبلوماسي البلغاري نيكولاي ملادينوف»: a man's profession.
  if (leadsToName(block, next + 1)) return false;
  // «مجلس التعاون الاستراتيجي», «الأزهر العكرمي»: an adjective or a surname that goes on.
  return span.tokens <= 2 && NISBA.test(word) && block.cuesFrom(next, 'country-adjective', 'modifier', 'former', 'acting', 'elect', 'title', 'rank').length === 0 && !REGIONAL.test(word);
}

/** First words of bodies that no adjective in ة belongs to, folded. */
const MASCULINE = /^[وف]?[بلك]?(?:ال|لل)?(?:مجلس|بنك|مصرف|حزب|مركز|ديوان|جهاز|مكتب|معهد|اتحاد|تيار|تحالف|صندوق|برلمان|بيت|جيش|تجمع|ائتلاف|قضاء)$/;

/** Whether a given name stands there, or behind a country's adjective. */
function leadsToName(block: ReadBlock, token: number): boolean {
  const adjective = block.joined(token) ? block.cuesFrom(token, 'country-adjective')[0] : undefined;
  const at = adjective ? token + adjective.tokens : token;
  return block.joined(at) && (block.cuesFrom(at, 'given').some((cue) => cue.clitics === 0) || block.spansFrom(at).some((span) => span.clitics === 0 && isOf(span, WHOLE_PERSON)));
}

/** An adjective in ي, which may as well be a surname. */
const NISBA = /^ال..+يه?$/;
/** Adjectives that say where a body is or what it is of, and make no other of it. */
const REGIONAL = /^ال(عربي|دولي|عالمي|اممي|اوروبي|افريقي|مغاربي|خليجي|اسلامي|وطني|رسمي|محلي|حكومي|خاص|سياسي|اقليمي|حالي|رئيسي|هاشمي|ملكي|اميري|سلطاني|مركزي|اتحادي|شعبي)ه?$/;

/** Heads of offices the dataset may lack: what they lead is not spoken of by itself («حاكم المصرف»). */
const OFFICE_HEAD = /^[وف]?[بلك]?(رئيس|رئيسه|حاكم|محافظ|محافظه|امين|امينه|مراقب|قائد|مدير|مديره|وزير|وزيره|سفير|سفيره|مندوب|مندوبه|عميد|مفوض|مفوضه|المفوض|نقيب)$/;

/** «الرئيس الأول لمحكمة النقض», «المندوب الأمريكي لدى الأمم المتحدة»: heads of several words, by the token that ends them: where they begin, or -1. */
function longHead(block: ReadBlock, end: number): number {
  const at = /^(لدى|لدي)$/.test(block.folded(end)) ? end - 1 : end;
  if (at === end && !/^(العام|العامه|الاول|التنفيذي|الاعلي|الدائم)$/.test(block.folded(end))) return -1;
  // «سفير مالي لدى الأمم المتحدة»
  if (at < end && /^[وفبل]*(?:سفير|سفيره|مندوب|مندوبه|ممثل|ممثله)$/.test(block.folded(at - 1)) && block.joined(at)) return at - 1;
  for (let token = at; token > at - 3 && block.joined(token + 1); token--) if (/^[وفبل]*(ال|لل)(رئيس|رئيسه|مدير|مديره|امين|امينه|مراقب|كاتب|مندوب|مندوبه|سفير|سفيره|ممثل|ممثله|مبعوث|قائد|مفتش|نائب|وكيل)$/.test(block.folded(token))) return token;
  return -1;
}

/** Whether the body is only said to tell an office that stands alone: nobody is named beside it. */
export function onlyTellsOffice(state: State, block: ReadBlock, span: Span, nextToken: number): boolean {
  if (!block.joined(span.token) || span.clitics > 1) return false;
  const head = span.token - 1;
  // «وزيرا للحرس الوطني»: a portfolio.
  if (span.clitics === 1 && /^[وف]?وزير(?:ا|ه)$/.test(block.folded(head))) return true;
  const begin = OFFICE_HEAD.test(block.folded(head)) ? head : longHead(block, head);
  if (begin < 0 || state.apposition(span.block, begin) || (span.clitics === 1 && !/^ل/.test(block.word(span.token)))) return false;
  // «نائبا لرئيس المجلس», «ولي العهد رئيس المجلس»: a title of somebody who is told otherwise.
  // «مستشارا لرئيس المجلس»: neither is the council spoken of.
  if (/^[وف]?ل/.test(block.folded(head)) && block.joined(head) && /^[وف]?[بلك]?(ال)?مستشار/.test(block.folded(head - 1))) return true;
  if (/^[وف]?ل(?!د[ىي]$)/.test(block.folded(head)) || (block.joined(head) && (block.cuesTo(head, 'deputy', 'title').length > 0 || (!/^و/.test(block.word(head)) && block.spansTo(head).some((s) => isOf(s, OFFICE_TYPES)))))) return false;
  for (let cue; block.joined(nextToken) && (cue = block.cuesFrom(nextToken, 'former', 'acting', 'modifier', 'elect')[0]); ) nextToken += cue.tokens;
  const isNamed = (s: Span) => isOf(s, PERSON_TYPES);
  if (block.loose(nextToken) && (block.spansFrom(nextToken).some(isNamed) || block.cuesFrom(nextToken, 'title', 'rank', 'given').length > 0)) return false;
  if (block.loose(begin) && (block.spansTo(begin).some(isNamed) || state.over(span.block, begin - 1).some((p) => p.kind === 'person' && p.as !== 'office'))) return false;
  // «وقال الميلودي المخارق، الأمين العام للاتحاد»: behind a comma, a title of somebody the dataset may lack.
  if (/^\s*[،,]\s*$/.test(block.between(begin)) && !opensClause(block, begin - 1)) return false;
  if (isNamedBehindComma(block, nextToken)) return false;
  // «الدكتور شريف خاطر رئيس الجامعة»: somebody the dataset lacks.
  for (let at = head; at > head - 4 && block.loose(at); at--) if (block.cuesTo(at, 'given', 'title', 'rank').length > 0) return false;
  // «عين رئيسا للبنك» says what somebody became; «بصفته رئيس الحزب» whose it is.
  return leavesName(block, nextToken);
}

/** «المديرة العامة لصندوق النقد، كريستالينا غورغييفا، ...»: two to four words between commas, none of them a verb or a particle. */
function isNamedBehindComma(block: ReadBlock, from: number): boolean {
  if (!/^\s*[،,]\s*$/.test(block.between(from))) return false;
  for (let token = from; token < from + 5 && token < block.count; token++) {
    if (token > from && !block.joined(token)) return token > from + 1 && /^\s*[،,.]/.test(block.between(token));
    if (opensClause(block, token) || /^و/.test(block.word(token)) || block.cuesFrom(token, 'word').length > 0) return false;
  }
  return false;
}

/** Adjectives that parties and movements bear themselves. */
const PARTY_ADJECTIVE = /^ال(اسلاميه|شعبيه|وطنيه|ديمقراطيه|اشتراكيه|شيوعيه|ثوريه|مسلحه|فلسطينيه|سياسيه)$/;

/** Whether an adjective behind a party's or movement's name makes it another one («حركة النهضة الأدبية»). */
export function goesOnAsOther(block: ReadBlock, span: Span): boolean {
  const next = span.token + span.tokens;
  if (!block.joined(next) || block.cuesFrom(next, 'country-adjective', 'modifier', 'former').length > 0) return false;
  const word = block.folded(next);
  // «كتلة الإصلاح الوطني»
  if (span.tokens === 1 && /^ال.+ي$/.test(word) && !block.spansFrom(next).some((name) => isOf(name, PERSON_TYPES))) return true;
  return /^ال.+يه$/.test(word) && !PARTY_ADJECTIVE.test(word);
}
