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

/** Somebody of the cast: how often the article names them, and in which ways. */
export type CastMember = Entity & { count: number; as: Mention['as'][] };

/** Everybody named, in order of first mention. */
export function castOf(annotation: Annotation, mentions: readonly Mention[]): CastMember[] {
  const told = new Map<string, { count: number; as: Set<Mention['as']> }>();
  for (const { entity, as } of mentions) {
    const seen = told.get(entity) ?? { count: 0, as: new Set() };
    told.set(entity, { count: seen.count + 1, as: seen.as.add(as) });
  }
  const heads = new Map(annotation.entities.map((head) => [head.id, head]));
  return [...told].flatMap(([id, { count, as }]) => {
    const head = heads.get(id);
    return head ? [{ id, kind: head.kind, name: head.name, role: head.role, count, as: [...as] }] : [];
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
