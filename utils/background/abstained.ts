import { MOST_ABSTAINED, MOST_CANDIDATES, type Answer } from '../browser/protocol';
import { entityRecord } from '../dataset/records';
import type { Pack } from '../matching/pack';
import type { Abstention } from '../matching/types';

type Told = Answer<'annotate'>['abstained'];

/**
 * Words in doubt as they are sent to a page: each candidate once, the likeliest first, of equals those that the article
 * names elsewhere, then those of its own country; no more than can be shown. What overlaps words told before it is left
 * out.
 * @param named ids of everybody the article names for certain
 * @param placeOf the place of an entity in the list of the answer
 */
export function tellAbstained(
  pack: Pack,
  abstained: readonly Abstention[],
  country: string | null,
  named: ReadonlySet<string>,
  placeOf: (id: string) => number,
): Told {
  const home = country === null ? -1 : pack.meta.countries.indexOf(country);
  const told: Told = [];
  let [block, until] = [-1, 0];
  for (const { candidates, ...words } of abstained) {
    if (told.length === MOST_ABSTAINED) break;
    if (words.block === block && words.start < until) continue;
    const known = distinct(candidates, pack, (id) => (named.has(id) ? 2 : home >= 0 && pack.countryOf(pack.find(id)) === home ? 1 : 0));
    const shown = known.slice(0, MOST_CANDIDATES).map(({ entity, ...rest }) => ({ ...rest, entity: placeOf(entity) }));
    if (shown.length === 0) continue;
    told.push({ block: words.block, start: words.start, end: words.end, candidates: shown, more: known.length > shown.length });
    [block, until] = [words.block, words.end];
  }
  return told;
}

/** Each entity once, by what speaks most for it, the likeliest first and of equals the nearest. */
function distinct(candidates: Abstention['candidates'], pack: Pack, near: (id: string) => number): Abstention['candidates'] {
  const best = new Map<string, Abstention['candidates'][number]>();
  for (const candidate of candidates) {
    const before = best.get(candidate.entity);
    if (!before || before.score < candidate.score) best.set(candidate.entity, candidate);
  }
  return [...best.values()]
    .filter(({ entity }) => isEntity(pack, pack.find(entity)))
    .sort((a, b) => b.score - a.score || near(b.entity) - near(a.entity));
}

const isEntity = (pack: Pack, place: number): boolean => place >= 0 && place < pack.entityCount;

/** An entity as an answer lists it, but for its role: what is needed of those who are only in doubt. */
export function headOnly(pack: Pack, id: string): Answer<'annotate'>['entities'][number] {
  const place = pack.find(id);
  return { id, kind: pack.isPerson(place) ? 'person' : 'organization', name: entityRecord(pack, place).name, role: null };
}
