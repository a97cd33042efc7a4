import { markAt } from '../../utils/page/hit-test';
import type { Mark, MarkLayer } from '../../utils/page/mark-layer';
import type { Mention } from './article';
import type { CardControl } from './card-control';

/** What already does something on click or Enter: a link goes where it goes. */
const INTERACTIVE =
  'a[href], area[href], button, input, select, textarea, label, summary, option, video, audio, [role="button"], [role="link"], [contenteditable]:not([contenteditable="false"])';

/** Listens to pointer and keys on the page; never stops or changes what the page itself does with them. */
export function listen(
  page: Document,
  layer: MarkLayer<Mention>,
  card: CardControl,
  trigger: () => 'hover' | 'click',
  /** The mark last gone to by keyboard. */
  current: () => Mark<Mention> | null,
  signal: AbortSignal,
): void {
  const view = page.defaultView ?? window;
  const passive = { passive: true, capture: true, signal };
  let frame = 0;
  let at: { x: number; y: number } | null = null;
  let over: Mark<Mention> | null = null;
  let pressed: { x: number; y: number } | null = null;

  const test = (): void => {
    frame = 0;
    const mark = at && markAt(page, layer, at.x, at.y);
    // A card opened by key or click may be closed with the pointer never on its mark: being elsewhere is news then.
    if (mark === over && !(mark === null && card.muted)) return;
    over = mark;
    card.point(mark);
  };
  const plan = (): void => {
    if (frame === 0) frame = view.requestAnimationFrame(test);
  };
  const nowhere = (): void => {
    at = null;
    if (over === null) return;
    over = null;
    card.point(null);
  };
  signal.addEventListener('abort', () => view.cancelAnimationFrame(frame));

  page.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch' || trigger() !== 'hover' || !event.isTrusted) return;
      // Selecting or dragging: the words under the pointer are being handled, not read about.
      if (event.buttons !== 0 || isOurs(event)) {
        if (isOurs(event)) at = over = null;
        else nowhere();
        return;
      }
      at = { x: event.clientX, y: event.clientY };
      plan();
    },
    passive,
  );
  page.documentElement.addEventListener('pointerleave', nowhere, { passive: true, signal });
  view.addEventListener('blur', nowhere, { passive: true, signal });
  page.addEventListener('dragstart', nowhere, passive);
  // What is under a resting pointer changes as the page moves below it.
  page.addEventListener('scroll', () => at && plan(), passive);

  page.addEventListener(
    'pointerdown',
    (event) => {
      pressed = { x: event.clientX, y: event.clientY };
    },
    passive,
  );
  page.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isOurs(event))
        return;
      const moved = pressed ? Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 6 : false;
      const target = event.composedPath()[0];
      const busy = target instanceof Element && target.closest(INTERACTIVE) !== null;
      const mark = moved || busy || event.detail > 1 ? null : markAt(page, layer, event.clientX, event.clientY);
      const touch = (event as PointerEvent).pointerType === 'touch';
      if (mark) card.press(mark, touch ? 'touch' : 'mouse');
      else card.tapOutside();
    },
    passive,
  );

  view.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.isComposing) return;
      if (event.key === 'Escape' && card.phase !== 'hidden') {
        const visible = card.phase !== 'waiting';
        card.dismiss();
        // The reader meant the card that was seen; the page's own dialog stays for the next time.
        if (visible) {
          event.stopImmediatePropagation();
          event.preventDefault();
        }
        return;
      }
      if (event.key !== 'Enter' || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isOurs(event)) return;
      const target = event.composedPath()[0];
      if (target instanceof Element && target.closest(INTERACTIVE)) return;
      const mark = current();
      if (card.keep()) event.preventDefault();
      else if (mark && card.phase === 'hidden' && layer.marks.includes(mark)) {
        card.press(mark, 'keyboard');
        event.preventDefault();
      }
    },
    { capture: true, signal },
  );

  function isOurs(event: Event): boolean {
    return event.target instanceof Node && card.surface.owns(event.target);
  }
}
