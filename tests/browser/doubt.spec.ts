import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { hover, inCard, isOpen, markPoint, seen, start, type Held } from './support/card-page';
import { fileURLToPath } from 'node:url';

/** A folder to leave pictures of the card in; none by default. */
const SHOTS = process.env.SIYAQ_SHOTS;
const MANIFEST_SHEET = fileURLToPath(new URL('../../entrypoints/content/marks.css', import.meta.url));
/** What the session calls the words «الأمين العام»: those who may be meant by them. */
const EITHER = 'antonio-guterres abdelkader-bensalah';

/** The words that are marked as being in doubt. */
const doubted = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('siyaq-uncertain') ?? [])].map((range) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset)),
  );

/** Selects words of an element's first text node, as a pointer would; then runs the command for the card. */
const askAbout = (page: Page, selector: string, words: string): Promise<void> =>
  page.evaluate(
    ([selector, words]) => {
      const walker = document.createTreeWalker(document.querySelector(selector)!, NodeFilter.SHOW_TEXT);
      let node = walker.nextNode() as Text;
      while (!node.data.includes(words)) node = walker.nextNode() as Text;
      node.parentElement!.scrollIntoView({ block: 'center' });
      const start = node.data.indexOf(words);
      getSelection()!.setBaseAndExtent(node, start, node, start + words.length);
      (globalThis as unknown as { held: Held }).held.session.command('open-card');
    },
    [selector, words] as const,
  );

const choose = (page: Page, nth: number): Promise<void> =>
  page.evaluate((nth) => (globalThis as unknown as { held: Held }).held.shadow.querySelectorAll<HTMLElement>('.kin')[nth].click(), nth);

test.describe('words in doubt', () => {
  test('stay unmarked unless the reader asks, and then are a kind of their own', async ({ page }) => {
    await start(page);
    expect(await doubted(page)).toEqual([]);
    await page.evaluate(() => {
      const { session, asked } = (globalThis as unknown as { held: Held }).held;
      session.configure({ ...asked.outside.settings, uncertain: true });
    });
    expect((await doubted(page)).sort()).toEqual(['الأمين العام', 'الدول المضيفة'].sort());
    await page.addStyleTag({ path: MANIFEST_SHEET });
    const style = await page.evaluate(() => {
      const { textDecorationLine, textDecorationStyle, textDecorationColor } = getComputedStyle(document.querySelector('h1')!, '::highlight(siyaq-uncertain)');
      return [textDecorationLine, textDecorationStyle, textDecorationColor];
    });
    expect(style).toEqual(['underline', 'dotted', 'rgb(128, 128, 128)']);
    expect(await page.evaluate(() => (globalThis as unknown as { held: Held }).held.session.state().unclear)).toBe(2);
  });

  test('open on hover with all who may be meant, lead to each, and back', async ({ page }) => {
    await start(page, { uncertain: true });
    await hover(page, EITHER);
    await expect.poll(async () => (await seen(page)).open && !(await seen(page)).busy).toBe(true);
    const card = await seen(page);
    expect(card.name).toBe('الأمين العام');
    for (const words of ['قد يكون المقصود واحدا من هؤلاء', 'في تاريخ المقال: 22 يناير 2025', 'أنطونيو غوتيريش', 'رئيس مجلس الأمة سابقا', 'كان في المنصب', 'وقد يكون غيرهم'])
      expect(card.text).toContain(words);
    expect(await inCard(page, '.doubt').catch(() => null)).toBeNull();
    await choose(page, 0);
    await expect.poll(async () => (await seen(page)).role).toBe('الأمين العام للأمم المتحدة');
    const asked = await page.evaluate(() => (globalThis as unknown as { held: Held }).held.asked.sent.findLast(({ name }) => name === 'card')?.payload);
    expect(asked).toMatchObject({ entity: 'antonio-guterres', as: 'name', evidence: [{ code: 'holder-at-date' }] });
    const back = await inCard(page, '.back');
    await page.mouse.click(back.x, back.y);
    await expect.poll(async () => (await seen(page)).name).toBe('الأمين العام');
    expect((await seen(page)).pinned).toBe(true);
  });

  test('are stepped to and heard like any mention', async ({ page }) => {
    await start(page, { uncertain: true });
    await page.evaluate(() => (globalThis as unknown as { held: Held }).held.session.command('next-mention'));
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as { held: Held }).held.shadow?.querySelector('[aria-live]')!.textContent))
      .toContain('الأمين العام · قد يكون المقصود واحدا من هؤلاء · أنطونيو غوتيريش');
    await page.evaluate(() => (globalThis as unknown as { held: Held }).held.session.command('open-card'));
    await expect.poll(async () => (await seen(page)).name).toBe('الأمين العام');
    const order: string[] = [];
    const focused = (): Promise<string> => page.evaluate(() => (globalThis as unknown as { held: Held }).held.shadow.activeElement?.className ?? '');
    await expect.poll(focused).toContain('surface');
    await expect.poll(async () => (await seen(page)).busy).toBe(false);
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press('Tab');
      order.push(await focused());
    }
    expect(order).toEqual(['tool pin', 'tool close', 'body', 'kin', 'kin']);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await seen(page)).name).toBe('عبد القادر بن صالح');
  });
});

