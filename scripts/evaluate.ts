/** `npm run evaluate -- DIR [--json]`: how well the matcher does on marked articles. */
import { parseArgs } from 'node:util';
import { DatasetError, loadDataset } from '../utils/dataset/source';
import { annotate } from '../utils/matching/annotate';
import { readCorpus } from './lib/corpus';
import { EnglishNames } from './lib/english';
import { DATASET_ROOT, bundledPack } from './lib/pack';
import { score, type Score } from './lib/score';
import { table } from './lib/table';

const percent = (value: number) => `${(value * 100).toFixed(2)} %`;

function print(result: Score): void {
  console.log(
    table(
      ['figure', 'value', 'of'],
      [
        ['precision', percent(result.precision), `${result.right} of ${result.marks} marks`],
        ['recall over known entities', percent(result.recall), `${result.found} of ${result.known} mentions`],
        ['coverage', percent(result.coverage), `${result.known} of ${result.gold} mentions`],
        ['trap hits', result.traps === 0 ? '-' : percent(result.trapHits / result.traps), `${result.trapHits} of ${result.traps} traps`],
      ],
    ),
  );
  const types = { P: 'persons', O: 'organizations', T: 'offices' } as const;
  console.log(`\n${table(['type', 'mentions', 'known', 'found', 'recall'], (['P', 'O', 'T'] as const).map((type) => {
    const t = result.byType[type];
    return [types[type], String(t.gold), String(t.known), String(t.found), t.known === 0 ? '-' : percent(t.found / t.known)];
  }))}`);
  const unknown = Object.entries(result.unknown).sort((a, b) => b[1] - a[1]);
  if (unknown.length > 0) console.log(`\nnot in the dataset: ${unknown.map(([name, count]) => `${name} (${count})`).join(', ')}`);
  if (result.errors.length > 0) console.log('\nerrors:');
  for (const e of result.errors) console.log(`${e.kind.padEnd(7)} ${e.file}:${e.block}: ${e.context}${e.got ? `  got ${e.got}` : ''}${e.wanted ? `  wanted ${e.wanted}` : ''}`);
  console.log(`\n${result.articles} articles`);
}

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
  if (positionals.length !== 1) throw new Error('one folder wanted: npm run evaluate -- DIR [--json]');
  const articles = readCorpus(positionals[0]!);
  const pack = bundledPack();
  const names = new EnglishNames(loadDataset(DATASET_ROOT).dataset);
  const result = score(articles, (article) => annotate(pack, article.blocks, { date: article.date, country: article.country }), names);
  if (values.json) console.log(JSON.stringify(result, null, 1));
  else print(result);
} catch (error) {
  console.error(error instanceof DatasetError ? error.message : `evaluate: ${(error as Error).message}`);
  process.exitCode = 2;
}
