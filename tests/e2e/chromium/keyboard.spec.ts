import { closed, hover, inCard, seen, shown } from '../support/card';
import { expect, test, theWorker, type Reader } from '../support/chromium';
import type { ExtensionApi } from '../support/extension-api';
import { sendCommand } from '../support/extension';
import { current, markCount } from '../support/marks';

declare const chrome: ExtensionApi;

const focusInCard = async ({ client }: Reader): Promise<string> => (await seen(client)).focus;

test.describe('by keyboard', () => {
  test('a reader goes from mention to mention and back, and hears who it is', async ({ open, installed }) => {
    const { page, client, tab } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    const go = (name: string): Promise<unknown> => sendCommand(installed.inside, tab, name);
    await go('next-mention');
    await expect.poll(() => current(page)).toBe('صبري بوقـادوم');
    await expect
      .poll(() => inCard(client, function () {
        return this.querySelector('[aria-live]')!.textContent;
      }))
      .toMatch(/^صبري بوقادوم · سفير الجزائر لدى الولايات المتحدة/);
    await go('next-mention');
    await expect.poll(() => current(page)).toBe('ديفينس سكوب');
    await go('previous-mention');
    await expect.poll(() => current(page)).toBe('صبري بوقـادوم');
    // Before the first comes the last.
    await go('previous-mention');
    await expect.poll(() => current(page)).toBe('قائد القيادة الأمريكية في إفريقيا');
  });

  test('Enter opens the card, Tab goes through it, Escape gives the focus back', async ({ open, installed }) => {
    const reader = await open();
    const { page, client, tab } = reader;
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    await page.bringToFront();
    await sendCommand(installed.inside, tab, 'next-mention');
    await expect.poll(() => current(page)).toBe('صبري بوقـادوم');
    await page.keyboard.press('Enter');
    expect(await shown(client, 'صبري بوقادوم')).toMatchObject({ pinned: true });
    await expect.poll(() => focusInCard(reader)).toContain('surface');
    const order: string[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Tab');
      order.push(await focusInCard(reader));
    }
    expect(order).toEqual(['tool pin', 'tool close', 'body', 'quiet']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await closed(client);
  });

  test('the card that is open is kept by Enter, and closing it returns to the link that had the focus', async ({ open, installed }) => {
    const reader = await open();
    const { page, client, tab } = reader;
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    await page.bringToFront();
    await hover(page, 'بوقادوم');
    expect((await shown(client)).pinned).toBe(false);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await seen(client)).pinned).toBe(true);
    await page.mouse.move(2, 2);
    await page.keyboard.press('Escape');
    await closed(client);

    await page.focus('a[href="#langley"]');
    await sendCommand(installed.inside, tab, 'open-card');
    expect((await shown(client)).pinned).toBe(true);
    await expect.poll(() => focusInCard(reader)).toContain('surface');
    await page.keyboard.press('Escape');
    await closed(client);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#langley');
  });

  test('a card opened and closed by keyboard comes for the pointer the first time it is there', async ({ open, installed }) => {
    const { page, client, tab } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    await page.bringToFront();
    await page.mouse.move(2, 2);
    await sendCommand(installed.inside, tab, 'next-mention');
    await sendCommand(installed.inside, tab, 'open-card');
    await shown(client, 'صبري بوقادوم');
    await page.keyboard.press('Escape');
    await closed(client);
    await hover(page, 'صبري');
    await shown(client, 'صبري بوقادوم');
  });

  test('the commands of the manifest reach the page through the background', async ({ open, installed }) => {
    const { page, tab } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    const worker = await theWorker(installed.context);
    // As the browser does it when the keys are pressed; its own shortcuts cannot be pressed from outside.
    await worker.evaluate((id) => chrome.commands.onCommand.dispatch('next-mention', { id }), tab);
    await expect.poll(() => current(page)).toBe('صبري بوقـادوم');
  });
});
