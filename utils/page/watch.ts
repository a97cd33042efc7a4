import { Pacer } from './pacer';
import { blockLevel, type Dirt, type PageReading } from './reading';

const ARABIC_LETTER = /[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdfb\ufe70-\ufefc]/;

/** Beyond these a page is changing wholesale: it is cheaper to read all of it once than to follow. */
const MAX_DIRTY = 300;
const MAX_RECORDS = 3_000;
/** Milliseconds that may go into looking at changes within one window. */
const MAX_LOOKING = 12;
const WINDOW_MS = 5_000;
/** More changes of style than this within a window are an animation: they are not listened to any longer. */
const MAX_RESTYLINGS = 600;

/** What a watch tells. */
export interface WatchEvents {
  /** Read this again; answers with the milliseconds of work that took. The watch waits before it asks for more. */
  onDirt(dirt: Dirt): Promise<number>;
  /** A text node that is part of a block has other letters now. */
  onStale(node: Text): void;
  /** The page shows another address without having been loaded anew. */
  onNavigation(): void;
}

/** Watches a page for changes to its text, at a bounded cost whatever the page does. */
export class PageWatch {
  readonly #observer = new MutationObserver((records) => this.#look(records));
  private readonly pacer = new Pacer();
  readonly #ended = new AbortController();
  readonly #watchedRoots = new WeakSet<ShadowRoot>();
  #dirty = new Set<Element>();
  #pruned = false;
  #flooded = false;
  #records = 0;
  #looking = 0;
  #restylings = 0;
  #window = 0;
  #animated = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading = false;
  #address = addressOf();

