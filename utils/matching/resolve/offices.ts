import { FLAG_WEAK, OFFICE_TYPES, PERSON_TYPES, WHOLE_BODY } from '../names';
import { countryBehind } from './context';
import { isOf, type Cue, type ReadBlock, type Span } from './document';
import type { State } from './state';
import { isFunctionWord } from './usage';

/** An office's words as they stand in the text, with everything around them that says whose it is. */
export interface OfficeReading {
  span: Span;
  /** Posts the words may mean. */
  posts: number[];
  /** One of the posts is told by the words alone. */
  distinct: boolean;
  dual: boolean;
  /** More than two («وزراء الخارجية»): says whose only with the countries behind. */
  plural: boolean;
  /** Country said right behind, or -1. */
  country: number;
  former: boolean;
  acting: boolean;
  elect: boolean;
  /** What stands before makes it somebody else's («نائب وزير», «مستشار رئيس»). */
  deputy: boolean;
  /** Somebody who serves the holder («مكتب وزير العدل»): the office is still its holder's. */
  staff: boolean;
  /** End of the words with country and adjectives. */
  end: number;
  /** Token behind all of it: where a holder's name may stand. */
  next: number;
  /** Token behind the words and their country. */
  tokensEnd: number;
}

/** The offices of a block, by where they begin and where a name may follow. */
export class Offices {
  private readonly byToken = new Map<number, OfficeReading>();
  private readonly byNext = new Map<number, OfficeReading>();

  constructor(readonly list: readonly OfficeReading[]) {
    for (const reading of list) {
      this.byToken.set(reading.span.token, reading);
      if (!this.byNext.has(reading.next)) this.byNext.set(reading.next, reading);
    }
  }

  at(token: number): OfficeReading | undefined {
    return this.byToken.get(token);
  }

  endingAt(token: number): OfficeReading | undefined {
    return this.byNext.get(token);
  }

  /** The office whose words and country lie over a token. */
  over(token: number): OfficeReading | undefined {
    for (let at = token; at > token - MAX_OFFICE_WORDS && at >= 0; at--) {
      const reading = this.byToken.get(at);
      if (reading) return reading.tokensEnd > token ? reading : undefined;
    }
    return undefined;
  }
}

/** Longest office with its country, in words. */
const MAX_OFFICE_WORDS = 24;

/** The longest office reading at each place of a block, none inside another. */
export function readOffices(state: State, block: ReadBlock): Offices {
  const readings: OfficeReading[] = [];
  let free = 0;
  for (const span of block.spans) {
    if (!isOf(span, OFFICE_TYPES) || span.token < free) continue;
    const reading = readOffice(state, block, span);
    if (!reading) continue;
    readings.push(reading);
    free = reading.tokensEnd;
  }
  return new Offices(readings);
}

function readOffice(state: State, block: ReadBlock, span: Span): OfficeReading | null {
  const { index } = state.pack;
  const at = span.token + span.tokens;
  const behind = countryBehind(block, at);
  const posts: number[] = [];
  let [distinct, dual] = [false, false];
  for (const name of span.names) {
    const type = index.type(name);
    if (!index.isOf(name, OFFICE_TYPES)) continue;
    // «وزير خارجية» is an office only with a country's name right behind.
    if (type === 'office-construct' && !block.cuesFrom(at, 'country').some((cue) => cue.clitics === 0 && block.joined(at))) continue;
    if (type === 'office-dual') dual = true;
    if (type === 'office-distinct') distinct = true;
    posts.push(index.target(name));
  }
  if (posts.length === 0) return null;
  const reading: OfficeReading = {
    span, posts: [...new Set(posts)], distinct, dual, plural: /^[وفبلك]*وزراء$/.test(block.folded(span.token)), country: -1, former: false, acting: false, elect: false,
    ...deputyOf(block, span),
    end: span.end, next: at, tokensEnd: at,
  };
  const country = behind ?? (distinct ? null : (countryBehindExtension(block, at) ?? countryOfBody(state, block, at)));
  if (country) {
    const fits = reading.posts.some((post) => state.pack.countryOfPost(post) === country.country);
    // «الناطق باسم الخارجية الإيرانية»: another country's office, which the dataset lacks; the body within is named all the same.
    if (!fits && !distinct && !dual && country === behind) return null;
    // «رئيس البنك الدولي الأمريكي»: the adjective belongs to what follows.
    if (fits || (!distinct && !dual)) Object.assign(reading, { country: country.country, end: country.end, next: country.next, tokensEnd: country.next });
  }
  // «نائب رئيس مجلس الدولة» where no country that has one is spoken of: an office the dataset lacks.
  if (state.doc.home >= 0 && reading.country < 0 && !distinct && reading.posts.every((post) => state.pack.countryOfPost(post) >= 0 && !state.doc.concerns(state.pack.countryOfPost(post)))) return null;
  takeModifiers(block, reading, at);
  return reading;
}

