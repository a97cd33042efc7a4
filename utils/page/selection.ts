import { runsOf, type NodeRun, type PageBlock } from './blocks';
import type { Markable } from './marks';

/** More text nodes than these are nobody's question about a name, but «select all». */
const MOST_NODES = 2_000;

/** What the reader has selected in a page, as runs of its text nodes; empty where nothing is. */
export function selectedRuns(page: Document): NodeRun[] {
  const selection = page.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer: root } = range;
  const runs: NodeRun[] = [];
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  // A walker never answers with its own root, which may be the one node there is.
  for (let node = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode(); node && runs.length < MOST_NODES; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) {
      if (runs.length > 0) break;
      continue;
    }
    const text = node as Text;
    const start = text === startContainer ? startOffset : 0;
    const end = text === endContainer ? endOffset : text.length;
    if (start < end) runs.push({ node: text, start, end });
  }
  return runs;
}

/** The selected words, white space as it is shown. */
export function wordsOf(runs: readonly NodeRun[]): string {
  return runs.map(({ node, start, end }) => node.data.slice(start, end)).join('').replace(/\s+/g, ' ').trim();
}

/** The first of the mentions, given in reading order, that the runs share a letter with; null where none does. */
export function firstTouched<T extends Markable>(runs: readonly NodeRun[], blocks: readonly PageBlock[], mentions: readonly T[]): T | null {
  const selected = new Map(runs.map((run) => [run.node, run]));
  const touches = ({ block: place, start, end }: T): boolean => {
    const block = blocks[place];
    return block !== undefined && runsOf(block, start, end).some((run) => {
      const part = selected.get(run.node);
      return part !== undefined && part.start < run.end && run.start < part.end;
    });
  };
  return mentions.find(touches) ?? null;
}
