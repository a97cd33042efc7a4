import type { Answer, DateSource } from '../../utils/browser/protocol';
import { findArticleDate } from '../../utils/page/article-date';
import type { Markable } from '../../utils/page/marks';

/** What the background answered about a page. */
export type Annotation = Answer<'annotate'>;
/** Somebody named in the article. */
export type Entity = Annotation['entities'][number];

type Evidence = Annotation['mentions'][number]['evidence'];

/** Somebody who may be meant by words in doubt. */
export interface Candidate {
  entity: string;
  name: Entity['name'];
  kind: Entity['kind'];
  evidence: Evidence;
}

/** A mention, ready to be marked. `entity` of words in doubt is no entity: it is the same for the same candidates. */
export interface Mention extends Markable {
  as: Annotation['mentions'][number]['as'];
  post: string | null;
  evidence: Evidence;
  /** Of words in doubt, who may be meant; else null. */
  candidates: readonly Candidate[] | null;
  /** Whether more than these candidates may be meant. */
  more: boolean;
}

/** The mentions of an answer, in reading order. An index that leads nowhere is dropped. */
export function mentionsOf({ mentions, entities }: Annotation): Mention[] {
  const read: Mention[] = [];
  for (const { block, start, end, entity, as, post, evidence } of mentions) {
    const head = entities[entity];
    if (!head) continue;
    const kind = as === 'office' ? 'office' : head.kind;
    read.push({ block, start, end, entity: head.id, kind, as, post: post ?? null, evidence, candidates: null, more: false });
  }
  return inOrder(read);
}

/** The words of an answer that name somebody known, without telling which, in reading order. */
export function doubtsOf({ abstained, entities }: Annotation): Mention[] {
  const read: Mention[] = [];
  for (const { block, start, end, candidates: told, more } of abstained) {
    const candidates = told.flatMap(({ entity, evidence }) => {
      const head = entities[entity];
      return head ? [{ entity: head.id, name: head.name, kind: head.kind, evidence }] : [];
    });
    if (candidates.length === 0) continue;
    const entity = candidates.map((candidate) => candidate.entity).join(' ');
    read.push({ block, start, end, entity, kind: 'uncertain', as: 'name', post: null, evidence: [], candidates, more });
  }
  return inOrder(read);
}

/** Sorted as they are read. */
export function inOrder(mentions: Mention[]): Mention[] {
  return mentions.sort((a, b) => a.block - b.block || a.start - b.start);
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
  // Swedish dates are written so.
  return now.toLocaleDateString('sv-SE');
}