const ORDINALS = new Set(['اول', 'ثاني', 'ثان', 'الاول', 'الاولي', 'الثاني', 'الثانيه', 'الخاص', 'الخاصه', 'السابق', 'كبير']);

/** «نائب وزير», «النائب الأول لرئيس», «الوزير المنتدب لدى وزير», «مستشارا لرئيس»: the office is somebody else's. */
function deputyOf(block: ReadBlock, span: Span): { deputy: boolean; staff: boolean } {
  const none = { deputy: false, staff: false };
  if (!block.joined(span.token)) return none;
  let at = span.token;
  // «مستشارا لجلالة الملك»: what honours the holder stands between.
  const honour = block.cuesTo(at, 'title').find((c) => HONOURS.test(block.folded(c.token)));
  if (honour && block.joined(honour.token)) at = honour.token;
  if (block.folded(at - 1) === 'لدى') at--;
  else if (span.clitics > 0 && !/^[وف]?ل/.test(block.word(at))) return none;
  while (block.joined(at) && ORDINALS.has(block.folded(at - 1))) at--;
  // «المستشار الدبلوماسي لرئيس الإمارات»
  if (block.joined(at) && /^ال.+ي$/.test(block.folded(at - 1)) && block.cuesTo(at - 1, 'deputy').some((c) => block.word(c.token).startsWith('ال'))) at--;
  if (!block.joined(at)) return none;
  const cue = block.cuesTo(at, 'deputy').find((c) => c.clitics === 0 || !block.word(c.token).startsWith('ال'));
  return cue ? { deputy: true, staff: STAFF.test(block.folded(cue.token)) } : none;
}

/** First words of what honours a holder, folded. */
const HONOURS = /^[وف]?ل?(جلاله|سمو|فخامه|معالي|سعاده|سياده|صاحب)$/;

/** First words of those who serve the holder of an office, and of what is his, folded. */
const STAFF = /^[وف]?[بلك]?(المتحدث|المتحدثه|الناطق|الناطقه|متحدثا|ناطقا|مدير|مكتب|مقر|منزل|قصر|سياره|طائره|زوجه|نجل|نجله|شقيق|صهر|قرينه|حرم)$/;

/** «وزير الخارجية والهجرة وشؤون المصريين بالخارج المصري»: the country behind what goes on with «وال». */
function countryBehindExtension(block: ReadBlock, at: number): { country: number; next: number; end: number } | null {
  if (!block.joined(at) || !/^وال|^وشؤون/.test(block.word(at)) || startsName(block, at)) return null;
  for (let token = at + 1; token < at + 6 && block.joined(token); token++) {
    if (startsName(block, token) || block.cuesFrom(token, 'verb', 'title', 'rank').length > 0) return null;
    const found = block.cuesFrom(token, 'country-adjective').filter((cue) => cue.clitics === 0);
    if (found.length === 1) return { country: found[0]!.country, next: token + found[0]!.tokens, end: block.ends[token + found[0]!.tokens - 1]! };
  }
  return null;
}

/** «رئيس الأركان في القوات المسلحة الإيرانية»: the body's country is the office's. */
function countryOfBody(state: State, block: ReadBlock, at: number): { country: number; next: number; end: number } | null {
  if (!block.joined(at) || !/^(في|ب.+)$/.test(block.folded(at))) return null;
  const from = block.folded(at) === 'في' ? at + 1 : at;
  const body = block.spansFrom(from).find((span) => span.tokens > 1 && isOf(span, WHOLE_BODY));
  const countries = new Set(body?.names.filter((name) => state.pack.index.isOf(name, WHOLE_BODY)).map((name) => state.pack.countryOf(state.pack.index.target(name))));
  const [country] = countries;
  return body && countries.size === 1 && country! >= 0 ? { country: country!, next: body.token + body.tokens, end: body.end } : null;
}

function startsName(block: ReadBlock, token: number): boolean {
  return block.spansFrom(token).length > 0;
}

