import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { open } from './support/zoo';
import type * as InPage from './support/in-page';

declare const siyaq: typeof InPage;
type Held = { session: InPage.PageSession; asked: ReturnType<typeof InPage.fakeOutside>; shadow: ShadowRoot };

const SHOTS = process.env.SIYAQ_SHOTS;

async function start(page: Page, settings: object = {}, file = 'article.html'): Promise<void> {
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
const markPoint = (page: Page, entity: string, nth = 0): Promise<{ x: number; y: number }> =>
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

interface Seen {
  open: boolean;
  name: string;
  role: string;
  busy: boolean;
  pinned: boolean;
  text: string;
  box: { left: number; top: number; right: number; bottom: number };
}

const seen = (page: Page): Promise<Seen> =>
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

const inCard = (page: Page, selector: string): Promise<{ x: number; y: number }> =>
  page.evaluate((selector) => {
    const box = (globalThis as unknown as { held: Held }).held.shadow.querySelector(selector)!.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, selector);

const isOpen = (page: Page): Promise<boolean> => seen(page).then(({ open }) => open);

async function hover(page: Page, entity: string, nth = 0): Promise<void> {
  const { x, y } = await markPoint(page, entity, nth);
  await page.mouse.move(x + 1, y + 1);
  await page.mouse.move(x, y);
}

test.describe('the card', () => {
  test('comes after the delay, stays while travelled into, and goes after the grace', async ({ page }) => {
    await start(page);
    await hover(page, 'antonio-guterres', 1);
    await page.waitForTimeout(200);
    expect(await isOpen(page)).toBe(false);
    await expect.poll(() => isOpen(page)).toBe(true);
    const card = await seen(page);
    expect(card).toMatchObject({ name: 'أنطونيو غوتيريش', role: 'الأمين العام للأمم المتحدة', pinned: false });
    await page.mouse.move((card.box.left + card.box.right) / 2, card.box.top + 60, { steps: 6 });
    await page.waitForTimeout(600);
    expect(await isOpen(page)).toBe(true);
    await page.mouse.move(2, 2);
    await page.waitForTimeout(150);
    expect(await isOpen(page)).toBe(true);
    await expect.poll(() => isOpen(page)).toBe(false);
  });

  test('does not come for a pointer passing by, nor while selecting', async ({ page }) => {
    await start(page);
    const { x, y } = await markPoint(page, 'dz-mfa');
    await page.mouse.move(x, y);
    await page.waitForTimeout(80);
    await page.mouse.move(3, y);
    await page.waitForTimeout(600);
    expect(await isOpen(page)).toBe(false);
    expect(await page.evaluate(() => (globalThis as unknown as { held: Held }).held.asked.sent.some(({ name }) => name === 'card'))).toBe(
      false,
    );
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 5 });
    await page.waitForTimeout(600);
    expect(await isOpen(page)).toBe(false);
    await page.mouse.up();
  });

  test('closes on Escape from anywhere and stays away until the pointer has left', async ({ page }) => {
    await start(page);
    await hover(page, 'dz-mfa');
    await expect.poll(() => isOpen(page)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await isOpen(page)).toBe(false);
    const { x, y } = await markPoint(page, 'dz-mfa');
    await page.mouse.move(x + 2, y);
    await page.waitForTimeout(700);
    expect(await isOpen(page)).toBe(false);
    await page.mouse.move(3, 3);
    await page.mouse.move(x, y);
    await expect.poll(() => isOpen(page)).toBe(true);
  });

  test('never shows a late answer', async ({ page }) => {
    await start(page);
    await page.evaluate(() => ((globalThis as unknown as { held: Held }).held.asked.latency.card = 900));
    await hover(page, 'antonio-guterres', 1);
    await expect.poll(async () => (await seen(page)).busy).toBe(true);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(1_000);
    expect(await isOpen(page)).toBe(false);
    await page.evaluate(() => ((globalThis as unknown as { held: Held }).held.asked.latency.card = 0));
    await page.mouse.move(3, 3);
    await hover(page, 'dz-mfa');
    await expect.poll(() => isOpen(page)).toBe(true);
    expect((await seen(page)).name).toBe('وزارة الشؤون الخارجية');
  });

  test('says so where nothing is known, and where nobody answers', async ({ page }) => {
    await start(page);
    const { x, y } = await markPoint(page, 'ahmed-attaf', 1);
    await page.mouse.click(x, y);
    await expect.poll(async () => (await seen(page)).text).toContain('لا نعرف عنه شيئا بعد');
    await page.keyboard.press('Escape');
    await page.evaluate(() => ((globalThis as unknown as { held: Held }).held.asked.failing = true));
    await page.mouse.click(x, y);
    await expect.poll(async () => (await seen(page)).text).toContain('تعذر');
  });

  test('is pinned by a click, unpinned by its button, and leaves links to be links', async ({ page }) => {
    await start(page);
    const { x, y } = await markPoint(page, 'dz-mfa');
    await page.mouse.click(x, y);
    await expect.poll(async () => (await seen(page)).pinned).toBe(true);
    await page.mouse.move(3, 3);
    await page.waitForTimeout(500);
    expect(await isOpen(page)).toBe(true);
    const pin = await inCard(page, '.pin');
    await page.mouse.click(pin.x, pin.y);
    await page.mouse.move(3, 3);
    await expect.poll(() => isOpen(page)).toBe(false);

    await page.evaluate(() => {
      document.querySelector('a[href="/news"]')!.addEventListener('click', (event) => {
        event.preventDefault();
        (globalThis as unknown as { followed: boolean }).followed = true;
      });
    });
    const link = await markPoint(page, 'ahmed-attaf', 0);
    await page.mouse.click(link.x, link.y);
    expect(await page.evaluate(() => (globalThis as unknown as { followed: boolean }).followed)).toBe(true);
  });

  test('goes to the head of a body and back', async ({ page }) => {
    await start(page);
    const { x, y } = await markPoint(page, 'dz-mfa');
    await page.mouse.click(x, y);
    await expect.poll(async () => (await seen(page)).text).toContain('أحمد عطاف');
    const kin = await inCard(page, '.kin');
    await page.mouse.click(kin.x, kin.y);
    await expect.poll(async () => (await seen(page)).name).toBe('أحمد عطاف');
    const back = await inCard(page, '.back');
    await page.mouse.click(back.x, back.y);
    await expect.poll(async () => (await seen(page)).name).toBe('وزارة الشؤون الخارجية');
  });

  test('is reached, read and left by keyboard, and gives the focus back', async ({ page }) => {
    await start(page);
    await page.focus('a[href="/guterres"]');
    await page.evaluate(() => (globalThis as unknown as { held: Held }).held.session.command('next-mention'));
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('siyaq-current')!.size)).toBeGreaterThan(0);
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as { held: Held }).held.shadow.querySelector('[aria-live]')!.textContent))
      .toContain('غوتيريش');
    await page.evaluate(() => (globalThis as unknown as { held: Held }).held.session.command('open-card'));
    await expect.poll(() => isOpen(page)).toBe(true);
    const focused = (): Promise<string> =>
      page.evaluate(() => (globalThis as unknown as { held: Held }).held.shadow.activeElement?.className ?? '');
    expect(await focused()).toContain('surface');
    const order: string[] = [];
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('Tab');
      order.push(await focused());
    }
    expect(order).toEqual(['tool pin', 'tool close', 'body']);
    await page.keyboard.press('Escape');
    expect(await isOpen(page)).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('/guterres');
  });

  test('hides an entity here or everywhere', async ({ page }) => {
    await start(page);
    const { x, y } = await markPoint(page, 'dz-mfa');
    await page.mouse.click(x, y);
    await expect.poll(() => isOpen(page)).toBe(true);
    await page.evaluate(() => {
      const { shadow } = (globalThis as unknown as { held: Held }).held;
      shadow.querySelector<HTMLElement>('.doubt summary')!.click();
      shadow.querySelectorAll<HTMLElement>('.choice')[1].click();
    });
    expect(await isOpen(page)).toBe(false);
    expect(await page.evaluate(() => CSS.highlights.get('siyaq-organization')!.size)).toBe(0);
    expect(
      await page.evaluate(
        () => (globalThis as unknown as { held: Held }).held.asked.sent.find(({ name }) => name === 'hideEntity')?.payload,
      ),
    ).toEqual({ entity: 'dz-mfa', hidden: true });
  });

  test('keeps inside the window wherever the words are, and above a full-screen element', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 560 });
    await start(page);
    for (const [entity, nth] of [
      ['antonio-guterres', 0],
      ['antonio-guterres', 1],
      ['dz-mfa', 0],
      ['abdelkader-bensalah', 0],
      ['dz-mfa', 1],
    ] as const) {
      const { x, y } = await markPoint(page, entity, nth);
      await page.mouse.click(x, y);
      if (!(await isOpen(page))) await hover(page, entity, nth);
      await expect.poll(async () => (await seen(page)).open && !(await seen(page)).busy).toBe(true);
      await page.waitForTimeout(200);
      const { box } = await seen(page);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(360);
      expect(box.bottom).toBeLessThanOrEqual(560);
      // Beside the words, not over them.
      expect(y < box.top || y > box.bottom).toBe(true);
      await page.keyboard.press('Escape');
      await page.mouse.move(1, 1);
    }
    await page.evaluate(() =>
      document.addEventListener('keyup', () => void document.querySelector('main')!.requestFullscreen(), { once: true }),
    );
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('main');
    const { x, y } = await markPoint(page, 'dz-mfa');
    await page.mouse.click(x, y);
    await expect.poll(() => isOpen(page)).toBe(true);
    const isOnTop = async (): Promise<boolean> => {
      const { box } = await seen(page);
      return page.evaluate(
        ([x, y]) => document.elementFromPoint(x, y)?.parentElement === document.fullscreenElement,
        [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
      );
    };
    await expect.poll(isOnTop).toBe(true);
    // Out of it again, still open, and the article as it was.
    await page.evaluate(() => document.exitFullscreen());
    await expect.poll(() => page.evaluate(() => document.documentElement.lastElementChild?.localName)).toBe('div');
    expect(await isOpen(page)).toBe(true);
    expect(await page.evaluate(() => document.querySelector('main')!.lastElementChild!.localName)).toBe('article');
  });

  test('is not reached by the page’s styles, nor are its keys heard there', async ({ page }) => {
    await start(page);
    await page.addStyleTag({
      content:
        '* { all: unset !important; display: none !important; font-size: 99px !important } html, body, main, article, p, article * { display: block !important }',
    });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '40px';
      document.addEventListener(
        'keydown',
        () => ((globalThis as unknown as { heard: number }).heard = ((globalThis as unknown as { heard?: number }).heard ?? 0) + 1),
      );
    });
    await page.evaluate(() => (globalThis as unknown as { held: Held }).held.session.command('open-card'));
    await expect.poll(() => isOpen(page)).toBe(true);
    await expect.poll(async () => (await seen(page)).busy).toBe(false);
    const style = await page.evaluate(() => {
      const { shadow } = (globalThis as unknown as { held: Held }).held;
      const surface = getComputedStyle(shadow.querySelector('.surface')!);
      return {
        size: surface.fontSize,
        display: surface.display,
        ground: surface.backgroundColor,
        width: Math.round(shadow.querySelector('.surface')!.getBoundingClientRect().width),
      };
    });
    expect(style).toEqual({ size: '15px', display: 'flex', ground: 'rgb(255, 253, 250)', width: 376 });
    await page.keyboard.press('Tab');
    await page.keyboard.press('j');
    expect(await page.evaluate(() => (globalThis as unknown as { heard?: number }).heard)).toBeUndefined();
  });

  test('leaves nothing behind after 500 openings', async ({ page }) => {
    test.setTimeout(120_000);
    await start(page, { delay: 150 });
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable');
    const cycle = (times: number): Promise<void> =>
      page.evaluate(async (times) => {
        const { session } = (globalThis as unknown as { held: Held }).held;
        const { card, layer } = session as unknown as {
          card: { press(mark: unknown, how: string): void; dismiss(): void; phase: string };
          layer: InPage.MarkLayer;
        };
        for (let i = 0; i < times; i++) {
          card.press(layer.marks[i % layer.marks.length], 'mouse');
          await new Promise((resolve) => setTimeout(resolve, 1));
          await new Promise(requestAnimationFrame);
          card.dismiss();
        }
      }, times);
    await cycle(30);
    const before = await measure(client);
    await cycle(500);
    const after = await measure(client);
    console.log(
      `500 openings: nodes ${before.nodes} to ${after.nodes}, listeners ${before.listeners} to ${after.listeners}, heap ${(before.heap / 1e6).toFixed(2)} to ${(after.heap / 1e6).toFixed(2)} MB`,
    );
    expect(after.nodes - before.nodes).toBeLessThan(60);
    expect(after.listeners - before.listeners).toBeLessThan(10);
    expect(after.heap - before.heap).toBeLessThan(1_000_000);
    expect(await page.evaluate(() => document.documentElement.childElementCount)).toBe(3);
  });
});

