import type { Evidence } from '../types';
import type { Term } from '../pack';
import { countryByContext } from './context';
import { OFFICE_TYPES } from '../names';
import { isOf, type ReadBlock, type Span } from './document';
import { resolveDual } from './duals';
import type { OfficeReading, Offices } from './offices';
import { heldBy, holdersAt, PRIOR, type State } from './state';
import { isDefinite, isNamedAfter, leavesName, looksLikeVerb, opensClause } from './usage';

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
      if ((reading.deputy && !reading.staff) || isOneOfMany(block, reading)) continue;
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
    const sent = span.tokens > 3 ? posts.filter((post) => pack.rankName(post) === 'ambassador') : [];
    // «الرئيس», «الملك»: one word says too little but at home, where it needs no country.
    if (span.tokens === 1 && !headOfHome(state, block, reading, home)) return;
    const known = span.names.map((name) => memory.get(pack.index.textOf(name))).find(Boolean);
    // «سفير المملكة لدى طهران», «السفير الإيراني لدى المملكة»: the kingdom is home.
    if (sent.length > 0) posts = sent.filter((post) => home >= 0 && (pack.countryOfPost(post) === home || pack.accreditedTo(post) === home));
    else if (known && known.posts.size === 1 && (known.block >= span.block - 1 || pack.countryOfPost(known.last) === home)) posts = posts.filter((post) => post === known.last);
    else if (possible.size === 0 && posts.some((post) => pack.accreditedTo(post) >= 0)) {
      posts = sentHere(state, posts);
    } else {
      const found = headsHome(state, posts, home) ? { country: home } : (countryOfNamed(state, reading) ?? countryByContext(doc, block, span, possible));
      if (!found) {
        state.abstain(span, candidatesOf(state, posts), reading.end);
        return;
      }
      posts = posts.filter((post) => pack.countryOfPost(post) === found.country);
      evidence.push({ code: 'country-context', detail: code(found.country) });
    }
    score = PRIOR.context;
  }
  if (posts.length > 1 || (!reading.distinct && span.tokens < 4 && posts.some((post) => pack.rankName(post) === 'ambassador'))) posts = oneAmong(state, reading, posts);
  const certain = posts.flatMap((post) => holdersAt(pack, post, doc.day, reading.acting ? true : null));
  const terms = certain.length > 0 || reading.acting ? certain : perhapsHeld(state, posts);
  const appointed = reading.elect || (reading.acting && certain.length === 0) ? soonHeld(state, posts) : [];
  const persons = new Set((appointed.length > 0 ? appointed : terms).map((term) => term.person));
  if (reading.former || (reading.elect && appointed.length === 0) || persons.size !== 1 || (SPEAKERS.test(block.folded(span.token)) && ![...persons].some((person) => state.named.has(person)) && !leavesName(block, reading.next)) || isPredicate(block, span) || (!reading.staff && (unknownNameBehind(block, reading) || unknownNameBefore(state, block, reading)))) {
    if (posts.length > 0) state.abstain(span, candidatesOf(state, posts), reading.end);
    return;
  }
  const term = (appointed[0] ?? terms[0])!;
  if (namedSoonBehind(state, block, reading, term.person)) return;
  remember(reading, term.post);
  evidence.push({ code: 'holder-at-date', detail: state.postId(term.post) });
  state.propose(span, term.person, 'office', score, evidence, { post: term.post, end: reading.end, tokens: reading.tokensEnd - span.token });
}

/** Words between an office and its holder's name: further titles of his. */
const FAR = 8;

/** «وزير الإعلام والثقافة ووزير الدولة لشؤون الشباب عبدالرحمن المطيري»: the holder is named behind further titles, none of which begins a clause: the office is one of them. */
function namedSoonBehind(state: State, block: ReadBlock, reading: OfficeReading, person: number): boolean {
  for (let token = reading.next; token < reading.next + FAR && block.loose(token); token++) {
    if (state.over(reading.span.block, token).some((p) => p.place === person && p.token === token && p.as !== 'office')) {
      const named = block.spansFrom(token)[0];
      if (named) state.attach(reading.span.block, reading.span.token, person, named);
      return true;
    }
    if (opensClause(block, token)) return false;
  }
  return false;
}

/** «وزير دولة للتجارة الخارجية»: one of many ministers of state, and not the one whose title says no more. */
function isOneOfMany(block: ReadBlock, reading: OfficeReading): boolean {
  const { span } = reading;
  return /^(?:دوله|الدوله)$/.test(block.folded(span.token + span.tokens - 1)) && /^[وف]?[بلك]?(?:ال|لل)?وزير(?:ا|ه)?$/.test(block.folded(span.token)) && block.joined(reading.next) && /^ل/.test(block.word(reading.next));
}

