import type { Answer, DateSource } from '../../utils/browser/protocol';
import { findArticleDate } from '../../utils/page/article-date';
import type { Markable } from '../../utils/page/marks';

/** What the background answered about a page. */
export type Annotation = Answer<'annotate'>;
/** Somebody named in the article. */
export type Entity = Annotation['entities'][number];

/** A mention, ready to be marked. */
export interface Mention extends Markable {
  as: Annotation['mentions'][number]['as'];
  post: string | null;
  evidence: Annotation['mentions'][number]['evidence'];
}

/** The mentions of an answer, in reading order. An index that leads nowhere is dropped. */
export function mentionsOf({ mentions, entities }: Annotation): Mention[] {
  const read: Mention[] = [];
  for (const { block, start, end, entity, as, post, evidence } of mentions) {
    const head = entities[entity];
    if (!head) continue;
    read.push({ block, start, end, entity: head.id, kind: as === 'office' ? 'office' : head.kind, as, post: post ?? null, evidence });
  }
  return read.sort((a, b) => a.block - b.block || a.start - b.start);
}

/** Everybody named, in order of first mention, with how often. */
export function castOf(annotation: Annotation, mentions: readonly Mention[]): (Entity & { count: number })[] {
  const counts = new Map<string, number>();
  for (const { entity } of mentions) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const heads = new Map(annotation.entities.map((head) => [head.id, head]));
  return [...counts].flatMap(([id, count]) => {
    const head = heads.get(id);
    return head ? [{ id, kind: head.kind, name: head.name, role: head.role, count }] : [];
  });
}

/** The date to ask with: the page's own, or none, which stands for today. */
export function dateOf(page: Document, address: string, today: string): { date: string | null; dateSource: DateSource } {
  const found = findArticleDate(page, address, today);
  return found ? { date: found.date, dateSource: found.source } : { date: null, dateSource: 'today' };
}

/** Today, where the reader is, as YYYY-MM-DD. */
export function today(now = new Date()): string {
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
