import type { Evidence } from '../types';
import { OFFICE_TYPES, PERSON_TYPES, typesOf } from '../names';
import { countryBehind, countryByContext } from './context';
import { isOf, type Cue, type ReadBlock, type Span } from './document';
import { resolveDual } from './duals';
import { heldBy, holdersAt, PRIOR, type State } from './state';
import { isDefinite, isNamedAfter, leavesName, opensClause } from './usage';

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

const BODY = typesOf('organization');

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
    if (!fits && !distinct && country === behind) return null;
    // «رئيس البنك الدولي الأمريكي»: the adjective belongs to what follows.
    if (fits || !distinct) Object.assign(reading, { country: country.country, end: country.end, next: country.next, tokensEnd: country.next });
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
  const body = block.spansFrom(from).find((span) => span.tokens > 1 && isOf(span, BODY));
  const countries = new Set(body?.names.filter((name) => state.pack.index.isOf(name, BODY)).map((name) => state.pack.countryOf(state.pack.index.target(name))));
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
  const before = block.spansTo(from).find((span) => isPerson(state, span));
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
    const person = block.spansFrom(token).find((span) => span.clitics === 0 && isPerson(state, span) && !(titled && span.tokens === cue.tokens));
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

/** Whether the words may name a person. */
export function isPerson(state: State, span: Span): boolean {
  return isOf(span, PERSON_TYPES);
}

/** The offices that stand alone, resolved to who held them on the article's date. */
export function resolveOffices(state: State, all: readonly Offices[]): void {
  /** The last post each wording meant, for when it comes again bare. */
  const memory = new Map<string, { posts: Set<number>; last: number; block: number }>();
  const remember = (reading: OfficeReading, post: number) => {
    for (const name of reading.span.names) {
      const key = state.pack.index.textOf(name);
      const known = memory.get(key) ?? { posts: new Set<number>(), last: post, block: reading.span.block };
      known.posts.add(post);
      known.last = post;
      known.block = reading.span.block;
      memory.set(key, known);
    }
  };
  all.forEach((readings, place) => {
    const block = state.doc.blocks[place]!;
    for (const reading of readings.list) {
      const apposed = state.apposition(place, reading.span.token);
      if (apposed) {
        const post = reading.posts.find((p) => (reading.country < 0 || state.pack.countryOfPost(p) === reading.country) && heldBy(state.pack, p, apposed.person, state.doc.day) === 'then');
        if (post !== undefined) remember(reading, post);
        continue;
      }
      if (reading.deputy && !reading.staff) continue;
      if (reading.dual) resolveDual(state, block, reading);
      else resolveOne(state, block, reading, memory, remember);
    }
  });
}

/** Offices that hardly stand without a name: what follows one may be the name of another holder. */
const SPEAKERS = /^(المتحدث|المتحدثه|الناطق|الناطقه|المبعوث|المبعوثه|السفير|السفيره|المندوب|المندوبه)$/;

/** «أصبحت وزيرة دولة», «عُين وزيرا»: what somebody became. A definite office after such a word is somebody else's all the same. */
function isPredicate(block: ReadBlock, span: Span): boolean {
  if (!block.joined(span.token) || Array.from({ length: span.tokens }, (_, i) => block.word(span.token + i)).some((word) => /^ال/.test(word))) return false;
  return /^[وف]?(?:س?[يت]صبح|اصبحت?|صارت?|باتت?|عينت?|[يت]عين|سميت?|غدا|تعيينه|تعيينها|كانت?|[يت]كون|يعمل|عملت?|شغلت?)$/.test(block.folded(span.token - 1));
}

type Memory = Map<string, { posts: Set<number>; last: number; block: number }>;

function resolveOne(state: State, block: ReadBlock, reading: OfficeReading, memory: Memory, remember: (r: OfficeReading, post: number) => void): void {
  const { pack, doc } = state;
  const { span } = reading;
  const evidence: Evidence[] = [];
  let posts = reading.posts;
  let score: number = PRIOR.title;
  const code = (country: number) => pack.meta.countries[country]!;
  if (reading.country >= 0) {
    posts = posts.filter((post) => pack.countryOfPost(post) === reading.country);
    evidence.push({ code: 'country-named', detail: code(reading.country) });
  } else if (reading.distinct) {
    posts = posts.filter((post) => span.names.some((name) => pack.index.type(name) === 'office-distinct' && pack.index.target(name) === post));
    evidence.push({ code: 'only-one' });
  } else {
    const possible = new Set(posts.map((post) => pack.countryOfPost(post)).filter((c) => c >= 0));
    const { home } = doc;
    // «الرئيس», «الملك»: one word says too little but at home, where it needs no country.
    if (span.tokens === 1 && !headOfHome(state, block, reading, home)) return;
    const known = span.names.map((name) => memory.get(pack.index.textOf(name))).find(Boolean);
    if (known && known.posts.size === 1 && (known.block >= span.block - 1 || pack.countryOfPost(known.last) === home)) posts = posts.filter((post) => post === known.last);
    else {
      const found = headsHome(state, posts, home) ? { country: home } : countryByContext(doc, block, span, possible);
      if (!found) {
        state.abstain(span, candidatesOf(state, posts), reading.end);
        return;
      }
      posts = posts.filter((post) => pack.countryOfPost(post) === found.country);
      evidence.push({ code: 'country-context', detail: code(found.country) });
    }
    score = PRIOR.context;
  }
  if (posts.length > 1) posts = oneAmong(state, reading, posts);
  const terms = posts.flatMap((post) => holdersAt(pack, post, doc.day, reading.acting ? true : null));
  const persons = new Set(terms.map((term) => term.person));
  if (reading.former || reading.elect || persons.size !== 1 || (SPEAKERS.test(block.folded(span.token)) && ![...persons].some((person) => state.named.has(person)) && !leavesName(block, reading.next)) || isPredicate(block, span) || (!reading.staff && (unknownNameBehind(block, reading) || unknownNameBefore(state, block, reading)))) {
    if (posts.length > 0) state.abstain(span, candidatesOf(state, posts), reading.end);
    return;
  }
  const term = terms[0]!;
  remember(reading, term.post);
  evidence.push({ code: 'holder-at-date', detail: state.postId(term.post) });
  state.propose(span, term.person, 'office', score, evidence, { post: term.post, end: reading.end, tokens: reading.tokensEnd - span.token });
}

