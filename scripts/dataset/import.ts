import { readFileSync, readdirSync, statSync, type Stats } from 'node:fs';
import { basename, join } from 'node:path';
import { unifiedDiff } from '../../utils/dataset/diff';
import { formatRefusal, noDrafts, type Drafts } from '../../utils/dataset/exchange/drafts';
import { mergeDrafts } from '../../utils/dataset/exchange/merge';
import { readPopolo } from '../../utils/dataset/exchange/read-popolo';
import { readTable } from '../../utils/dataset/exchange/read-tables';
import { loadDataset } from '../../utils/dataset/source';
import type { Console } from './console';
import { planChanges, writeChanges } from './write';

export interface ImportOptions {
  /** The dataset's folder. */
  root: string;
  /** A Popolo JSON file, a CSV table, or a folder of CSV tables. */
  file: string;
  /** Folder for entries without an id of ours. */
  into?: string;
  /** Show what would be written and write nothing. */
  dryRun: boolean;
  /** YYYY-MM-DD. */
  today: string;
}

/**
 * Brings Popolo or CSV into the source files: additions only. Exit code 1 when anything was refused.
 * @throws {Error} naming a file that cannot be read
 */
export function importFile({ root, file, into, dryRun, today }: ImportOptions, out: Console): number {
  if (into !== undefined && !/^[a-z0-9-]+$/.test(into)) throw new Error(`--into ${into}: a folder's name is lower-case Latin letters, digits and hyphens`);
  const { dataset, places } = loadDataset(root);
  const plan = mergeDrafts(dataset, readDrafts(file, into, today), into);
  const changes = planChanges(root, places, plan);
  for (const refusal of plan.refusals) out.log(`refused: ${formatRefusal(refusal)}`);
  if (dryRun) for (const { file: name, before, after } of changes) out.log(unifiedDiff(`dataset/${name}`, before, after).trimEnd());
  else writeChanges(root, changes);
  out.log(
    `${dryRun ? 'would add' : 'added'} ${plan.entries.length} entries, ${plan.additions.length} additions to entries, ${plan.sources.size} sources in ${changes.length} files; ` +
      `${plan.unchanged} rows known already; ${plan.refusals.length} refused`,
  );
  return plan.refusals.length > 0 ? 1 : 0;
}

function readDrafts(file: string, into: string | undefined, today: string): Drafts {
  const files = statusOf(file).isDirectory() ? readdirSync(file).filter((name) => name.endsWith('.csv')).sort().map((name) => join(file, name)) : [file];
  if (files.length === 0) throw new Error(`${file}: holds no .csv file`);
  const all = noDrafts();
  for (const path of files) {
    const name = basename(path);
    const text = readFileSync(path, 'utf8');
    if (!/\.(json|csv)$/i.test(name)) throw new Error(`${path}: must be Popolo (.json) or a table (.csv)`);
    const read = /\.json$/i.test(name) ? readPopolo(name, text, { folder: into ?? 'imported', today }) : readTable(name, text);
    all.entries.push(...read.entries);
    all.items.push(...read.items);
    all.sources.push(...read.sources);
    all.refusals.push(...read.refusals);
  }
  return all;
}

function statusOf(file: string): Stats {
  try {
    return statSync(file);
  } catch (error) {
    throw new Error(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code}): name a .json or .csv file, or a folder of .csv files`, { cause: error });
  }
}
