import { checkDataset, type Finding } from '../../utils/dataset/check';
import type { Dataset } from '../../utils/dataset/schema';
import { formatProblem, readDataset, type Problem } from '../../utils/dataset/source';
import type { Console } from './console';

/** Warnings of one kind that are shown without `--all`. */
const SHOWN = 5;

export interface CheckOptions {
  /** The dataset's folder. */
  root: string;
  /** Show the problems of this folder of it only. */
  folder?: string;
  /** Errors and the count only. */
  errorsOnly: boolean;
  /** Every warning, not the first of each kind. */
  all: boolean;
  /** YYYY-MM-DD: staleness is measured from it. */
  today: string;
}

/** Validates and counts. Exit code 1 when anything must be mended. */
export function check({ root, folder, errorsOnly, all, today }: CheckOptions, out: Console): number {
  const mine = (p: Problem) => !folder || p.file.startsWith(`${folder}/`);
  const { dataset, places, problems: misshapen } = readDataset(root);
  const report = checkDataset(dataset, places, today);
  const problems = [...misshapen, ...report.problems].filter(mine);
  const warnings = report.warnings.filter(mine);
  for (const problem of problems) out.log(`error: ${formatProblem(problem)}`);
  if (!errorsOnly) showWarnings(warnings, all, out);
  const part = folder ? only(dataset, folder) : dataset;
  const terms = part.posts.reduce((sum, post) => sum + post.holders.length, 0);
  out.log(
    `${part.people.length} people, ${part.organizations.length} organizations, ${part.posts.length} posts, ` +
      `${terms} memberships, ${part.events.length} events, ${part.sources.size} sources: ` +
      `${problems.length} errors, ${warnings.length} warnings`,
  );
  return problems.length > 0 ? 1 : 0;
}

function showWarnings(warnings: readonly Finding[], all: boolean, out: Console): void {
  for (const [kind, list] of groupByKind(warnings)) {
    out.log(`${list.length} warnings of kind ${kind}:`);
    for (const warning of all ? list : list.slice(0, SHOWN)) out.log(`warning: ${formatProblem(warning)}`);
    if (!all && list.length > SHOWN) out.log(`  ... ${list.length - SHOWN} more (--all shows them)`);
  }
}

function groupByKind(warnings: readonly Finding[]): Map<string, Finding[]> {
  const kinds = new Map<string, Finding[]>();
  for (const warning of warnings) kinds.set(warning.kind, [...(kinds.get(warning.kind) ?? []), warning]);
  return kinds;
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
