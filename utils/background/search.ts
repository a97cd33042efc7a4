import { fold } from '../arabic/letters';
import { entityRecord } from '../dataset/records';
import type { Pack } from '../matching/pack';

/** How many entities one answer holds. */
const PAGE = 50;

const indexes = new WeakMap<Pack, string[]>();

/** Latin names compare without case, marks, hyphens and the article. */
function foldLatin(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[-'’`]/g, ' ').replace(/\b(al|el) /g, '').replace(/\s+/g, ' ').trim();
}

function searchTexts(pack: Pack): string[] {
  let texts = indexes.get(pack);
  if (!texts) {
    texts = Array.from({ length: pack.entityCount }, (_, place) => {
      const { name } = entityRecord(pack, place);
      return `${fold(name.ar)}\n${foldLatin(name.en)}\n${foldLatin(name.fr)}`;
    });
    // Other spellings, surnames and acronyms are in the index of names.
    for (const name of pack.index.names()) {
      if (/^(person|organization)/.test(pack.index.type(name))) texts[pack.index.target(name)] += `\n${fold(pack.index.textOf(name))}`;
    }
    indexes.set(pack, texts);
  }
  return texts;
}

/** Places of the entities whose names hold every word of the query, in the dataset's order. */
export function searchEntities(pack: Pack, wanted: { query: string; country: string | null; kind: 'person' | 'organization' | null; offset: number }): { total: number; places: number[] } {
  // An id names its entity and no other: the list of hidden people asks that way.
  const named = pack.find(wanted.query);
  if (named >= 0 && named < pack.entityCount) return { total: 1, places: [named] };
  const words = [...fold(wanted.query).split(' '), ...(/[a-z]/i.test(wanted.query) ? foldLatin(wanted.query).split(' ') : [])].filter(Boolean);
  const texts = searchTexts(pack);
  const country = wanted.country === null ? null : pack.meta.countries.indexOf(wanted.country);
  const found: number[] = [];
  for (let place = 0; place < pack.entityCount; place++) {
    if (wanted.kind !== null && pack.isPerson(place) !== (wanted.kind === 'person')) continue;
    if (country !== null && pack.countryOf(place) !== country) continue;
    if (words.every((word) => texts[place]!.includes(word))) found.push(place);
  }
  return { total: found.length, places: found.slice(wanted.offset, wanted.offset + PAGE) };
}
