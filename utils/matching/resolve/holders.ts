import { fold } from '../../arabic/letters';
import { FLAG_GIVEN, FLAG_NEEDS, FLAG_WEAK, PERSON_TYPES } from '../names';
import type { Evidence } from '../types';
import type { ReadBlock, Span } from './document';
import { isPerson, type OfficeReading, type Offices } from './offices';
import { isTail } from './people';
import { longestOf, otherBearer } from './short-forms';
import { PRIOR, type State } from './state';
import { isNamedAfter, isPrivate, tellsTheWord, usedAsName } from './usage';

/** After the offices: surnames of those whom the article names by their office alone («وزير الدفاع الأمريكي ... أوستن»). */
export function resolveHolders(state: State): void {
  const holders = new Map<number, Evidence>();
  for (const { as, place, block, start, end } of state.proposals) {
    if (as === 'office') holders.set(place, { code: 'office', detail: state.doc.blocks[block]!.text.slice(start, end) });
  }
  const { index } = state.pack;
  for (const block of state.doc.blocks) {
    for (const span of longestOf(block.spans.filter((s) => isPerson(state, s) && !state.covered(s)))) {
      const key = fold(block.text.slice(span.start, span.end));
      const names = span.names.filter((name) => index.isOf(name, PERSON_TYPES));
      const bearers = new Set(names.map((name) => index.target(name)));
      const [person, other] = [...bearers].filter((entity) => holders.has(entity) || state.named.has(entity));
      if (person === undefined || other !== undefined || !holders.has(person) || state.isContested(key, span, bearers) || isTail(block, span) || isNamedAfter(block, span) || isPrivate(block, span) || tellsTheWord(block, span) || otherBearer(state, block, span)) continue;
      const plain = names.some((name) => index.target(name) === person && !index.has(name, FLAG_WEAK) && !index.has(name, FLAG_GIVEN) && !index.has(name, FLAG_NEEDS));
      if (!plain && !usedAsName(block, span)) continue;
      state.propose(span, person, 'short', PRIOR.context, [holders.get(person)!, { code: 'only-one' }]);
    }
  }
}

/** Most words of a name that is written otherwise than the dataset does. */
const MAX_NAME_WORDS = 5;

/**
 * Behind an office, its holder's name with a given name more or less than the dataset writes («محافظ مصرف ليبيا المركزي ناجي محمد
 * عيسى»): first and last word are his, and what stands between is a given name or his own.
 */
export function resolveLooselyNamed(state: State, all: readonly Offices[]): void {
  for (const [place, readings] of all.entries()) {
    const block = state.doc.blocks[place]!;
    for (const reading of readings.list) {
      if (reading.deputy || reading.dual) continue;
      const from = behindTitles(block, reading.next);
      // Without a given name there nobody is named.
      if (from === null || block.cuesFrom(from, 'given').length === 0 || block.spansFrom(from).some((span) => span.tokens > 1 && isPerson(state, span))) continue;
      const found = new Map<number, number>();
      for (const person of everHeld(state, reading)) {
        const words = looseName(block, from, state.pack.nameWords(person));
        if (words > 0) found.set(person, words);
      }
      if (found.size !== 1) continue;
      const [[person, words]] = [...found] as [[number, number]];
      const span: Span = { block: place, token: from, tokens: words, start: block.starts[from]!, end: block.ends[from + words - 1]!, clitics: 0, names: [], types: 0 };
      if (state.covered(span)) continue;
      state.propose(span, person, 'name', PRIOR.title, [{ code: 'office', detail: block.text.slice(reading.span.start, reading.end) }]);
      state.attach(place, reading.span.token, person, span);
      state.doc.count(state.pack.countryOf(person));
      if (!state.named.has(person)) state.named.set(person, { block: place, token: from });
    }
  }
}

/** Days before a term within which news calls its holder by the office already. */
const SOON = 60;

/** Who held the office on the article's day or before: of the country that is said, else of home or one the article names. */
function everHeld(state: State, reading: OfficeReading): Set<number> {
  const { pack, doc } = state;
  const posts = reading.posts.filter((post) => {
    const country = pack.countryOfPost(post);
    return reading.country >= 0 ? country === reading.country : country < 0 || doc.concerns(country);
  });
  return new Set(posts.flatMap((post) => pack.termsOfPost(post).filter((term) => term.startFirst <= doc.day + SOON && (reading.former || doc.day <= term.endLast)).map((term) => term.person)));
}

/** The token behind titles and ranks; null where something else parts it from the office. */
function behindTitles(block: ReadBlock, from: number): number | null {
  let token = from;
  for (let step = 0; step < 4; step++) {
    if (!block.loose(token)) return null;
    const cue = block.cuesFrom(token, 'title', 'rank').find((c) => c.clitics === 0);
    if (!cue) return token;
    token += cue.tokens;
  }
  return null;
}

/** How many words from a token on are such a name; 0 for none. */
function looseName(block: ReadBlock, from: number, name: readonly string[]): number {
  if (name.length < 2) return 0;
  // «محمد نضال الشعار» for نضال الشعار.
  const first = block.folded(from) === name[0] ? from : /^(محمد|احمد)$/.test(block.folded(from)) && block.joined(from + 1) && block.folded(from + 1) === name[0] ? from + 1 : -1;
  if (first < 0) return 0;
  for (let token = first + 1; token < from + MAX_NAME_WORDS && block.joined(token); token++) {
    const word = block.folded(token);
    if (word === name.at(-1)) return token - from + 1;
    if (!name.includes(word) && !block.cuesFrom(token, 'given').some((cue) => cue.clitics === 0 && cue.tokens === 1) && !/^(بن|ابن|عبد|ال)$/.test(word)) return 0;
  }
  return 0;
}
