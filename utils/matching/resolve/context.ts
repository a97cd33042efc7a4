import type { Doc, ReadBlock, Span } from './document';

/** Which country words mean: said right beside them, or by what the article is about. */

export interface CountryReading {
  country: number;
  /** Behind the last token that belongs to the expression. */
  next: number;
  /** End offset of the expression. */
  end: number;
}

const IN = new Set(['في', 'لدى', 'داخل']);

/** The country said right behind the words that end before token `at`: adjective, «في» + name, or the name itself. */
export function countryBehind(block: ReadBlock, at: number): CountryReading | null {
  let token = at;
  // «الرئيس السابق الأمريكي»: one word in between.
  for (let skipped = 0; skipped < 2; skipped++) {
    const reading = countryAt(block, token);
    if (reading) return reading;
    const cue = block.joined(token) ? block.cuesFrom(token, 'former', 'acting', 'elect', 'modifier')[0] : undefined;
    if (!cue) return null;
    token += cue.tokens;
  }
  return null;
}

function countryAt(block: ReadBlock, token: number): CountryReading | null {
  if (!block.joined(token)) return null;
  const direct = block.cuesFrom(token, 'country-adjective', 'country').filter((cue) => cue.clitics === 0);
  const adjective = direct.filter((c) => c.type === 'country-adjective');
  const chosen = adjective.length > 0 ? adjective : direct;
  const longest = chosen.filter((c) => c.tokens === chosen[0]!.tokens);
  if (longest.length === 1) return reading(block, longest[0]!.country, token + longest[0]!.tokens);
  const prefixed = block.cuesFrom(token, 'country').filter((cue) => cue.clitics === 1 && /^[بل]/.test(block.word(token)));
  if (prefixed.length > 0) return reading(block, prefixed[0]!.country, token + prefixed[0]!.tokens);
  if (IN.has(block.folded(token))) {
    const named = block.joined(token + 1) ? block.cuesFrom(token + 1, 'country').filter((cue) => cue.clitics === 0)[0] : undefined;
    if (named) return reading(block, named.country, token + 1 + named.tokens);
  }
  return null;
}

function reading(block: ReadBlock, country: number, next: number): CountryReading {
  return { country, next, end: block.ends[next - 1]! };
}

/** Countries named in the same sentence as the span, but for those inside it. */
export function countriesInSentence(block: ReadBlock, span: Span): Set<number> {
  const found = new Set<number>();
  const sentence = block.sentence[span.token]!;
  for (const cue of block.countryCues) {
    if (block.sentence[cue.token] !== sentence || (cue.token >= span.token && cue.token < span.token + span.tokens)) continue;
    found.add(cue.country);
  }
  return found;
}

/** Whether an article is about one other country and hardly about home. */
function isAbroad(doc: Doc, foreign: number): boolean {
  return doc.total > 3 && doc.share(foreign) > 0.6 && doc.share(doc.home) < 0.15;
}

/**
 * The country that an office or body without one belongs to, among `possible`; null where nothing decides. What is said
 * without a country is home's, unless the article is about one other country.
 */
export function countryByContext(doc: Doc, block: ReadBlock, span: Span, possible: ReadonlySet<number>): { country: number; strength: number } | null {
  const { home } = doc;
  const sentence = countriesInSentence(block, span);
  const foreign = doc.countriesBut(home)[0] ?? -1;
  if (home >= 0 && possible.has(home) && !isAbroad(doc, foreign)) {
    // Another country in the same sentence and none of home: it may be the other's.
    const rival = !sentence.has(home) && [...sentence].some((c) => possible.has(c)) && doc.share(home) < doc.share(foreign) / 4;
    return rival ? null : { country: home, strength: 1 + doc.share(home) };
  }
  const strengthOf = (country: number) => doc.share(country) * 1.5 + (sentence.has(country) ? 0.5 : 0);
  const ranked = [...possible].map((country) => ({ country, strength: strengthOf(country) })).sort((a, b) => b.strength - a.strength);
  const [first, second] = ranked;
  if (!first || doc.share(first.country) === 0) return null;
  // The only one of its name, and named itself: no other country's is meant.
  if (possible.size === 1 && (sentence.has(first.country) || first.country === foreign)) return first;
  const rival = Math.max(second?.strength ?? 0, ...doc.countriesBut(home).filter((c) => !possible.has(c)).map(strengthOf), 0);
  return first.strength < 0.8 || first.strength - rival < 0.4 ? null : first;
}
