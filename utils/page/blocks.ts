import { isLeftOut, tagRole, TagRole, TELLING_ATTRIBUTES, type ReadingOptions } from './exclusion';

/** A block of page text, with the way back from its offsets to the page's own text nodes. */
export interface PageBlock {
  /** White space collapsed as the page shows it; never longer than what the nodes hold. */
  readonly text: string;
  /** The block-level element it stands directly in. */
  readonly element: Element;
  /** Piece `i` of `text` begins at `starts[i]` and is `lengths[i]` units of `nodes[i]` from `offsets[i]` on. */
  readonly nodes: readonly Text[];
  readonly offsets: readonly number[];
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
}

/** A run of one text node. */
export interface NodeRun {
  node: Text;
  start: number;
  end: number;
}

/** The runs of text nodes that `start` to `end` of a block's text stand in, in order; one per node and gap. */
export function runsOf(block: PageBlock, start: number, end: number): NodeRun[] {
  const runs: NodeRun[] = [];
  const first = pieceAt(block, start);
  const shift = block.offsets[first] - block.starts[first];
  // Most names stand in one piece.
  if (end <= block.starts[first] + block.lengths[first]) return [{ node: block.nodes[first], start: start + shift, end: end + shift }];
  for (let i = first; i < block.starts.length && block.starts[i] < end; i++) {
    const from = Math.max(start - block.starts[i], 0);
    const to = Math.min(end - block.starts[i], block.lengths[i]);
    if (from >= to) continue;
    const run = { node: block.nodes[i], start: block.offsets[i] + from, end: block.offsets[i] + to };
    const last = runs.at(-1);
    // White space that was collapsed between two pieces of one node belongs to the run.
    if (last?.node === run.node) last.end = run.end;
    else runs.push(run);
  }
  return runs;
}

