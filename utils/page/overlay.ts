import { markRects, type Mark, type MarkPainter } from './mark-layer';
import { LINE_COLOURS, lineOf, type MarkLook } from './mark-style';

/**
 * Marks for browsers without CSS highlights: lines drawn over the page from within the extension's own element, for
 * the marks now in view only. Slower and coarser than highlights, and still not one node of the article is touched.
 */
export class OverlayPainter implements MarkPainter {
  readonly #marks = new Set<Mark>();
  #current: Mark | null = null;
  private readonly layer: HTMLElement;
  #frame = 0;
  readonly #ended = new AbortController();
  readonly #resize: ResizeObserver;

  /** `host` answers with the place to draw in, which must lie outside the article. */
  constructor(
    private readonly page: Document,
    host: () => ParentNode,
    private look: MarkLook,
  ) {
    this.layer = page.createElement('div');
    this.layer.style.cssText = 'position: fixed; inset: 0; overflow: hidden; pointer-events: none; z-index: 2147483646; contain: strict;';
    this.layer.setAttribute('aria-hidden', 'true');
    host().append(this.layer);
    const again = (): void => this.#plan();
    const options = { passive: true, capture: true, signal: this.#ended.signal };
    page.addEventListener('scroll', again, options);
    page.defaultView?.addEventListener('resize', again, options);
    this.#resize = new ResizeObserver(again);
    this.#resize.observe(page.documentElement);
  }

  restyle(look: MarkLook): void {
    this.look = look;
    this.#plan();
  }

  add(mark: Mark): void {
    this.#marks.add(mark);
    this.#plan();
  }

  remove(mark: Mark): void {
    this.#marks.delete(mark);
    this.#plan();
  }

  single(mark: Mark | null): void {
    this.#current = mark;
    this.#plan();
  }

  destroy(): void {
    this.#ended.abort();
    this.#resize.disconnect();
    cancelAnimationFrame(this.#frame);
    this.layer.remove();
  }

  /** Draws once in the next frame, however much changes before it. */
  #plan(): void {
    if (this.#frame !== 0 || this.#ended.signal.aborted) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    const width = innerWidth;
    const height = innerHeight;
    const boxes: HTMLElement[] = [];
    for (const mark of this.#marks) {
      const inLink = mark.runs[0].node.parentElement?.closest(':any-link') != null;
      for (const rect of markRects(mark)) {
        if (rect.bottom < 0 || rect.top > height || rect.right < 0 || rect.left > width) continue;
        const box = this.page.createElement('div');
        const colour = this.look.colours === 'mono' ? '#7d7d7d' : LINE_COLOURS[this.look.colours][mark.kind];
        const line = inLink ? null : lineOf(mark.kind, this.look);
        box.style.cssText = `position: absolute; box-sizing: border-box; left: ${rect.left}px; top: ${rect.top}px; width: ${rect.width}px; height: ${rect.height + 2}px;`;
        if (!line) {
          box.style.backgroundColor = colour;
          box.style.opacity = '0.18';
        } else {
          box.style.borderBottom = `${line.width}px ${line.style} ${colour}`;
        }
        if (mark === this.#current) box.style.boxShadow = 'inset 0 0 0 100vmax rgb(255 196 0 / 35%)';
        boxes.push(box);
      }
    }
    this.layer.replaceChildren(...boxes);
  }
}
