/** Sizes of the build against their budgets; fails when one is over. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './lib/root';
import { table } from './lib/table';

const kB = 1000;
/** Files of each build and the most they may have, in bytes: design budgets, and headroom for the dataset. */
const BUDGETS: [string, number][] = [
  ['content-scripts/content.js', 90 * kB],
  ['siyaq.pack', 12_000 * kB],
];

const rows: string[][] = [];
let over = false;
for (const build of ['chrome-mv3', 'firefox-mv3']) {
  for (const [file, budget] of BUDGETS) {
    const path = join(PROJECT_ROOT, '.output', build, file);
    if (!existsSync(path)) {
      console.error(`size: ${build}/${file} is not there: build first`);
      process.exit(1);
    }
    const { size } = statSync(path);
    if (size > budget) over = true;
    rows.push([`${build}/${file}`, (size / kB).toFixed(1), (budget / kB).toFixed(0), size > budget ? 'over' : 'ok']);
  }
}
console.log(table(['file', 'kB', 'budget', ''], rows));
process.exitCode = over ? 1 : 0;
