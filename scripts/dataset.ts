/** `npm run dataset -- COMMAND`: the tools of those who tend the dataset. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { DatasetError } from '../utils/dataset/source';
import { check } from './dataset/check';
import { exportDataset } from './dataset/export';
import { importFile } from './dataset/import';
import { find, list, sample } from './dataset/look';
import { newEntry } from './dataset/new';
import { writePack } from './dataset/pack';
import { refresh } from './dataset/refresh';
import { publishStats, stats } from './dataset/stats';
import { bundledPackFile, DATASET_ROOT } from './lib/pack';
import { PROJECT_ROOT } from './lib/root';

const USAGE = `npm run dataset -- COMMAND
  check [FOLDER] [--errors] [--all]         validate the sources and count what is there (a folder's problems only, if one is
                                            named; errors only; every warning)
  list [--json]                             every person and organization
  find TEXT [--json]                        entries whose names, wordings or titles hold TEXT, and where they stand
  stats [--json | --markdown]               counts; --markdown writes them to docs/dataset.md and draws
                                            docs/images/coverage.svg
  sample [--memberships 150] [--events 50] [--seed N] [--json]
                                            facts drawn at random, to be checked again against their sources
  new                                       asks for an entry step by step and writes it
  export --popolo | --csv [--out DIR]       Popolo JSON or CSV tables, by default in .cache/export
  import FILE [--into FOLDER] [--dry-run]   Popolo JSON, a CSV table, or a folder of them; adds, never overwrites
  pack --out FILE                           the dataset as one file, for the options page to install
  refresh [--country XX]... [--endpoint URL] [--out FILE] [--contact ADDRESS]
                                            asks Wikidata who holds which office and proposes a diff`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  errors: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  markdown: { type: 'boolean', default: false },
  popolo: { type: 'boolean', default: false },
  csv: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  out: { type: 'string' },
  into: { type: 'string' },
  country: { type: 'string', multiple: true, default: [] },
  endpoint: { type: 'string', default: 'https://query.wikidata.org/sparql' },
  contact: { type: 'string' },
  memberships: { type: 'string', default: '150' },
  events: { type: 'string', default: '50' },
  seed: { type: 'string' },
} satisfies ParseArgsConfig['options'];

const today = new Date().toISOString().slice(0, 10);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const [command, operand] = positionals;
  const root = DATASET_ROOT;
  switch (command) {
    case 'check':
      return check({ root, folder: operand, errorsOnly: values.errors, all: values.all, today }, console);
    case 'list':
      return list(root, values.json, console);
    case 'find':
      return find(root, wanted(positionals.slice(1).join(' '), 'find TEXT: what to look for is missing'), values.json, console);
    case 'stats':
      if (values.markdown) return publishStats(root, join(PROJECT_ROOT, 'docs/dataset.md'), join(PROJECT_ROOT, 'docs/images/coverage.svg'), console);
      return stats(root, values.json, console);
    case 'sample': {
      const counts = { memberships: count(values.memberships, '--memberships'), events: count(values.events, '--events') };
      const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 32) : count(values.seed, '--seed');
      return sample(root, counts, seed, values.json, console);
    }
    case 'new':
      return newEntry(root, today, process.stdin, process.stdout);
    case 'export':
      if (values.popolo === values.csv) throw new Error('export: say --popolo or --csv');
      return exportDataset(root, values.popolo ? 'popolo' : 'csv', values.out ?? join(PROJECT_ROOT, '.cache/export'), console);
    case 'import':
      return importFile({ root, file: wanted(operand, 'import FILE: the file is missing'), into: values.into, dryRun: values['dry-run'], today }, console);
    case 'pack':
      return writePack(() => bundledPackFile().bytes, wanted(values.out, 'pack --out FILE: the file to write is missing'), console);
    case 'refresh':
      if (!URL.canParse(values.endpoint)) throw new Error(`--endpoint ${values.endpoint}: must be a web address`);
      return refresh(
        {
          root, countries: values.country, file: values.out, pageSize: 500, today,
          client: { endpoint: values.endpoint, userAgent: userAgent(values.contact), timeout: 90_000, attempts: 6, pause: 2_000, longestPause: 300_000 },
        },
        console,
      );
    default:
      console.error(USAGE);
      return 2;
  }
}

function wanted(value: string | undefined, message: string): string {
  if (!value) throw new Error(message);
  return value;
}

function count(text: string, option: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new Error(`${option} ${text}: must be a whole number`);
  return Number(text);
}

/** Who asks; the service wants a way to reach whoever runs a tool much. */
function userAgent(contact: string | undefined): string {
  const { name, version } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as { name: string; version: string };
  return `${name}-dataset/${version} (${contact ?? 'dataset refresh, run by hand'}) node/${process.versions.node}`;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof DatasetError ? error.message : `dataset: ${(error as Error).message}`);
  process.exitCode = 1;
}
