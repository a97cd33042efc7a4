/** Functions that run inside a page, as they stand: each is sent there as its own text. */

/** What `keepTime` leaves in the page. */
export interface PageTimes {
  /** Milliseconds from DOMContentLoaded to the marks, and to the end of the frame that shows them; 0 until then. */
  marked: number;
  shown: number;
}

/** What `watchCard` leaves in the page, on its clock; 0 until then. */
export interface CardTimes {
  /** The frame after the pointer's last move. */
  pointed: number;
  /** A card with its contents. */
  cardShown: number;
}

/** Begins before the page does: looks for marks every four milliseconds, which is as often as a page may without keeping a core busy. */
export function keepTime(): void {
  const times: PageTimes = { marked: 0, shown: 0 };
  Object.assign(globalThis, { times });
  document.addEventListener('DOMContentLoaded', () => {
    const ready = performance.now();
    const look = (): void => {
      const found = ['person', 'organization', 'office'].some((kind) => (CSS.highlights.get(`siyaq-${kind}`)?.size ?? 0) > 0);
      if (!found) {
        setTimeout(look, 4);
        return;
      }
      times.marked = performance.now() - ready;
      requestAnimationFrame(() => setTimeout(() => (times.shown = performance.now() - ready)));
    };
    look();
  });
}

/** Middles of the first `most` marks of the window, one per line, in CSS pixels. */
export function marksInView(most: number): { x: number; y: number }[] {
  const points: { x: number; y: number }[] = [];
  for (const { startContainer, startOffset, endContainer, endOffset } of (CSS.highlights.get('siyaq-person') ?? []) as Iterable<AbstractRange>) {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    const { left, top, width, height } = range.getBoundingClientRect();
    if (top > 40 && top + height < innerHeight - 40 && width > 12) points.push({ x: left + width / 2, y: top + height / 2 });
  }
  return points.slice(0, most);
}

/** With the card's shadow root as `this`: notes when a card with its contents is seen, in the page's `cardShown`. */
export function watchCard(this: ShadowRoot): void {
  const place = globalThis as unknown as CardTimes;
  place.pointed = place.cardShown = 0;
  // What is under the pointer is asked once a frame, and the dwell begins there.
  document.addEventListener('pointermove', () => requestAnimationFrame(() => (place.pointed = performance.now())), { capture: true, passive: true });
  const look = (): void => {
    const card = this.querySelector('.card');
    if (place.cardShown === 0 && card && card.getAttribute('aria-busy') !== 'true' && this.querySelector('.role-label')) place.cardShown = performance.now();
  };
  new MutationObserver(look).observe(this, { subtree: true, childList: true, attributes: true, characterData: true });
}