/** «المبعوث الأممي»: the one sent to home, or to the country the article speaks of most. */
function sentHere(state: State, posts: readonly number[]): number[] {
  const { pack, doc } = state;
  const place = [doc.home, ...doc.countriesBut(doc.home)].find((country) => country >= 0 && posts.some((post) => pack.accreditedTo(post) === country));
  return place === undefined ? [] : posts.filter((post) => pack.accreditedTo(post) === place);
}

/** The one country whose holder of the office was named before, if it is home or home has no such office: it is his that the article tells of. */
function countryOfNamed(state: State, reading: OfficeReading): { country: number } | null {
  const { pack, doc } = state;
  const named = reading.posts.filter((post) => holdersAt(pack, post, doc.day, null).some(({ person }) => {
    const first = state.named.get(person);
    return first && (first.block < reading.span.block || (first.block === reading.span.block && first.token < reading.span.token));
  }));
  const countries = new Set(named.map((post) => pack.countryOfPost(post)).filter((country) => country >= 0));
  const [country, other] = countries;
  const { home } = doc;
  if (country === undefined || other !== undefined || reading.former) return null;
  return country === home || !reading.posts.some((post) => pack.countryOfPost(post) === home) ? { country } : null;
}

/** Terms of the posts that may hold on the article's day, though their dates say too little, of people the article names. */
function perhapsHeld(state: State, posts: readonly number[]): Term[] {
  const { pack, doc } = state;
  return posts.flatMap((post) => pack.termsOfPost(post).filter((term) => term.startFirst <= doc.day + JUST && doc.day <= term.endLast && state.named.has(term.person)));
}

/** Days before a term within which its holder is the one to be («رئيس الوزراء المكلف»). */
const SOON = 45;
/** And days after it has begun. */
const JUST = 3;

/** Terms of the posts that begin soon, of people the article names. */
function soonHeld(state: State, posts: readonly number[]): Term[] {
  const { pack, doc } = state;
  return posts.flatMap((post) => pack.termsOfPost(post).filter((term) => doc.day - JUST <= term.startLast && term.startFirst <= doc.day + SOON && state.named.has(term.person)));
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
  // «المقر الرئيس»: an adjective.
  if (span.clitics === 0 && block.joined(span.token) && /^[وفبلك]*(?:ال|لل)/.test(block.folded(span.token - 1)) && block.cuesTo(span.token, 'verb', 'title', 'given').length === 0) return false;
  // «وكيلا عاما للملك»: an office in the king's name.
  if (span.clitics === 1 && /^ل/.test(block.word(span.token)) && block.joined(span.token) && /^(ال)?عاما?$/.test(block.folded(span.token - 1))) return false;
  const head = holdersAt(pack, mine[0]!, state.doc.day, null)[0]?.person;
  if (head === undefined) return false;
  // «الأسباب الرئيسة», «أساس الملك»: where nobody named the head, a verb or an honorific must.
  if (!state.named.has(head) && !spokenOf(block, span, (state.doc.countries.get(home) ?? 0) > 0)) return false;
  // A president may be a party's or a chamber's; a king is none but a king.
  const isRival = (term: Term) => (/^الرئيس/.test(block.word(span.token)) ? /head-of-state|parliament|party|company/.test(pack.rankName(term.post)) : reading.posts.includes(term.post));
  const others = state.near(span.block).some(
    (p) => p.kind === 'person' && p.place !== head &&
      pack.termsOfPerson(p.place).some(isRival),
  );
  // «الرئيس التنفيذي», «الرئيس المدير العام», «الملك فهد»: another word makes it another office or man.
  const another = isDefinite(block, reading.next) && !block.spansFrom(reading.next).some((behind) => isOf(behind, OFFICE_TYPES));
  return !others && !another && !block.cuesFrom(reading.next, 'given').some((c) => c.clitics === 0 && block.joined(reading.next));
}

function spokenOf(block: ReadBlock, span: Span, homeNamed: boolean): boolean {
  if (!homeNamed) return false;
  // «... والملك يستقبل كوشنير»
  const next = span.token + span.tokens;
  if (span.clitics === 1 && /^و/.test(block.word(span.token)) && block.joined(next) && looksLikeVerb(block, next)) return true;
  if (!block.joined(span.token) || span.clitics > 0) return false;
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
  const here = posts.filter((post) => home >= 0 && pack.accreditedTo(post) === home);
  if (here.length > 0 && reading.country !== home) return here;
  // «السفير الإيراني»: whom home does not know may be any of a country's ambassadors.
  return posts.every((post) => pack.rankName(post) === 'ambassador') ? [] : posts;
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
    // «قدري أبو بكر»
    if (block.joined(token + 1) && /^(?:ابو|بن|ولد|عبد|ال)$/.test(block.folded(token + 1))) return true;
    const title = block.cuesFrom(token, 'title', 'rank')[0];
    if (!title) return false;
    token += title.tokens;
  }
  return false;
}