  constructor(
    private readonly page: Document,
    private readonly text: PageReading,
    private readonly events: WatchEvents,
    /** Whether a node is the extension's own. */
    private readonly isOurs: (node: Node) => boolean,
  ) {
    const options = { signal: this.#ended.signal };
    const moved = (): void => this.#checkAddress();
    addEventListener('popstate', moved, options);
    const { navigation } = globalThis as { navigation?: EventTarget };
    navigation?.addEventListener('currententrychange', moved, options);
    page.addEventListener('visibilitychange', () => this.#plan(), options);
    this.#observe();
  }

  /** Looks into the shadow trees that the last reading met, too. */
  follow(roots: Iterable<ShadowRoot>): void {
    if (this.#flooded) return;
    for (const root of roots) {
      if (this.#watchedRoots.has(root)) continue;
      this.#watchedRoots.add(root);
      this.#observer.observe(root, this.#observed());
    }
  }

  stop(): void {
    this.#ended.abort();
    this.#observer.disconnect();
    clearTimeout(this.#timer);
  }

  #observe(): void {
    this.#observer.observe(this.page.documentElement, this.#observed());
    for (const root of this.text.shadowRoots) {
      this.#watchedRoots.add(root);
      this.#observer.observe(root, this.#observed());
    }
  }

  #observed(): MutationObserverInit {
    const attributeFilter = ['hidden', 'aria-hidden', 'open', 'contenteditable', ...(this.#animated ? [] : ['class', 'style'])];
    return { childList: true, subtree: true, characterData: true, attributeFilter };
  }

  #look(records: readonly MutationRecord[]): void {
    const began = performance.now();
    this.#checkAddress();
    if (began - this.#window > WINDOW_MS) {
      this.#window = began;
      this.#records = this.#looking = this.#restylings = 0;
    }
    this.#records += records.length;
    if (this.#records > MAX_RECORDS && !this.#calmDown()) {
      this.#flood();
      return;
    }
    for (const record of records) {
      this.#note(record);
      if (this.#dirty.size > MAX_DIRTY) break;
    }
    this.#looking += performance.now() - began;
    if (this.#dirty.size > MAX_DIRTY || (this.#looking > MAX_LOOKING && !this.#calmDown())) this.#flood();
  }

  #note(record: MutationRecord): void {
    const { target } = record;
    switch (record.type) {
      case 'characterData': {
        const text = target as Text;
        const held = this.text.holds(text);
        if (held) this.events.onStale(text);
        if ((held || ARABIC_LETTER.test(text.data)) && text.parentElement) this.#mark(text.parentElement);
        return;
      }
      case 'attributes': {
        // Classes and styles change all the time; they matter where text was not shown before.
        const restyled = record.attributeName === 'class' || record.attributeName === 'style';
        if (restyled) this.#restylings++;
        if (!restyled || this.text.hidHere(target as Element)) this.#mark(target as Element);
        return;
      }
      default:
        this.#noteChildren(record);
    }
  }

  #noteChildren({ target, addedNodes, removedNodes }: MutationRecord): void {
    const parent = target.nodeType === Node.ELEMENT_NODE ? (target as Element) : target instanceof ShadowRoot ? target.host : null;
    if (!parent || parent.localName === 'head') return;
    const container = blockLevel(parent);
    if (!container) return;
    // What comes or goes amid a run of words changes that run; whole blocks beside others change only themselves.
    const amidWords = container !== parent || this.text.hasOwnText(container);
    let changed = false;
    for (const node of addedNodes) {
      if (this.isOurs(node)) continue;
      if (node.nodeType === Node.TEXT_NODE) {
        if (ARABIC_LETTER.test((node as Text).data)) changed = true;
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        if (amidWords || blockLevel(node as Element) !== node) changed = true;
        else this.#mark(node as Element);
      }
    }
    for (const node of removedNodes) {
      if (this.isOurs(node) || (node.nodeType !== Node.TEXT_NODE && node.nodeType !== Node.ELEMENT_NODE)) continue;
      if (amidWords) changed = true;
      else this.#prune();
    }
    if (changed) this.#mark(container);
  }

  #mark(element: Element): void {
    this.#dirty.add(element);
    this.pacer.changed(performance.now());
    this.#plan();
  }

  /** Blocks may have gone with what was removed; there is nothing to read. */
  #prune(): void {
    if (this.#pruned) return;
    this.#pruned = true;
    this.pacer.changed(performance.now());
    this.#plan();
  }

  /** Where it is only animation that makes the changes, stops listening to that. Answers whether it was. */
  #calmDown(): boolean {
    if (this.#animated || this.#restylings < MAX_RESTYLINGS) return false;
    this.#animated = true;
    this.#records = 0;
    this.#observer.disconnect();
    this.#observe();
    return true;
  }

  /** Stops listening until the next reading, which will be of everything. */
  #flood(): void {
    this.#flooded = true;
    this.#observer.disconnect();
    this.#dirty.clear();
    this.pacer.changed(performance.now());
    this.#plan();
  }

  #plan(): void {
    if (this.#reading || this.#ended.signal.aborted) return;
    const due = this.pacer.due();
    clearTimeout(this.#timer);
    // Nobody sees a hidden page; becoming visible plans anew.
    if (due === null || this.page.hidden) return;
    this.#timer = setTimeout(() => void this.read(), Math.max(0, due - performance.now()));
  }

  private async read(): Promise<void> {
    const due = this.pacer.due();
    if (this.#reading || due === null) return;
    if (due > performance.now() + 1) {
      this.#plan();
      return;
    }
    this.#reading = true;
    const dirt: Dirt = this.#flooded ? 'all' : this.#dirty;
    this.#dirty = new Set();
    this.#pruned = false;
    this.#records = this.#looking = this.#restylings = 0;
    let cost = 0;
    // Changes made while the page is read count for the next reading.
    this.pacer.reading(performance.now());
    if (this.#flooded) {
      this.#flooded = false;
      this.#observe();
    }
    try {
      cost = await this.events.onDirt(dirt);
    } finally {
      this.#reading = false;
      this.pacer.costed(cost);
      this.#plan();
    }
  }

  #checkAddress(): void {
    const address = addressOf();
    if (address === this.#address) return;
    this.#address = address;
    this.pacer.reset();
    this.events.onNavigation();
  }
}

/** The address without its fragment, which only scrolls. */
function addressOf(): string {
  return location.origin + location.pathname + location.search;
}
