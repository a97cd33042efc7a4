import { Tokens } from '../../arabic/tokens';
import { scan } from '../scan';
import type { Evidence } from '../types';
import { countryBehind, countryByContext } from './context';
import type { Cue, ReadBlock, Span } from './document';
import { personBehind, type OfficeReading } from './offices';
import { holdersAt, PRIOR, type State } from './state';

/** Several offices in one expression. */

/** «وزيرا الخارجية المصري والتركي», «وزراء الخارجية الفرنسي والألماني والبريطاني»: an office for each adjective; «وزيرا الدفاع والداخلية»: for each portfolio. */
export function resolveDual(state: State, block: ReadBlock, reading: OfficeReading): void {
  if (!byCountry(state, block, reading)) byPortfolio(state, block, reading);
}

function byCountry(state: State, block: ReadBlock, reading: OfficeReading): boolean {
  const { pack, doc } = state;
  let token = reading.span.token + reading.span.tokens;
  const parts: { cue: Cue; from: number; start: number }[] = [];
  while (block.joined(token)) {
    const cue = block.cuesFrom(token, 'country-adjective').find((c) => c.clitics === (parts.length === 0 ? 0 : 1));
    if (!cue) break;
    parts.push({ cue, from: token, start: block.behind(token, cue.clitics) });
    token += cue.tokens;
  }
  if (parts.length < 2) return false;
  if (personBehind(state, block, null, token)) return true;
  parts.forEach(({ cue, from, start }, i) => {
    const posts = reading.posts.filter((post) => pack.countryOfPost(post) === cue.country);
    const terms = posts.flatMap((post) => holdersAt(pack, post, doc.day, null));
    if (new Set(terms.map((t) => t.person)).size !== 1 || reading.former) return;
    const end = block.ends[from + cue.tokens - 1]!;
    const span = i === 0 ? reading.span : { ...reading.span, token: from, tokens: cue.tokens, start, end };
    const evidence: Evidence[] = [{ code: 'country-named', detail: pack.meta.countries[cue.country]! }, { code: 'holder-at-date', detail: state.postId(terms[0]!.post) }];
    state.propose(span, terms[0]!.person, 'office', PRIOR.title, evidence, { post: terms[0]!.post, end, tokens: from + cue.tokens - span.token });
  });
  return true;
}

/** The second portfolio's words are found as an office of their own would be: «وزير» before them. */
function byPortfolio(state: State, block: ReadBlock, reading: OfficeReading): void {
  const { pack, doc } = state;
  const next = reading.span.token + reading.span.tokens;
  if (reading.former || reading.plural || !block.joined(next) || !/^و../.test(block.word(next))) return;
  const from = block.behind(next, 1);
  const rest = `وزير ${block.text.slice(from, block.ends[Math.min(block.count, next + 4) - 1]!)}`;
  const others = scan(pack.index, rest, new Tokens()).filter((hit) => hit.token === 0 && hit.clitics === 0 && pack.index.type(hit.name) === 'office' && hit.tokens > 1);
  const longest = Math.max(0, ...others.map((hit) => hit.tokens));
  if (longest === 0) return;
  const posts = others.filter((hit) => hit.tokens === longest).map((hit) => pack.index.target(hit.name));
  const after = next + longest - 1;
  const behind = countryBehind(block, after);
  const possible = new Set(reading.posts.map((post) => pack.countryOfPost(post)).filter((c) => c >= 0 && posts.some((other) => pack.countryOfPost(other) === c)));
  const country = behind?.country ?? countryByContext(doc, block, reading.span, possible)?.country;
  if (country === undefined) return;
  // Another country before the words may be theirs; «وشكر وزيرا الخارجية والإعلام تركيا» is only spoken of.
  if (!behind && block.countryCues.some((cue) => cue.country !== country && cue.token < reading.span.token && block.sentence[cue.token] === block.sentence[reading.span.token])) return;
  const modifier = block.cuesFrom(behind?.next ?? after, 'modifier', 'former')[0];
  if (personBehind(state, block, null, modifier ? modifier.token + modifier.tokens : (behind?.next ?? after))) return;
  const holder = (list: readonly number[]) => {
    const terms = list.filter((post) => pack.countryOfPost(post) === country).flatMap((post) => holdersAt(pack, post, doc.day, null));
    return new Set(terms.map((t) => t.person)).size === 1 ? terms[0]! : null;
  };
  const said: Evidence = { code: behind ? 'country-named' : 'country-context', detail: pack.meta.countries[country]! };
  const parts: [Span, ReturnType<typeof holder>, number, number][] = [
    [reading.span, holder(reading.posts), reading.span.end, reading.span.tokens],
    [{ ...reading.span, token: next, tokens: longest - 1, start: from, end: block.ends[after - 1]!, clitics: 1 }, holder(posts), behind?.end ?? block.ends[after - 1]!, (behind?.next ?? after) - next],
  ];
  for (const [span, term, end, tokens] of parts) {
    if (term) state.propose(span, term.person, 'office', behind ? PRIOR.title : PRIOR.context, [said, { code: 'holder-at-date', detail: state.postId(term.post) }], { post: term.post, end, tokens });
  }
}
