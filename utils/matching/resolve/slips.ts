import { wordHash } from '../../arabic/tokens';
import type { Span } from './document';
import { PRIOR, type State } from './state';
import { isPrivate } from './usage';

/** Words that names of families begin with and slips leave out or add («بوقادوم», «قادوم»). */
const PREFIXES = ['بو', 'ابو', 'بن', 'ال', 'آل'];
const MIN_LETTERS = 4;

/**
 * A whole name given elsewhere in the article, written once with one letter wrong: the given names to the letter, the
 * surname one letter off (or without its «بو», «بن», «ال»). Nothing else may be known about those words.
 */
export function resolveSlips(state: State): void {
  /** By the hash of the first word. */
  const byFirst = new Map<number, { entity: number; words: readonly string[]; name: string }[]>();
  for (const entity of state.named.keys()) {
    const words = state.pack.nameWords(entity);
    if (words.length < 2 || words[words.length - 1]!.length < MIN_LETTERS) continue;
    const first = wordHash(words[0]!);
    const list = byFirst.get(first) ?? [];
    list.push({ entity, words, name: state.pack.arabicName(entity) });
    byFirst.set(first, list);
  }
  if (byFirst.size === 0) return;
  for (const block of state.doc.blocks) {
    for (let token = 0; token + 1 < block.count; token++) {
      const alike = byFirst.get(block.hashes[token]!);
      if (!alike) continue;
      for (const { entity, words, name } of alike) {
        const last = token + words.length - 1;
        if (last >= block.count) continue;
        const exact = words.slice(0, -1).every((word, i) => block.folded(token + i) === word && (i === 0 || block.joined(token + i)));
        if (!exact || !block.joined(last) || !isSlip(block.folded(last), words[words.length - 1]!)) continue;
        const span: Span = { block: block.place, token, tokens: words.length, start: block.starts[token]!, end: block.ends[last]!, clitics: 0, names: [], types: 0 };
        if (isPrivate(block, span) || words.some((_, i) => state.over(block.place, token + i).length > 0)) continue;
        state.propose(span, entity, 'name', PRIOR.slip, [{ code: 'slip', detail: name }]);
      }
    }
  }
}

/** One letter more, less, other or two exchanged; or a family prefix more or less. */
export function isSlip(found: string, wanted: string): boolean {
  if (found === wanted || found.length < MIN_LETTERS) return false;
  // «عباسي» is another family than «عباس».
  if (found === `${wanted}ي` || wanted === `${found}ي`) return false;
  if (PREFIXES.some((p) => found === p + wanted || wanted === p + found)) return true;
  return oneEdit(found, wanted);
}

function oneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  let j = 0;
  while (j < a.length - i && j < b.length - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j++;
  const [left, right] = [a.slice(i, a.length - j), b.slice(i, b.length - j)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