/** The last piece that begins at or before an offset. */
function pieceAt(block: PageBlock, offset: number): number {
  let low = 0;
  let high = block.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (block.starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Stands in the text for a picture, button or other thing among the words. */
const OBJECT = '\uFFFC';
/** Two Arabic letters side by side: less names nobody. */
const ARABIC =
  /[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdfb\ufe70-\ufefc][\u064b-\u065f\u0670\u0640]*[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdfb\ufe70-\ufefc]/;
/** Runs of white space that the page shows as one space. */
const SPACE_RUN = /[ \t\n\r\f]{2,}/g;
const ODD_SPACES = /[\t\n\r\f]/g;
const IN_WORD = /[\p{L}\p{M}\p{N}]/u;
const SENTENCE_ENDS = '.!?؟…:»"”';

/** The most a page is read: a book of 2,000 pages. What lies beyond is a hostile page's. */
const MAX_UNITS = 4_000_000;

/** White space that the page shows as a space, or not at all. */
const isSpace = (unit: number): boolean => unit === 32 || (unit <= 13 && unit >= 9 && unit !== 11);

/** Whether text has single spaces alone. Searches for single units are far cheaper than a pattern. */
function isPlain(text: string): boolean {
  return !text.includes('\n') && !text.includes('  ') && !text.includes('\t') && !text.includes('\r') && !text.includes('\f');
}

class BlockBuilder {
  #text = '';
  /** The last unit of `text`: asking `text` itself would make the engine join its pieces each time. */
  #tail = '';
  #nodes: Text[] = [];
  #offsets: number[] = [];
  #starts: number[] = [];
  #lengths: number[] = [];
  #afterBreak = false;
  /** Inline elements begun or ended since the last text. */
  readonly #seams: Element[] = [];
  units = 0;

  constructor(private readonly emit: (block: PageBlock) => void) {}

  get #isOpenWord(): boolean {
    return this.#text !== '' && this.#tail !== ' ';
  }

  /** An inline element begins or ends here. */
  addSeam(element: Element): void {
    if (this.#text !== '') this.#seams.push(element);
  }

  addNode(node: Text, inside: Element): void {
    const data = node.data;
    if (data === '') return;
    if (this.#seams.length > 0) {
      // A space on either side is what there mostly is, and needs no pattern to tell.
      if (data[0] > ' ' && this.#tail > ' ' && IN_WORD.test(data[0]) && IN_WORD.test(this.#tail) && partsWords(this.#seams)) this.end(inside);
      this.#seams.length = 0;
    }
    // Markup is indented: line breaks and runs of spaces mostly stand at the ends, where no pattern need look for them.
    const { length } = data;
    let from = 0;
    let to = length;
    while (to > 0 && isSpace(data.charCodeAt(to - 1))) to--;
    // One space at the end is as it is shown.
    if (to === length - 1 && data.charCodeAt(to) === 32) to = length;
    if (!this.#isOpenWord) while (from < to && isSpace(data.charCodeAt(from))) from++;
    if (from === to && !this.#isOpenWord) return;
    const words = from === 0 && to === length ? data : data.slice(from, to);
    if (isPlain(words)) {
      // The first space of a run stands for it.
      this.#push(node, to === length ? words : `${words} `, from);
      return;
    }
    SPACE_RUN.lastIndex = from;
    for (let run = SPACE_RUN.exec(data); run; run = SPACE_RUN.exec(data)) {
      this.#pushOdd(node, data, from, run.index + (run.index > from || this.#isOpenWord ? 1 : 0));
      from = run.index + run[0].length;
    }
    this.#pushOdd(node, data, from, length);
  }

  addObject(): void {
    if (this.#text === '') return;
    this.#text += OBJECT;
    this.#tail = OBJECT;
    this.#seams.length = 0;
    this.#afterBreak = false;
  }

  /** A second `br`, or one after a sentence, parts blocks; one amid a sentence only wraps it. */
  addLineBreak(element: Element): void {
    if (this.#text === '') return;
    const last = this.#text[this.#text.length - (this.#tail === ' ' ? 2 : 1)];
    if (this.#afterBreak || SENTENCE_ENDS.includes(last)) {
      this.end(element);
      return;
    }
    if (this.#isOpenWord) this.#text += ' ';
    this.#tail = ' ';
    this.#afterBreak = true;
  }

  /** Closes the block that stands directly in `element`. */
  end(element: Element): void {
    this.#afterBreak = false;
    this.#seams.length = 0;
    if (this.#text === '') return;
    if (this.#nodes.length > 0 && ARABIC.test(this.#text)) {
      this.emit({
        text: this.#tail === ' ' ? this.#text.slice(0, -1) : this.#text,
        element,
        nodes: this.#nodes,
        offsets: this.#offsets,
        starts: this.#starts,
        lengths: this.#lengths,
      });
    }
    this.#text = '';
    this.#tail = '';
    this.#nodes = [];
    this.#offsets = [];
    this.#starts = [];
    this.#lengths = [];
  }

  #pushOdd(node: Text, data: string, from: number, to: number): void {
    if (from < to) this.#push(node, data.slice(from, to).replace(ODD_SPACES, ' '), from);
  }

  /** Adds a piece as it is shown, which begins at `from` of a node. */
  #push(node: Text, piece: string, from: number): void {
    const last = this.#nodes.length - 1;
    const continues = last >= 0 && this.#nodes[last] === node && this.#offsets[last] + this.#lengths[last] === from;
    if (continues && this.#starts[last] + this.#lengths[last] === this.#text.length) {
      this.#lengths[last] += piece.length;
    } else {
      this.#nodes.push(node);
      this.#offsets.push(from);
      this.#starts.push(this.#text.length);
      this.#lengths.push(piece.length);
    }
    this.#text += piece;
    this.#tail = piece[piece.length - 1];
    this.units += piece.length;
    if (piece !== ' ') this.#afterBreak = false;
  }
}

const VISIBLE: CheckVisibilityOptions = { visibilityProperty: true };

/** What a reading found besides text. */
export interface ReadingNotes {
  /** Open shadow roots on the way: changes inside them are not seen from outside. */
  shadowRoots: ShadowRoot[];
  /** Block-level elements whose text was passed over because the page does not show it now. */
  hidden: Set<Element>;
}

/**
 * Reads the blocks below `root` in one walk; gives way every few hundred nodes so that the caller can spread a
 * long page over several tasks. The page is only looked at.
 */
export function* readBlocks(
  root: Element,
  options: ReadingOptions,
  notes: ReadingNotes = { shadowRoots: [], hidden: new Set() },
): Generator<void, PageBlock[]> {
  const blocks: PageBlock[] = [];
  let asked: Element | null = null;
  let visible = false;
  const builder = new BlockBuilder((block) => {
    // Once per element that holds text, not once per node: this is the one question that needs the page's styles.
    if (block.element !== asked) {
      asked = block.element;
      visible = asked.checkVisibility(VISIBLE);
    }
    if (visible) blocks.push(block);
    else notes.hidden.add(block.element);
  });
  yield* walk(root, root, builder, options, notes);
  builder.end(root);
  return blocks;
}

const NODES_PER_STEP = 256;

function* walk(
  root: Element | ShadowRoot,
  container: Element,
  builder: BlockBuilder,
  options: ReadingOptions,
  notes: ReadingNotes,
): Generator<void, void> {
  // One question for all elements instead of four for each; what changes while the walk gives way is read again anyway.
  const marked = new Set(root.querySelectorAll(TELLING_ATTRIBUTES));
  /** Elements gone into and not yet left. */
  const path: Element[] = [];
  /** Of these the ones that divide text, after the container; the last holds what is read now. */
  const open: Element[] = [container];
  let steps = 0;
  let node = root.firstChild;

  while (node) {
    if (++steps % NODES_PER_STEP === 0) {
      if (builder.units > MAX_UNITS) return;
      yield;
      // The page may have taken away, in between, the very place the walk stood at.
      if (!node.isConnected) return;
    }
    const kind = node.nodeType;
    let child: ChildNode | null = null;
    if (kind === Node.TEXT_NODE) {
      builder.addNode(node as Text, open[open.length - 1]);
    } else if (kind === Node.ELEMENT_NODE) {
      const element = node as Element;
      const role = tagRole(element);
      const inside = open[open.length - 1];
      if (role === TagRole.lineBreak) builder.addLineBreak(inside);
      else if (role === TagRole.object) builder.addObject();
      else if (role === TagRole.barred) builder.end(inside);
      else if (role !== TagRole.void && !isLeftOut(element, options, marked.has(element))) {
        const shadow = element.shadowRoot;
        if (role === TagRole.block || shadow) {
          builder.end(inside);
          open.push(element);
        } else {
          builder.addSeam(element);
        }
        if (shadow) {
          notes.shadowRoots.push(shadow);
          yield* walk(shadow, element, builder, options, notes);
          builder.end(element);
        }
        child = element.firstChild;
        if (child) path.push(element);
        else leave(element, open, builder);
      } else if (role === TagRole.block) {
        builder.end(inside);
      }
    }
    // Inwards, else on to the next sibling, leaving every element that ends on the way.
    let next: ChildNode | null = child ?? node.nextSibling;
    while (!next) {
      const ended = path.pop();
      if (!ended) return;
      leave(ended, open, builder);
      next = ended.nextSibling;
    }
    node = next;
  }
}

function leave(element: Element, open: Element[], builder: BlockBuilder): void {
  if (open.length > 1 && open[open.length - 1] === element) {
    builder.end(element);
    open.pop();
  } else {
    builder.addSeam(element);
  }
}

/**
 * Whether words on the two sides of these inline elements' edges are apart on screen: two links side by side, or an
 * inline element laid out as a block. Asked only where letters would meet, because it needs the elements' styles.
 */
function partsWords(seams: readonly Element[]): boolean {
  const links = new Set(seams.filter(({ localName }) => localName === 'a'));
  if (links.size > 1) return true;
  return seams.some((element) => {
    const { display } = getComputedStyle(element);
    return display !== '' && !display.startsWith('inline') && display !== 'contents' && !display.startsWith('ruby');
  });
}
