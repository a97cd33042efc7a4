import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readPackFile } from '../../utils/dataset/pack-file';
import type { Console } from './console';

/**
 * Writes a pack to a file that the options page can install, and says what it holds.
 * @param compiled gives the pack's bytes
 * @throws {DatasetError} when the sources break the schema or contradict each other
 * @throws {PackError} when the options page would refuse what was compiled; nothing is written then
 */
export function writePack(compiled: () => Uint8Array, file: string, out: Console): number {
  const bytes = compiled();
  const { meta, index } = readPackFile(bytes);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  const { people, organizations, posts, memberships, events } = meta.counts;
  out.log(`${file}: ${bytes.length} bytes, version ${meta.version} of ${meta.date}`);
  out.log(`${people} people, ${organizations} organizations, ${posts} posts, ${memberships} memberships, ${events} events, ${index.count} names`);
  return 0;
}
