import { DATASET_ROOT } from '../lib/pack';
import { checkDataset } from '../../utils/dataset/check';
import type { Dataset } from '../../utils/dataset/schema';
import { formatProblem, readDataset, type Problem } from '../../utils/dataset/source';




/** Validates and counts; with `folder`, shows only that folder's problems. Exit code 1 when anything must be mended. */
export function check(folder?: string): number {
  const mine = (p: Problem) => !folder || p.file.startsWith(`${folder}/`);
  const { dataset, places, problems: misshapen } = readDataset(DATASET_ROOT);
  const report = checkDataset(dataset, places, new Date().toISOString().slice(0, 10));
  const problems = [...misshapen, ...report.problems].filter(mine);
  const warnings = report.warnings.filter(mine);
  for (const problem of problems) console.log(`error: ${formatProblem(problem)}`);
  for (const problem of warnings) console.log(`warning: ${formatProblem(problem)}`);
  const part = folder ? only(dataset, folder) : dataset;
  const terms = part.posts.reduce((sum, post) => sum + post.holders.length, 0);
  console.log(
    `${part.people.length} people, ${part.organizations.length} organizations, ${part.posts.length} posts, ` +
      `${terms} memberships, ${part.events.length} events, ${part.sources.size} sources: ` +
      `${problems.length} errors, ${warnings.length} warnings`,
  );
  return problems.length > 0 ? 1 : 0;
}

/** Prints every person and organization, as JSON or as a table. */
export function list(json: boolean): number {
  const { dataset, problems } = readDataset(DATASET_ROOT);
  if (problems.length > 0) {
    for (const problem of problems) console.error(`error: ${formatProblem(problem)}`);
    return 1;
  }
  const rows = [
    ...dataset.people.map((p) => ({ ...p, kind: 'person' })),
    ...dataset.organizations.map((o) => ({ ...o, kind: 'organization' })),
  ].map(({ id, kind, country, name, other_names }) => ({
    id,
    kind,
    country,
    name: { ar: name.ar, en: name.en, fr: name.fr ?? name.en },
    other_names: other_names.map(({ name, lang, note }) => ({ name, lang, note })),
  }));
  if (json) console.log(JSON.stringify(rows, null, 1));
  else for (const row of rows) console.log([row.id, row.kind, row.country ?? '', row.name.ar, row.name.en].join('\t'));
  return 0;
}

function only(dataset: Dataset, folder: string): Dataset {
  const here = (item: { id: string }) => item.id.startsWith(`${folder}/`);
  return {
    ...dataset,
    people: dataset.people.filter(here),
    organizations: dataset.organizations.filter(here),
    posts: dataset.posts.filter(here),
    events: dataset.events.filter(here),
    sources: new Map([...dataset.sources].filter(([key]) => key.startsWith(`${folder}:`))),
  };
}