test.describe('selected words', () => {
  test('that are in doubt open, marked or not, and the article stays as it was', async ({ page }) => {
    await start(page);
    const before = await page.evaluate(() => document.body.outerHTML);
    await askAbout(page, 'h1', 'العام');
    await expect.poll(async () => (await seen(page)).open && !(await seen(page)).busy).toBe(true);
    expect(await seen(page)).toMatchObject({ name: 'الأمين العام', pinned: true });
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    expect(await page.evaluate(() => String(getSelection()))).toBe('العام');
    await page.keyboard.press('Escape');
    expect(await isOpen(page)).toBe(false);
    await askAbout(page, '#long', 'بتعاون الدول المضيفة والمانحة');
    await expect.poll(async () => (await seen(page)).text).toContain('قد يكون هذا هو المقصود');
  });

  test('that name somebody open their card, also where density leaves them unmarked', async ({ page }) => {
    await start(page, { density: 'page' });
    await askAbout(page, '#third', 'أنطونيو غوتيريش');
    await expect.poll(async () => (await seen(page)).role).toBe('الأمين العام للأمم المتحدة');
  });

  test('that name nobody known are told to', async ({ page }) => {
    await start(page);
    await askAbout(page, '#breaks', 'تنتهي هنا');
    await expect.poll(async () => (await seen(page)).text).toContain('لا نعرف أحدا يسمى هنا');
    expect(await seen(page)).toMatchObject({ open: true, name: 'تنتهي هنا' });
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as { held: Held }).held.shadow.querySelector('[aria-live]')!.textContent))
      .toBe('لا نعرف أحدا يسمى هنا.');
    const { box } = await seen(page);
    const words = await page.evaluate(() => getSelection()!.getRangeAt(0).getBoundingClientRect().toJSON() as DOMRect);
    expect(box.top >= words.bottom || box.bottom <= words.top).toBe(true);
    await page.keyboard.press('Escape');
    expect(await isOpen(page)).toBe(false);
    // A whole page is no name: what it names first is shown.
    await page.evaluate(() => {
      getSelection()!.selectAllChildren(document.body);
      (globalThis as unknown as { held: Held }).held.session.command('open-card');
    });
    await expect.poll(async () => (await seen(page)).name).toBe('الأمين العام');
  });
});

const LOOKS = [
  { name: 'doubt-light', scheme: 'light', width: 1000, settings: {} },
  { name: 'doubt-dark', scheme: 'dark', width: 1000, settings: {} },
  { name: 'doubt-320', scheme: 'light', width: 320, settings: {} },
  { name: 'doubt-320-dark', scheme: 'dark', width: 320, settings: {} },
  { name: 'doubt-en', scheme: 'light', width: 1000, settings: { language: 'en' } },
] as const;

for (const { name, scheme, width, settings } of LOOKS) {
  test(`is accessible: ${name}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 760 });
    await page.addInitScript(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        return attach.call(this, { ...init, mode: 'open' });
      };
    });
    await start(page, { uncertain: true, ...settings });
    await page.addStyleTag({ path: MANIFEST_SHEET });
    const { x, y } = await markPoint(page, EITHER);
    await page.mouse.click(x, y);
    await expect.poll(async () => (await seen(page)).open && !(await seen(page)).busy).toBe(true);
    await page.waitForTimeout(250);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
    const { box } = await seen(page);
    expect(box.left >= 0 && box.right <= width).toBe(true);
    const { violations } = await new AxeBuilder({ page })
      .include('html > div')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });
}