function takeModifiers(block: ReadBlock, reading: OfficeReading, at: number): void {
  const flags = (cue: Cue) => {
    if (cue.type === 'former') reading.former = true;
    if (cue.type === 'acting') reading.acting = true;
    if (cue.type === 'elect') reading.elect = true;
  };
  // Those before the country were passed over in looking for it.
  for (let token = at; token < reading.tokensEnd; token++) block.cuesFrom(token, 'former', 'acting', 'elect').forEach(flags);
  let next = reading.next;
  for (let i = 0; i < 3; i++) {
    const cue = block.loose(next) ? block.cuesFrom(next, 'former', 'acting', 'elect', 'modifier')[0] : undefined;
    if (!cue) break;
    flags(cue);
    next += cue.tokens;
    // «الوزير الأول بالنيابة»: how it is held belongs to the title.
    if (cue.type === 'acting' && block.joined(cue.token) && cue.token === reading.tokensEnd) {
      reading.tokensEnd = next;
      reading.end = block.ends[next - 1]!;
    }
  }
  reading.next = next;
}

/**
 * The person whose title the office is: named right behind it (ranks, titles and further offices may stand between), or
 * right before it.
 */
export function holderBeside(state: State, block: ReadBlock, readings: Offices, reading: OfficeReading): { span: Span; before: boolean } | null {
  const behind = personBehind(state, block, readings, reading.next);
  if (behind) return { span: behind, before: false };
  // «حسين شرحبيل: وزير الرقمنة»
  if (!LINKS.has(block.folded(reading.span.token - 1)) && !block.loose(reading.span.token) && !/^\s*:\s*$/.test(block.between(reading.span.token))) return null;
  // «شنقريحة، الوزير المنتدب ... ورئيس الأركان»: an office behind an office behind a name.
  const previous = readings.endingAt(reading.span.token);
  const goesOn = reading.span.clitics === 0 || block.word(reading.span.token).startsWith('و');
  const chained = previous && goesOn ? holderBeside(state, block, readings, previous) : null;
  if (chained?.before) return chained;
  if (reading.span.clitics > 0) return null;
  // «حسن عبد الله قائما بأعمال محافظ البنك»
  const acting = block.cuesTo(reading.span.token, 'acting')[0];
  const deputy = reading.deputy ? block.cuesTo(reading.span.token, 'deputy')[0] : undefined;
  const linked = LINKS.has(block.folded(reading.span.token - 1)) && block.joined(reading.span.token);
  const from = linked ? reading.span.token - 1 : acting && block.loose(acting.token) ? acting.token : deputy ? deputy.token : reading.span.token;
  const before = block.spansTo(from).find((span) => isPerson(state, span) && !endsName(block, span) && !isOnlyWord(state, span));
  return before ? { span: before, before: true } : null;
}

/** Words between a name and what its bearer is («العثماني، وهو الأمين العام ...»). */
const LINKS = new Set(['وهو', 'وهي', 'بصفته', 'بصفتها', 'باعتباره', 'باعتبارها']);

/** The person named at a token, or behind titles, ranks and further offices there. */
export function personBehind(state: State, block: ReadBlock, readings: Offices | null, from: number): Span | null {
  let token = from;
  for (let step = 0; step < 6; step++) {
    if (!block.loose(token)) return null;
    const cue = block.cuesFrom(token, 'title', 'rank').filter((c) => c.clitics === 0)[0];
    const titled = cue && block.joined(token + cue.tokens) && block.spansFrom(token + cue.tokens).some((span) => isPerson(state, span));
    // «السيد السعيد سعيود»: a title first, though it is a surname too.
    const person = block.spansFrom(token).find((span) => span.clitics === 0 && isPerson(state, span) && !isFunctionWord(block, span) && !(titled && span.tokens === cue.tokens));
    if (person) return person;
    const office = readings?.at(token);
    if (office && office.span.clitics === 0) token = office.next;
    else if (cue) token += cue.tokens;
    else {
      // «الأمين العام لأوبك، الكويتي هيثم الغيص»
      const nationality = step === 0 ? block.cuesFrom(token, 'country-adjective').find((c) => c.clitics === 0) : undefined;
      if (!nationality || block.joined(token)) return null;
      token += nationality.tokens;
    }
  }
  return null;
}

/** «سلمان» بن عبد العزيز: whether a father's name goes with the given name before it. */
export function endsName(block: ReadBlock, span: Span): boolean {
  return /^(?:بن|ابن|ولد)$/.test(block.folded(span.token)) && block.joined(span.token) && block.cuesFrom(span.token - 1, 'given').some((cue) => cue.tokens === 1);
}

/** «ترأس رئيس الحكومة»: a word that is somebody's name, too, whom the article does not name. */
function isOnlyWord(state: State, span: Span): boolean {
  const { index } = state.pack;
  return span.tokens === 1 && span.names.filter((name) => index.isOf(name, PERSON_TYPES)).every((name) => index.has(name, FLAG_WEAK) && !state.named.has(index.target(name)));
}

/** Whether the words may name a person. */
export function isPerson(state: State, span: Span): boolean {
  return isOf(span, PERSON_TYPES);
}
