import { expect, test, type CDPSession } from '@playwright/test';
import { DWELL_MS } from '../../entrypoints/content/states';
import { hover, inCard, isOpen, markPoint, seen, start, type Held } from './support/card-page';
import type * as InPage from './support/in-page';

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
    // A machine that stutters may take longer than a dwell between the two moves: then it was no passing by.
    await expect(async () => {
      await page.evaluate(() => {
        const { held, passes } = Object.assign(globalThis as unknown as { held: Held; passes: number[] }, { passes: [] as number[] });
        held.asked.sent.length = 0;
        document.addEventListener('pointermove', ({ timeStamp }) => passes.push(timeStamp), { capture: true, signal: AbortSignal.timeout(500) });
      });
      await page.mouse.move(x, y);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      await page.mouse.move(3, y);
      await page.waitForTimeout(600);
      const [over, gone] = await page.evaluate(() => (globalThis as unknown as { passes: number[] }).passes);
      expect(gone! - over!).toBeLessThan(DWELL_MS - 30);
    }).toPass({ timeout: 20_000 });
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
