import { fold } from '../../arabic/letters';
import { FLAG_GIVEN, FLAG_NEEDS, FLAG_WEAK, PERSON_TYPES } from '../names';
import type { Evidence } from '../types';
import { isPerson } from './offices';
import { isTail, longestOf, otherBearer } from './people';
import { PRIOR, type State } from './state';
import { isNamedAfter, usedAsName } from './usage';

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
      const [person] = [...bearers].filter((entity) => holders.has(entity));
      if (person === undefined || bearers.size > 1 || state.contested.has(key) || isTail(block, span) || isNamedAfter(block, span) || otherBearer(state, block, span)) continue;
      const plain = names.some((name) => index.target(name) === person && !index.has(name, FLAG_WEAK) && !index.has(name, FLAG_GIVEN) && !index.has(name, FLAG_NEEDS));
      if (!plain && !usedAsName(block, span)) continue;
      state.propose(span, person, 'short', PRIOR.context, [holders.get(person)!, { code: 'only-one' }]);
    }
  }
}