async function measure(client: CDPSession): Promise<{ nodes: number; listeners: number; heap: number }> {
  for (let i = 0; i < 3; i++) await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)!.value;
  return { nodes: value('Nodes'), listeners: value('JSEventListeners'), heap: value('JSHeapUsedSize') };
}

test('on a touch screen the card is a sheet, closed by a tap beside it', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 780 } });
  const page = await context.newPage();
  await start(page);
  const { x, y } = await markPoint(page, 'dz-mfa');
  await page.touchscreen.tap(x, y);
  await expect.poll(() => isOpen(page)).toBe(true);
  await expect.poll(async () => (await seen(page)).busy).toBe(false);
  await page.waitForTimeout(300);
  const { box } = await seen(page);
  expect(box).toMatchObject({ left: 0, right: 390, bottom: 780 });
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/sheet.png` });
  await page.touchscreen.tap(195, 40);
  await expect.poll(() => isOpen(page)).toBe(false);
  await context.close();
});

const LOOKS = [
  { name: 'person-light', entity: 'antonio-guterres', nth: 1, scheme: 'light', width: 1000, settings: {} },
  { name: 'person-dark', entity: 'antonio-guterres', nth: 1, scheme: 'dark', width: 1000, settings: {} },
  { name: 'acting-light', entity: 'abdelkader-bensalah', nth: 0, scheme: 'light', width: 1000, settings: {} },
  { name: 'acting-dark', entity: 'abdelkader-bensalah', nth: 0, scheme: 'dark', width: 1000, settings: {} },
  { name: 'organization-light', entity: 'dz-mfa', nth: 0, scheme: 'light', width: 1000, settings: {} },
  { name: 'organization-dark', entity: 'dz-mfa', nth: 0, scheme: 'dark', width: 320, settings: {} },
  { name: 'person-320', entity: 'antonio-guterres', nth: 1, scheme: 'light', width: 320, settings: {} },
  { name: 'person-large', entity: 'antonio-guterres', nth: 1, scheme: 'light', width: 1000, settings: { size: 'large' } },
  { name: 'person-en', entity: 'antonio-guterres', nth: 1, scheme: 'light', width: 1000, settings: { language: 'en' } },
] as const;

for (const { name, entity, nth, scheme, width, settings } of LOOKS) {
  test(`is accessible: ${name}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 760 });
    // Open to the checker, which cannot see into a closed tree.
    await page.addInitScript(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        return attach.call(this, { ...init, mode: 'open' });
      };
    });
    await start(page, settings);
    const { x, y } = await markPoint(page, entity, nth);
    await page.mouse.click(x, y);
    await expect.poll(() => isOpen(page)).toBe(true);
    await expect.poll(async () => (await seen(page)).busy).toBe(false);
    await page.waitForTimeout(250);
    if (SHOTS) {
      await page.screenshot({ path: `${SHOTS}/${name}.png` });
      await page.evaluate(() => (globalThis as unknown as { held: Held }).held.shadow.querySelector('.body')!.scrollTo(0, 9_999));
      await page.screenshot({ path: `${SHOTS}/${name}-end.png` });
    }
    await page.evaluate(() =>
      (globalThis as unknown as { held: Held }).held.shadow.querySelectorAll('details').forEach((details) => (details.open = true)),
    );
    const { violations } = await new AxeBuilder({ page })
      .include('html > div')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });
}

test('stands in forced colours and without motion', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await start(page);
  const { x, y } = await markPoint(page, 'abdelkader-bensalah', 0);
  await page.mouse.click(x, y);
  await expect.poll(() => isOpen(page)).toBe(true);
  await expect.poll(async () => (await seen(page)).busy).toBe(false);
  const { border, motion } = await page.evaluate(() => {
    const style = getComputedStyle((globalThis as unknown as { held: Held }).held.shadow.querySelector('.surface')!);
    return { border: style.borderTopWidth, motion: style.animationName };
  });
  expect({ border, motion }).toEqual({ border: '2px', motion: 'none' });
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/forced.png` });
});
