import { readBlocks, type PageBlock, type ReadingNotes } from './blocks';
import { isWithinLeftOut, tagRole, TagRole, type ReadingOptions } from './exclusion';
import { inSlices } from './slices';

/** What is to be read again: the whole page, or these elements with all below them. */
export type Dirt = 'all' | ReadonlySet<Element>;

/**
 * The blocks of a page, kept current: what did not change is neither read again nor given a new identity, so
 * that whoever holds a block can tell by `===` that it is as it was.
 */
export class PageReading {
  /** In document order. */
  blocks: readonly PageBlock[] = [];
  /** Open shadow roots met so far. */
  readonly shadowRoots = new Set<ShadowRoot>();
  /** Milliseconds of work that the last refresh took. */
  cost = 0;
  readonly #hidden = new Set<Element>();
  /** Of the blocks as they are, made when first asked for: a page at rest never asks. */
  #nodes: WeakSet<Text> | null = null;
  #loose: Set<Element> | null = null;

  constructor(
    private readonly page: Document,
    public options: ReadingOptions,
  ) {}

  /** Reads what is dirty. Answers whether the blocks are others than before. */
  async refresh(dirt: Dirt, signal?: AbortSignal): Promise<boolean> {
    this.cost = 0;
    const roots = dirt === 'all' ? (this.page.body ? [this.page.body] : []) : this.#rootsOf(dirt);
    const notes: ReadingNotes = { shadowRoots: [], hidden: new Set() };
    const fresh: { root: Element; blocks: PageBlock[] }[] = [];
    for (const root of roots) {
      if (isWithinLeftOut(root, this.options)) fresh.push({ root, blocks: [] });
      else {
        const { result, cost } = await inSlices(readBlocks(root, this.options, notes), signal);
        fresh.push({ root, blocks: result });
        this.cost += cost;
      }
    }
    const began = performance.now();

    const rootSet = new Set<Node>(roots);
    const kept: PageBlock[] = [];
    const former = new Map<Text, PageBlock>();
    for (const block of this.blocks) {
      if (dirt === 'all' || !block.nodes[0].isConnected || isBelow(block.element, rootSet)) former.set(block.nodes[0], block);
      else kept.push(block);
    }
    for (const element of this.#hidden) if (dirt === 'all' || !element.isConnected || isBelow(element, rootSet)) this.#hidden.delete(element);
    for (const element of notes.hidden) this.#hidden.add(element);
    for (const root of this.shadowRoots) if (!root.host.isConnected) this.shadowRoots.delete(root);
    for (const root of notes.shadowRoots) this.shadowRoots.add(root);

    const merged = kept;
    for (const { root, blocks } of fresh) {
      const same = blocks.map((block) => {
        const before = former.get(block.nodes[0]);
        return before && isSame(before, block) ? before : block;
      });
      merged.splice(placeOf(root, merged), 0, ...same);
    }
    const changed = merged.length !== this.blocks.length || merged.some((block, index) => block !== this.blocks[index]);
    this.blocks = merged;
    if (changed) this.#nodes = this.#loose = null;
    this.cost += performance.now() - began;
    return changed;
  }

  /** Whether a text node is part of a block. */
  holds(node: Text): boolean {
    this.#nodes ??= new WeakSet(this.blocks.flatMap((block) => block.nodes));
    return this.#nodes.has(node);
  }

  /** Whether an element has text of its own, beside that of the blocks below it. */
  hasOwnText(element: Element): boolean {
    this.#loose ??= new Set(this.blocks.map((block) => block.element));
    return this.#loose.has(element);
  }

  /** Whether text that was not shown at the last reading stands in or below an element. */
  hidHere(element: Element): boolean {
    for (const hidden of this.#hidden) if (element.contains(hidden)) return true;
    return false;
  }

  /** Block-level elements that hold all that is dirty, none inside another, in document order. */
  #rootsOf(dirty: ReadonlySet<Element>): Element[] {
    const raised = new Set<Element>();
    for (const element of dirty) {
      if (!element.isConnected) continue;
      const block = blockLevel(element);
      if (block) raised.add(block);
    }
    return [...raised].filter((element) => !isBelow(parentAcross(element), raised)).sort((a, b) => order(a, b));
  }
}

/** The nearest element, itself included, that divides text. */
export function blockLevel(element: Element): Element | null {
  let at: Element | null = element;
  while (at && tagRole(at) !== TagRole.block) at = parentAcross(at);
  return at;
}

/** The parent, or the host where a shadow tree ends. */
function parentAcross(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function isBelow(element: Element | null, roots: ReadonlySet<Node>): boolean {
  if (roots.size === 0) return false;
  for (let at = element; at; at = parentAcross(at)) if (roots.has(at)) return true;
  return false;
}

function isSame(a: PageBlock, b: PageBlock): boolean {
  return (
    a.text === b.text &&
    a.element === b.element &&
    a.nodes.length === b.nodes.length &&
    a.nodes.every((node, i) => node === b.nodes[i] && a.offsets[i] === b.offsets[i] && a.lengths[i] === b.lengths[i])
  );
}

/** Where in the sorted blocks those of an element belong. */
function placeOf(root: Element, blocks: readonly PageBlock[]): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(blocks[middle].nodes[0], root) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Document order; nodes of shadow trees stand where their outermost host does. */
function order(a: Node, b: Node): number {
  if (a === b) return 0;
  let [x, y] = [a, b];
  if (x.getRootNode() !== y.getRootNode()) [x, y] = [inDocument(x), inDocument(y)];
  if (x === y) return 0;
  return x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function inDocument(node: Node): Node {
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = node.getRootNode()) node = root.host;
  return node;
}