/** Whether the words name home's head of state or government, and home is spoken of: outlets say theirs without a country. */
function headsHome(state: State, posts: readonly number[], home: number): boolean {
  if (home < 0 || (state.doc.countries.get(home) ?? 0) === 0) return false;
  return posts.some((post) => state.pack.countryOfPost(post) === home && /^head-of/.test(state.pack.rankName(post)));
}

/** Whether «الرئيس» or «الملك» alone may mean home's: no other one is spoken of here, and no name or other word follows to say so. */
function headOfHome(state: State, block: ReadBlock, reading: OfficeReading, home: number): boolean {
  const { pack } = state;
  const { span } = reading;
  const mine = reading.posts.filter((post) => pack.countryOfPost(post) === home && pack.rankName(post) === 'head-of-state');
  if (home < 0 || mine.length !== 1 || span.clitics > 1 || reading.next > span.token + 1 || isNamedAfter(block, span)) return false;
  // «وكيلا عاما للملك»: an office in the king's name.
  if (span.clitics === 1 && /^ل/.test(block.word(span.token)) && block.joined(span.token) && /^(ال)?عاما?$/.test(block.folded(span.token - 1))) return false;
  const head = holdersAt(pack, mine[0]!, state.doc.day, null)[0]?.person;
  if (head === undefined) return false;
  // «الأسباب الرئيسة», «أساس الملك»: where nobody named the head, a verb or an honorific must.
  if (!state.named.has(head) && !spokenOf(block, span, (state.doc.countries.get(home) ?? 0) > 0)) return false;
  // A president may be a party's or a chamber's; a king is none but a king.
  const rivals = /^الرئيس/.test(block.word(span.token)) ? /head-of-state|parliament|party|company/ : /head-of-state|royal/;
  const others = state.near(span.block).some(
    (p) => p.kind === 'person' && p.place !== head &&
      pack.termsOfPerson(p.place).some((term) => rivals.test(pack.rankName(term.post))),
  );
  // «الرئيس التنفيذي», «الرئيس المدير العام», «الملك فهد»: another word makes it another office or man.
  return !others && !isDefinite(block, reading.next) && !block.cuesFrom(reading.next, 'given').some((c) => c.clitics === 0 && block.joined(reading.next));
}

function spokenOf(block: ReadBlock, span: Span, homeNamed: boolean): boolean {
  if (!homeNamed || !block.joined(span.token) || span.clitics > 0) return false;
  return block.cuesTo(span.token, 'verb').length > 0 || /^(جلاله|سمو|فخامه|السيد|سياده)$/.test(block.folded(span.token - 1));
}

/** Of several posts with these words (a country's ambassadors), the one whose holder or host the article is about. */
function oneAmong(state: State, reading: OfficeReading, posts: number[]): number[] {
  const { pack, doc } = state;
  const held = posts.filter((post) => holdersAt(pack, post, doc.day, null).some((term) => state.named.has(term.person)));
  if (held.length > 0) return held;
  const mentioned = new Set(state.proposals.filter((p) => p.as === 'office' && p.post).map((p) => p.post!));
  const before = posts.filter((post) => mentioned.has(state.postId(post)));
  if (before.length > 0) return before;
  const { home } = doc;
  const here = posts.filter((post) => home >= 0 && pack.post(post).accreditedCountry === home);
  return here.length > 0 && reading.country !== home ? here : posts;
}

function candidatesOf(state: State, posts: readonly number[]): { entity: number; score: number; evidence: Evidence[] }[] {
  return posts.flatMap((post) =>
    holdersAt(state.pack, post, state.doc.day, null).map((term) => ({ entity: term.person, score: PRIOR.weak, evidence: [{ code: 'holder-at-date' as const, detail: state.postId(post) }] })),
  );
}

/** A name that the dataset lacks right before the office («مصطفى قريش والي ميلة»): it is that one's title. */
export function unknownNameBefore(state: State, block: ReadBlock, reading: OfficeReading): boolean {
  const at = reading.span.token;
  if (reading.span.clitics > 0 || !block.loose(at) || !block.joined(at - 1)) return false;
  if (opensClause(block, at - 1) || state.over(reading.span.block, at - 1).length > 0) return false;
  return block.cuesFrom(at - 2, 'given').some((cue) => cue.tokens === 1) && block.cuesFrom(at - 2, 'verb').length === 0 && block.cuesFrom(at - 1, 'verb', 'title', 'rank', 'deputy').length === 0;
}

/** A given name right behind the office: it belongs to somebody the dataset does not know. */
export function unknownNameBehind(block: ReadBlock, reading: OfficeReading): boolean {
  let token = reading.next;
  for (let i = 0; i < 2; i++) {
    if (!block.joined(token) && !(i > 0 && block.loose(token))) return false;
    // «باسم الحكومة» is no Bassem.
    if (block.folded(token) !== 'باسم' && block.cuesFrom(token, 'given').some((cue) => cue.clitics === 0)) return true;
    const title = block.cuesFrom(token, 'title', 'rank')[0];
    if (!title) return false;
    token += title.tokens;
  }
  return false;
}
