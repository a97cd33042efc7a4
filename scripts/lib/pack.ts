import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from './root';
import { checkDataset } from '../../utils/dataset/check';
import { compileDataset } from '../../utils/dataset/compile';
import { DatasetError, loadDataset } from '../../utils/dataset/source';
import { Pack } from '../../utils/matching/pack';

/** The project's own dataset. */
export const DATASET_ROOT = join(PROJECT_ROOT, 'dataset');
const CACHE = join(PROJECT_ROOT, '.cache');
/** Code that decides what a pack holds. */
const SOURCES = ['dataset', 'utils/dataset', 'utils/arabic', 'utils/matching'];

/**
 * Compiles the project's dataset, or takes the pack compiled from these very files before.
 * @throws {DatasetError} when the sources break the schema or contradict each other
 */
export function bundledPackFile(): { path: string; bytes: Uint8Array } {
  const path = join(CACHE, `siyaq-${fingerprint()}.pack`);
  if (existsSync(path)) return { path, bytes: new Uint8Array(readFileSync(path)) };
  const { dataset, places } = loadDataset(DATASET_ROOT);
  const { problems } = checkDataset(dataset, places, new Date().toISOString().slice(0, 10));
  if (problems.length > 0) throw new DatasetError(problems);
  const version = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as { version: string };
  const bytes = compileDataset(dataset, version.version);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return { path, bytes };
}

/** The project's dataset as a pack in memory. */
export function bundledPack(): Pack {
  return Pack.read(bundledPackFile().bytes, 'all');
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const visit = (path: string) => {
    for (const name of readdirSync(join(PROJECT_ROOT, path)).sort()) {
      const child = `${path}/${name}`;
      const stats = statSync(join(PROJECT_ROOT, child));
      if (stats.isDirectory()) visit(child);
      else hash.update(`${child} ${stats.size} ${stats.mtimeMs}\n`);
    }
  };
  SOURCES.forEach(visit);
  hash.update(readFileSync(join(PROJECT_ROOT, 'package.json')));
  return hash.digest('hex').slice(0, 16);
}
