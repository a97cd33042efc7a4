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
  for (const cues of block.allCues()) {
    for (const cue of cues) {
      if (cue.country < 0 || cue.weak || block.sentence[cue.token] !== sentence) continue;
      if (cue.token >= span.token && cue.token < span.token + span.tokens) continue;
      found.add(cue.country);
    }
  }
  return found;
}

/**
 * The country that an office or body without one belongs to, among `possible`; null where nothing decides. Home is where
 * the article comes from: what is said without a country is home's, unless the article is about one other country and
 * does not name home.
 */
export function countryByContext(doc: Doc, block: ReadBlock, span: Span, possible: ReadonlySet<number>): { country: number; strength: number } | null {
  const home = doc.dateline >= 0 ? doc.dateline : doc.outlet;
  const total = [...doc.countries.values()].reduce((a, b) => a + b, 0);
  const share = (country: number) => (total === 0 ? 0 : (doc.countries.get(country) ?? 0) / total);
  const sentence = countriesInSentence(block, span);
  const foreign = [...doc.countries.keys()].filter((c) => c !== home).sort((a, b) => share(b) - share(a))[0] ?? -1;
  if (home >= 0 && possible.has(home) && !(share(home) === 0 && share(foreign) > 0.5 && total > 2)) {
    // Another country in the same sentence and none of home: it may be the other's.
    const rival = !sentence.has(home) && [...sentence].some((c) => possible.has(c)) && share(home) < 0.25;
    return rival ? null : { country: home, strength: 1 + share(home) };
  }
  const ranked = [...possible].map((country) => ({ country, strength: share(country) * 1.5 + (sentence.has(country) ? 0.5 : 0) })).sort((a, b) => b.strength - a.strength);
  const [first, second] = ranked;
  if (!first || share(first.country) === 0) return null;
  // The only one of its name, and named itself: no other country's is meant.
  if (possible.size === 1 && (sentence.has(first.country) || first.country === foreign)) return first;
  const rival = Math.max(second?.strength ?? 0, ...[...doc.countries.keys()].filter((c) => !possible.has(c) && c !== home).map((c) => share(c) * 1.5 + (sentence.has(c) ? 0.5 : 0)), 0);
  return first.strength < 0.8 || first.strength - rival < 0.4 ? null : first;
}
