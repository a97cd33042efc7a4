import { markRects, type Mark, type MarkLayer } from './mark-layer';
import type { Markable } from './marks';

/** A highlight under a point, as `highlightsFromPoint` tells it. */
interface HighlightHit {
  ranges?: readonly AbstractRange[];
}

/** Room around the letters that still counts as on the mark, for the line is drawn below them. */
const SLACK = 4;

/** The mark at a point of the viewport, or null. Costs one question to the browser and a look at few boxes. */
export function markAt<T extends Markable>(page: Document, layer: MarkLayer<T>, x: number, y: number): Mark<T> | null {
  if (layer.marks.length === 0) return null;
  for (const mark of candidates(page, layer, x, y)) {
    if (covers(mark, x, y) && isUncovered(page, mark, x, y)) return mark;
  }
  return null;
}

function candidates<T extends Markable>(page: Document, layer: MarkLayer<T>, x: number, y: number): Mark<T>[] {
  const registry = CSS.highlights as unknown as { highlightsFromPoint?: (x: number, y: number) => readonly HighlightHit[] };
  if (typeof registry?.highlightsFromPoint === 'function') {
    const marks = new Set<Mark<T>>();
    for (const hit of registry.highlightsFromPoint(x, y)) {
      for (const range of hit.ranges ?? []) {
        const mark = layer.ofRange(range);
        if (mark) marks.add(mark);
      }
    }
    if (marks.size > 0) return [...marks];
  }
  const caret = caretAt(page, x, y);
  return caret ? layer.at(caret.node, caret.offset) : [];
}

function caretAt(page: Document, x: number, y: number): { node: Text; offset: number } | null {
  const old = page as Document & { caretRangeFromPoint?: (x: number, y: number) => Range | null };
  let node: Node | null | undefined;
  let offset = 0;
  if (typeof page.caretPositionFromPoint === 'function') {
    const position = page.caretPositionFromPoint(x, y);
    node = position?.offsetNode;
    offset = position?.offset ?? 0;
  } else if (typeof old.caretRangeFromPoint === 'function') {
    const range = old.caretRangeFromPoint(x, y);
    node = range?.startContainer;
    offset = range?.startOffset ?? 0;
  }
  return node?.nodeType === Node.TEXT_NODE ? { node: node as Text, offset } : null;
}

/** A caret snaps to the nearest letter, however far: the point has to lie in the mark's own boxes. */
function covers(mark: Mark, x: number, y: number): boolean {
  return markRects(mark).some((rect) => x >= rect.left - 1 && x <= rect.right + 1 && y >= rect.top && y <= rect.bottom + SLACK);
}

/** Whether the text itself is what is seen there, and not a menu or picture in front of it. */
function isUncovered(page: Document, mark: Mark, x: number, y: number): boolean {
  const top = page.elementFromPoint(x, y);
  if (!top) return false;
  return mark.runs.some(({ node }) => {
    const parent = node.parentElement;
    if (!parent) return false;
    const root = node.getRootNode();
    // From outside, a shadow tree is seen as its host.
    const seen = root instanceof ShadowRoot ? root.host : parent;
    return top.contains(seen) || seen.contains(top);
  });
}
