import type { Mark, MarkPainter } from './mark-layer';
import { canUnderline, CURRENT_HIGHLIGHT, highlightName, markSheet, type MarkLook } from './mark-style';
import { MARK_KINDS, type MarkKind } from './marks';

/** Whether this browser has the CSS Custom Highlight API. */
export function hasHighlights(): boolean {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

/**
 * Marks as CSS highlights: the page's nodes are not touched, and ranges are static ones, which cost the page's own
 * edits nothing.
 */
export class HighlightPainter implements MarkPainter {
  private readonly highlights = new Map<MarkKind, Highlight>();
  private readonly current = new Highlight();
  private sheet: CSSStyleSheet | null = null;

  constructor(
    private readonly page: Document,
    look: MarkLook,
  ) {
    for (const kind of MARK_KINDS) {
      const highlight = new Highlight();
      this.highlights.set(kind, highlight);
      CSS.highlights.set(highlightName(kind), highlight);
    }
    this.current.priority = 1;
    CSS.highlights.set(CURRENT_HIGHLIGHT, this.current);
    this.restyle(look);
  }

  /** Applies a look; also brings it back where the page has replaced the list of its style sheets. */
  restyle(look: MarkLook): void {
    try {
      this.sheet ??= new CSSStyleSheet();
      this.sheet.replaceSync(markSheet(look, canUnderline(navigator.userAgent)));
      if (!this.page.adoptedStyleSheets.includes(this.sheet)) this.page.adoptedStyleSheets.push(this.sheet);
    } catch {
      // A browser that bars extensions from this list still has the style sheet of the manifest, in the default look.
    }
  }

  add(mark: Mark): void {
    const highlight = this.highlights.get(mark.kind);
    for (const range of mark.ranges) highlight?.add(range);
  }

  remove(mark: Mark): void {
    const highlight = this.highlights.get(mark.kind);
    for (const range of mark.ranges) highlight?.delete(range);
  }

  single(mark: Mark | null): void {
    this.current.clear();
    for (const range of mark?.ranges ?? []) this.current.add(range);
  }

  destroy(): void {
    for (const kind of MARK_KINDS) {
      this.highlights.get(kind)?.clear();
      if (CSS.highlights.get(highlightName(kind)) === this.highlights.get(kind)) CSS.highlights.delete(highlightName(kind));
    }
    this.current.clear();
    if (CSS.highlights.get(CURRENT_HIGHLIGHT) === this.current) CSS.highlights.delete(CURRENT_HIGHLIGHT);
    const { sheet } = this;
    if (!sheet) return;
    try {
      this.page.adoptedStyleSheets = this.page.adoptedStyleSheets.filter((other) => other !== sheet);
    } catch {
      // As in `restyle`.
    }
  }
}
