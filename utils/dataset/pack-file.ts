import { PackError } from '../matching/format';
import { Pack } from '../matching/pack';
import { readFact } from './records';

/**
 * Reads a pack that comes from outside, checking the whole of it: its bytes, its tables and every record that a card
 * may be told from. A start of the background checks less, because it must be quick.
 * @throws {PackError}
 */
export function readPackFile(bytes: Uint8Array): Pack {
  const pack = Pack.read(bytes, 'all');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(pack.meta.date)) throw new PackError('malformed', `the pack is dated "${pack.meta.date}", which is no day`);
  if (!pack.index.isWhole()) throw new PackError('malformed', 'the names of the pack are not in order');
  const { posts, memberships } = pack.meta.counts;
  for (let post = 0; post < posts; post++) {
    const { firstTerm, terms } = pack.post(post);
    if (firstTerm < 0 || terms < 0 || firstTerm + terms > memberships) throw new PackError('malformed', `the terms of post ${post} do not lie within the pack`);
  }
  for (let place = 0; place < pack.entityCount; place++) {
    if (!readable(pack, place)) throw new PackError('malformed', `entity ${place} of the pack cannot be read`);
  }
  return pack;
}

function readable(pack: Pack, place: number): boolean {
  try {
    return typeof readFact(pack, pack.idOf(place))?.name.ar === 'string';
  } catch {
    // A record that is no JSON, or refers to one that is not there.
    return false;
  }
}
