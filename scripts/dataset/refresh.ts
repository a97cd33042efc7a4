import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { unifiedDiff } from '../../utils/dataset/diff';
import { formatRefusal } from '../../utils/dataset/exchange/drafts';
import { mergeDrafts } from '../../utils/dataset/exchange/merge';
import { withCitedSources } from '../../utils/dataset/exchange/plan';
import { draftsFromWikidata } from '../../utils/dataset/exchange/wikidata';
import type { Country } from '../../utils/dataset/schema';
import { loadDataset } from '../../utils/dataset/source';
import type { Console } from './console';
import { query, type Binding, type ClientOptions } from './wikidata/client';
import { holdersQuery } from './wikidata/query';
import { planChanges } from './write';

export interface RefreshOptions {
  /** The dataset's folder. */
  root: string;
  /** ISO 3166-1 alpha-2 codes; empty for every country that has a folder. */
  countries: readonly string[];
  /** Where the proposal is written; undefined for the console. */
  file?: string;
  /** Statements of one page. */
  pageSize: number;
  /** YYYY-MM-DD. */
  today: string;
  client: Omit<ClientOptions, 'onRetry'>;
}

/**
 * Asks Wikidata's query service for the holders of each country's offices and writes what the dataset lacks as a unified
 * diff against its files, for somebody to weigh. The dataset itself is not touched. Exit code 1 when a country failed.
 */
export async function refresh({ root, countries, file, pageSize, today, client }: RefreshOptions, out: Console): Promise<number> {
  const { dataset, places } = loadDataset(root);
  const folders = new Set([...dataset.people, ...dataset.posts].map(({ id }) => id.split('/')[0]!.toUpperCase()));
  const unknown = countries.filter((code) => !dataset.countries.some((c) => c.code === code));
  if (unknown.length > 0) throw new Error(`--country ${unknown.join(',')}: countries.yaml has no such code`);
  const wanted = dataset.countries.filter(({ code }) => (countries.length > 0 ? countries.includes(code) : folders.has(code)));

  const diffs: string[] = [];
  let failed = 0;
  for (const country of wanted) {
    try {
      const rows = await allPages(country, pageSize, client, out);
      const plan = withCitedSources(mergeDrafts(dataset, draftsFromWikidata(dataset, country, rows, today)));
      const changes = planChanges(root, places, plan);
      diffs.push(...changes.map(({ file: name, before, after }) => unifiedDiff(`dataset/${name}`, before, after)));
      for (const refusal of plan.refusals) out.error(`${country.code}: not proposed: ${formatRefusal(refusal)}`);
      out.error(`${country.code}: ${rows.length} statements; proposes ${plan.entries.length} entries and ${plan.additions.length} additions; ${plan.refusals.length} not proposed`);
    } catch (error) {
      failed++;
      out.error(`${country.code}: ${(error as Error).message}`);
    }
  }
  const proposal = diffs.join('');
  if (file === undefined) out.log(proposal.trimEnd());
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, proposal);
    out.error(`${file}: ${diffs.length} files changed in the proposal; \`git apply ${file}\` takes it`);
  }
  return failed > 0 ? 1 : 0;
}

/** Every statement of a country, page after page, each page beginning behind the last statement of the one before. */
async function allPages({ code }: Country, pageSize: number, client: RefreshOptions['client'], out: Console): Promise<Binding[]> {
  const rows: Binding[] = [];
  let after = '';
  for (let page = 1; ; page++) {
    const onRetry: ClientOptions['onRetry'] = (attempt, reason, wait) => out.error(`${code}: page ${page}: ${reason}; try ${attempt + 1} in ${(wait / 1000).toFixed(1)} s`);
    const found = await query(holdersQuery(code, after, pageSize), { ...client, onRetry });
    rows.push(...found);
    const statements = [...new Set(found.map((row) => row.statement ?? ''))].sort();
    const last = statements.at(-1) ?? '';
    out.error(`${code}: page ${page}: ${statements.length} statements, ${rows.length} rows so far`);
    if (statements.length < pageSize || last <= after) return rows;
    after = last;
  }
}
