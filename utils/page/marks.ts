/** Which mentions are marked, by the reader's settings. Pure. */

/** What a mark stands for: it has its own highlight and its own switch. Uncertain words name somebody, without telling which. */
export const MARK_KINDS = ['person', 'organization', 'office', 'uncertain'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Which of an entity's mentions are marked: the first in each block, the first in the page, or all. */
export type Density = 'block' | 'page' | 'all';

/** As much of a mention as choosing needs. */
export interface Markable {
  block: number;
  start: number;
  end: number;
  entity: string;
  kind: MarkKind;
}

/** The reader's choice. */
export interface MarkChoice {
  density: Density;
  kinds: Readonly<Partial<Record<MarkKind, boolean>>>;
  /** Entities never to be marked. */
  hidden: ReadonlySet<string>;
}

/** The mentions to mark, of those given in reading order. */
export function chooseMarks<T extends Markable>(mentions: readonly T[], choice: MarkChoice): T[] {
  const { density, kinds, hidden } = choice;
  // An office names its holder in other words: the first of either says something of its own.
  const named = new Set<string>();
  const held = new Set<string>();
  let last = -1;
  return mentions.filter(({ block, entity, kind }) => {
    if (!kinds[kind] || hidden.has(entity)) return false;
    if (density === 'all') return true;
    if (density === 'block' && block !== last) {
      last = block;
      named.clear();
      held.clear();
    }
    const seen = kind === 'office' ? held : named;
    if (seen.has(entity)) return false;
    seen.add(entity);
    return true;
  });
}
