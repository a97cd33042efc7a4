import type { Page } from '@playwright/test';
import { open } from './zoo';
import type * as InPage from './in-page';

declare const siyaq: typeof InPage;

/** What a page of these tests holds: the session, what it asked, and the card's closed root. */
export type Held = { session: InPage.PageSession; asked: ReturnType<typeof InPage.fakeOutside>; shadow: ShadowRoot };

/** Opens a page of the zoo with a session running in it. */
export async function start(page: Page, settings: object = {}, file = 'article.html'): Promise<void> {
  await open(page, { file });
  await page.evaluate(async (settings) => {
    // The one way to look into the card: its shadow root is closed to the page.
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const shadow = attach.call(this, init);
      Object.assign((globalThis as unknown as { held: Held }).held, { shadow });
      return shadow;
    };
    const asked = siyaq.fakeOutside(settings);
    Object.assign(globalThis, { held: { asked } });
    const session = new siyaq.PageSession(asked.outside);
    Object.assign((globalThis as unknown as { held: Held }).held, { session });
    while (!asked.sent.some(({ name }) => name === 'found')) await new Promise((resolve) => setTimeout(resolve, 5));
  }, settings);
}

/** The middle of the nth mark of an entity, scrolled into view. */
export const markPoint = (page: Page, entity: string, nth = 0): Promise<{ x: number; y: number }> =>
  page.evaluate(
    ([entity, nth]) => {
      const { session } = (globalThis as unknown as { held: Held }).held;
      const { layer } = session as unknown as { layer: InPage.MarkLayer };
      const mark = layer.marks.filter(({ mention }) => mention.entity === entity)[nth as number];
      mark.runs[0].node.parentElement!.scrollIntoView({ block: 'center' });
      const rects = siyaq.markRects(mark);
      const box = rects.at(-1)!;
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    },
    [entity, nth] as const,
  );

/** What a reader sees of the card. */
export interface Seen {
  open: boolean;
  name: string;
  role: string;
  busy: boolean;
  pinned: boolean;
  text: string;
  box: { left: number; top: number; right: number; bottom: number };
}

export const seen = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const { shadow } = (globalThis as unknown as { held: Held }).held;
    const surface = shadow?.querySelector('.surface');
    const box = surface?.getBoundingClientRect();
    return {
      open: surface?.matches(':popover-open') ?? false,
      name: shadow?.querySelector('h2')?.textContent ?? '',
      role: shadow?.querySelector('.role-label')?.textContent ?? '',
      busy: shadow?.querySelector('.card')?.getAttribute('aria-busy') === 'true',
      pinned: shadow?.querySelector('.pin')?.getAttribute('aria-pressed') === 'true',
      text: surface?.textContent ?? '',
      box: { left: box?.left ?? 0, top: box?.top ?? 0, right: box?.right ?? 0, bottom: box?.bottom ?? 0 },
    };
  });

export const inCard = (page: Page, selector: string): Promise<{ x: number; y: number }> =>
  page.evaluate((selector) => {
    const box = (globalThis as unknown as { held: Held }).held.shadow.querySelector(selector)!.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, selector);

export const isOpen = (page: Page): Promise<boolean> => seen(page).then(({ open }) => open);

export async function hover(page: Page, entity: string, nth = 0): Promise<void> {
  const { x, y } = await markPoint(page, entity, nth);
  await page.mouse.move(x + 1, y + 1);
  await page.mouse.move(x, y);
}
