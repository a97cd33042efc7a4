import { runsOf, type NodeRun, type PageBlock } from './blocks';
import { insertInterval, intervalsAt, type Interval } from './intervals';
import { MARK_KINDS, type Markable, type MarkKind } from './marks';

/** A mention as it stands in the page. */
export interface Mark<T extends Markable = Markable> {
  readonly mention: T;
  readonly kind: MarkKind;
  readonly block: PageBlock;
  /** One per text node it touches: two elements may share a name. */
  readonly runs: readonly NodeRun[];
  readonly ranges: readonly StaticRange[];
}

/** What draws marks: the browser's highlights, or boxes where it has none. */
export interface MarkPainter {
  add(mark: Mark): void;
  remove(mark: Mark): void;
  /** Singles one mark out; null ends that. */
  single(mark: Mark | null): void;
  /** Takes everything away for good. */
  destroy(): void;
}

/** The marks of a page: draws what is new, takes away what is gone, leaves alone what stays, and finds them again. */
export class MarkLayer<T extends Markable = Markable> {
  /** In reading order. */
  marks: readonly Mark<T>[] = [];
  /** Where marks stand in each text node; made when first asked for, which in most pages is a while after they are drawn. */
  #byNode: Map<Text, Interval<Mark<T>>[]> | null = null;

  constructor(private readonly painter: MarkPainter) {}

  /** Makes the marks those of `mentions`, whose block numbers count in `blocks`. */
  show(blocks: readonly PageBlock[], mentions: readonly T[]): void {
    const marks: Mark<T>[] = [];
    const fresh: Mark<T>[] = [];
    const stale = new Set(this.marks);
    const drawn = byPlace(this.marks);
    for (const mention of mentions) {
      const block = blocks[mention.block];
      // A mention that points outside its block is an answer to another question.
      if (!block || mention.start < 0 || mention.start >= mention.end || mention.end > block.text.length) continue;
      const before = drawn?.get(block)?.get(keyOf(mention));
      if (before && before.mention.entity === mention.entity) {
        stale.delete(before);
        // What is known of the mention may have changed; what is drawn has not.
        (before as { mention: T }).mention = mention;
        marks.push(before);
      } else {
        const mark = placeMark(block, mention);
        if (!mark) continue;
        marks.push(mark);
        fresh.push(mark);
      }
    }
    for (const mark of stale) this.painter.remove(mark);
    for (const mark of fresh) this.painter.add(mark);
    this.marks = marks;
    if (stale.size > 0 || fresh.length > 0) this.#byNode = null;
  }

  /** Takes away the marks that touch a text node whose letters have changed. */
  forget(node: Text): void {
    const intervals = this.#nodes.get(node);
    if (!intervals) return;
    const gone = new Set(intervals.map(({ value }) => value));
    for (const mark of gone) this.#take(mark);
    this.marks = this.marks.filter((mark) => !gone.has(mark));
  }

  /** The marks at or beside a caret position. */
  at(node: Text, offset: number): Mark<T>[] {
    return intervalsAt(this.#nodes.get(node) ?? [], offset);
  }

  /** The mark a range was drawn for. */
  ofRange(range: AbstractRange): Mark<T> | null {
    const { startContainer, startOffset } = range;
    if (startContainer.nodeType !== Node.TEXT_NODE) return null;
    return (
      this.at(startContainer as Text, startOffset).find(({ runs }) =>
        runs.some((run) => run.node === startContainer && run.start === startOffset),
      ) ?? null
    );
  }

  clear(): void {
    for (const mark of this.marks) this.painter.remove(mark);
    this.painter.single(null);
    this.marks = [];
    this.#byNode = null;
  }

  single(mark: Mark<T> | null): void {
    this.painter.single(mark);
  }

  destroy(): void {
    this.clear();
    this.painter.destroy();
  }

  get #nodes(): Map<Text, Interval<Mark<T>>[]> {
    if (this.#byNode) return this.#byNode;
    const nodes = new Map<Text, Interval<Mark<T>>[]>();
    for (const mark of this.marks) {
      for (const { node, start, end } of mark.runs) {
        const interval = { start, end, value: mark };
        const intervals = nodes.get(node);
        if (intervals) insertInterval(intervals, interval);
        else nodes.set(node, [interval]);
      }
    }
    return (this.#byNode = nodes);
  }

  #take(mark: Mark<T>): void {
    const nodes = this.#nodes;
    for (const { node } of mark.runs) {
      const left = (nodes.get(node) ?? []).filter(({ value }) => value !== mark);
      if (left.length > 0) nodes.set(node, left);
      else nodes.delete(node);
    }
    this.painter.remove(mark);
  }
}

/** Marks by their block and their place in it; null where there are none. */
function byPlace<T extends Markable>(marks: readonly Mark<T>[]): Map<PageBlock, Map<number, Mark<T>>> | null {
  if (marks.length === 0) return null;
  const blocks = new Map<PageBlock, Map<number, Mark<T>>>();
  for (const mark of marks) {
    const held = blocks.get(mark.block);
    if (held) held.set(keyOf(mark.mention), mark);
    else blocks.set(mark.block, new Map([[keyOf(mark.mention), mark]]));
  }
  return blocks;
}

/** Where in its block a mention stands, and of what kind it is, in one number: blocks are shorter than 2^22 units. */
const keyOf = ({ kind, start, end }: Markable): number => (start * 0x400000 + end) * 4 + MARK_KINDS.indexOf(kind);

/** A mention as a mark, drawn or not; null where its letters are no longer there. */
export function placeMark<T extends Markable>(block: PageBlock, mention: T): Mark<T> | null {
  const runs = runsOf(block, mention.start, mention.end);
  // Read a moment ago; the page may have changed its letters since.
  if (runs.length === 0) return null;
  const ranges: StaticRange[] = [];
  for (const { node, start, end } of runs) {
    if (end > node.length) return null;
    ranges.push(new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }));
  }
  return { mention, kind: mention.kind, block, runs, ranges };
}

/** The boxes a mark fills on screen, line by line; empty once it has left the page. */
export function markRects(mark: Mark): DOMRect[] {
  return runRects(mark.runs);
}

/** The boxes that runs of text fill on screen, line by line; empty once they have left the page. */
export function runRects(runs: readonly NodeRun[]): DOMRect[] {
  const rects: DOMRect[] = [];
  for (const { node, start, end } of runs) {
    if (!node.isConnected || end > node.length) continue;
    const range = node.ownerDocument.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    for (const rect of range.getClientRects()) if (rect.width > 0 && rect.height > 0) rects.push(rect);
  }
  return rects;
}
