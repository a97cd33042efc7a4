import type { Mark, MarkPainter } from './mark-layer';
import { canUnderline, CURRENT_HIGHLIGHT, highlightName, MANIFEST_LOOK, markSheet, type MarkLook } from './mark-style';
import type { MarkKind } from './marks';

/** Whether this browser has the CSS Custom Highlight API. */
export function hasHighlights(): boolean {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

/**
 * Marks as CSS highlights: the page's nodes are not touched, and ranges are static ones, which cost the page's own
 * edits nothing.
 */
export class HighlightPainter implements MarkPainter {
  readonly #highlights = new Map<MarkKind, Highlight>();
  #current: Highlight | null = null;
  #sheet: CSSStyleSheet | null = null;
  /** Whether there has been a mark: before, there is nothing to style. */
  #dressed = false;
  readonly #reached = new Set<ShadowRoot>();

  constructor(
    private readonly page: Document,
    private look: MarkLook,
  ) {}

  /** Applies a look; also brings it back where the page has replaced the list of its style sheets. */
  restyle(look: MarkLook): void {
    this.look = look;
    if (this.#dressed) this.#dress();
  }

  /** Styles marks inside open shadow trees, too: not every browser lets them inherit from outside. */
  reach(roots: Iterable<ShadowRoot>): void {
    for (const root of roots) {
      if (this.#reached.has(root)) continue;
      this.#reached.add(root);
      if (this.#dressed) this.#dress();
    }
  }

  add(mark: Mark): void {
    if (!this.#dressed) this.#dress();
    let highlight = this.#highlights.get(mark.kind);
    if (!highlight) {
      // Entered into the page's registry with the first mark of its kind: a page without any holds nothing of ours.
      highlight = new Highlight();
      this.#highlights.set(mark.kind, highlight);
      CSS.highlights.set(highlightName(mark.kind), highlight);
    }
    for (const range of mark.ranges) highlight.add(range);
  }

  remove(mark: Mark): void {
    const highlight = this.#highlights.get(mark.kind);
    for (const range of mark.ranges) highlight?.delete(range);
  }

  single(mark: Mark | null): void {
    if (mark && !this.#dressed) this.#dress();
    if (mark && !this.#current) {
      this.#current = new Highlight();
      this.#current.priority = 1;
      CSS.highlights.set(CURRENT_HIGHLIGHT, this.#current);
    }
    this.#current?.clear();
    for (const range of mark?.ranges ?? []) this.#current?.add(range);
  }

  destroy(): void {
    const ours = [...this.#highlights].map(([kind, highlight]) => [highlightName(kind), highlight] as const);
    if (this.#current) ours.push([CURRENT_HIGHLIGHT, this.#current]);
    for (const [name, highlight] of ours) {
      highlight.clear();
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    this.#disown(this.page);
    for (const root of this.#reached) this.#disown(root);
  }

  /**
   * Lays the reader's look over that of the manifest, where it is another: one more style sheet makes the browser
   * style the whole page anew, which costs more than all marks.
   */
  #dress(): void {
    this.#dressed = true;
    // The build for Chromium need not ask: its highlights have always had lines.
    const underlined = import.meta.env.CHROME || canUnderline(navigator.userAgent);
    const asManifest = underlined && this.look.style === MANIFEST_LOOK.style && this.look.colours === MANIFEST_LOOK.colours;
    // As the manifest says, and no shadow tree that may not hear of it: there is nothing to say.
    if (asManifest && !this.#sheet && this.#reached.size === 0) return;
    try {
      this.#sheet ??= new CSSStyleSheet();
      this.#sheet.replaceSync(markSheet(this.look, underlined));
    } catch {
      // Without constructed sheets there is still the style sheet of the manifest.
      return;
    }
    if (asManifest) this.#disown(this.page);
    else this.#adopt(this.page);
    for (const root of this.#reached) this.#adopt(root);
  }

  #adopt(place: DocumentOrShadowRoot): void {
    const sheet = this.#sheet;
    try {
      if (sheet && !place.adoptedStyleSheets.includes(sheet)) place.adoptedStyleSheets.push(sheet);
    } catch {
      // A browser that bars extensions from this list.
    }
  }

  #disown(place: DocumentOrShadowRoot): void {
    const sheet = this.#sheet;
    try {
      if (sheet) place.adoptedStyleSheets = place.adoptedStyleSheets.filter((other) => other !== sheet);
    } catch {
      // As above.
    }
  }
}
