import type { Annotation, Mention } from '../../utils/matching/types';
import type { Gold, GoldKind, MarkedArticle } from './corpus';
import type { EnglishNames } from './english';

export interface Tally {
  gold: number;
  known: number;
  found: number;
}

export interface ScoreError {
  kind: 'wrong' | 'unasked' | 'missed' | 'trap';
  file: string;
  block: number;
  words: string;
  /** Who was marked, or should have been. */
  got: string;
  wanted: string;
  context: string;
}

export interface Score {
  articles: number;
  marks: number;
  right: number;
  precision: number;
  gold: number;
  known: number;
  found: number;
  recall: number;
  coverage: number;
  traps: number;
  trapHits: number;
  byType: Record<'P' | 'O' | 'T', Tally>;
  /** Gold names the dataset does not know, with how often they stand there. */
  unknown: Record<string, number>;
  errors: ScoreError[];
}

const overlap = (m: { block: number; start: number; end: number }, g: Gold) => m.block === g.block && m.start < g.end && g.start < m.end;

/** Scores annotations of marked articles: see docs/evaluation.md for what each figure means. */
export function score(articles: readonly MarkedArticle[], annotationOf: (article: MarkedArticle) => Annotation, names: EnglishNames): Score {
  const result: Score = {
    articles: articles.length, marks: 0, right: 0, precision: 1, gold: 0, known: 0, found: 0, recall: 1, coverage: 1, traps: 0, trapHits: 0,
    byType: { P: { gold: 0, known: 0, found: 0 }, O: { gold: 0, known: 0, found: 0 }, T: { gold: 0, known: 0, found: 0 } }, unknown: {}, errors: [],
  };
  for (const article of articles) {
    const { mentions } = annotationOf(article);
    const ids = new Map<Gold, Set<string>>();
    for (const g of article.gold) if (g.kind !== 'trap' && g.name !== '') ids.set(g, names.find(g.kind, g.name, article.country));
    for (const mention of mentions) scoreMark(result, article, mention, ids);
    for (const g of article.gold) scoreGold(result, article, g, mentions, ids.get(g));
  }
  result.precision = result.marks === 0 ? 1 : result.right / result.marks;
  result.recall = result.known === 0 ? 1 : result.found / result.known;
  result.coverage = result.gold === 0 ? 1 : result.known / result.gold;
  return result;
}

function scoreMark(result: Score, article: MarkedArticle, mention: Mention, ids: ReadonlyMap<Gold, Set<string>>): void {
  result.marks++;
  const over = article.gold.filter((g) => overlap(mention, g));
  if (over.some((g) => ids.get(g)?.has(mention.entity))) {
    result.right++;
    return;
  }
  const trap = over.find((g) => g.kind === 'trap');
  const wanted = over.find((g) => g.kind !== 'trap');
  result.errors.push(error(trap ? 'trap' : wanted ? 'wrong' : 'unasked', article, mention, mention.entity, wanted ? wanted.name || 'nobody to be told' : ''));
}

function scoreGold(result: Score, article: MarkedArticle, g: Gold, mentions: readonly Mention[], ids: Set<string> | undefined): void {
  if (g.kind === 'trap') {
    result.traps++;
    if (mentions.some((m) => overlap(m, g))) result.trapHits++;
    return;
  }
  if (!ids) return;
  const tally = result.byType[g.kind as Exclude<GoldKind, 'trap'>];
  result.gold++;
  tally.gold++;
  if (ids.size === 0) {
    result.unknown[`${g.kind}:${g.name}`] = (result.unknown[`${g.kind}:${g.name}`] ?? 0) + 1;
    return;
  }
  result.known++;
  tally.known++;
  if (mentions.some((m) => overlap(m, g) && ids.has(m.entity))) {
    result.found++;
    tally.found++;
  } else if (!mentions.some((m) => overlap(m, g))) result.errors.push(error('missed', article, g, '', g.name));
}

function error(kind: ScoreError['kind'], article: MarkedArticle, at: { block: number; start: number; end: number }, got: string, wanted: string): ScoreError {
  const { text } = article.blocks[at.block]!;
  const context = `${text.slice(Math.max(0, at.start - 40), at.start)}⟦${text.slice(at.start, at.end)}⟧${text.slice(at.end, at.end + 40)}`;
  return { kind, file: article.file, block: at.block, words: text.slice(at.start, at.end), got, wanted, context: context.replace(/\s+/g, ' ') };
}
