import type { Page } from 'puppeteer-core';
import { shot } from '../support/build';
import { DEMO_NAMES } from '../support/demo-names';
import { changes, expect, seen, shown, strangers, test } from '../support/firefox';
import { markCount, marked, markPoint } from '../support/marks';
import { words } from '../support/words';

/** The part of the extension interface that is called here, in Firefox's own name. */
declare const browser: { storage: { local: { set(items: object): Promise<void> } } };

/** Chooses a setting by what is written at it: a switch or one of several. */
const choose = (options: Page, section: string, label: string): Promise<void> =>
  options.evaluate(
    ([section, label]) => {
      const found = [...document.querySelectorAll<HTMLLabelElement>(`#${section} label`)].find(({ textContent }) => textContent!.startsWith(label));
      if (!found) throw new Error(`${label}: no such setting in ${section}`);
      found.click();
    },
    [section, label] as const,
  );

async function hover(page: Page, name: string): Promise<void> {
  const { x, y } = await markPoint(page, name);
  await page.mouse.move(2, 2);
  await page.mouse.move(x, y, { steps: 2 });
}

test.describe.configure({ mode: 'serial' });

test.describe('in Firefox', () => {
  let options: Page;
  let page: Page;

  test.beforeAll(async ({ firefox }) => {
    options = await firefox.openOwn('options.html');
    // What the browser speaks differs from machine to machine, and the tests read Arabic.
    await options.evaluate(() => browser.storage.local.set({ settings: { version: 1, language: 'ar' } }));
    await expect.poll(() => options.evaluate(() => document.querySelector('h1')?.textContent)).toBe(words('options_title'));
    page = await firefox.openArticle();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
  });

  test('marks are on exactly the names of the article, which stays as it was', async () => {
    expect(await marked(page)).toEqual(DEMO_NAMES);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    expect(await changes(page)).toBe(0);
  });

  test('the card tells who somebody was on the day of the article, and Escape closes it', async () => {
    await hover(page, 'بوقادوم');
    const card = await shown(page);
    expect(card).toMatchObject({ name: 'صبري بوقادوم', period: 'منذ 30 أكتوبر 2023', lang: 'ar', dir: 'rtl' });
    expect(card.role).toMatch(/^سفير الجزائر لدى الولايات المتحدة/);
    expect(card.box.left).toBeGreaterThanOrEqual(0);
    expect(card.box.bottom).toBeLessThanOrEqual(760);
    await page.screenshot({ path: shot('firefox-card') as `${string}.png` });
    await page.keyboard.press('Escape');
    expect((await seen(page)).open).toBe(false);
    expect(await changes(page)).toBe(0);
  });

  test('settings apply to the open article at once, and outlive a reload', async () => {
    await choose(options, 'marks', words('marks_people'));
    await expect.poll(() => marked(page)).toEqual({ ...DEMO_NAMES, person: [] });
    await choose(options, 'marks', words('marks_people'));
    await choose(options, 'marks', words('marks_style_solid'));
    const style = (): Promise<string> => page.evaluate(() => getComputedStyle(document.querySelector('p.lead')!, '::highlight(siyaq-person)').textDecorationStyle);
    await expect.poll(style).toBe('solid');
    await page.reload();
    await expect.poll(() => marked(page)).toEqual(DEMO_NAMES);
    expect(await style()).toBe('solid');
    await choose(options, 'sites', words('sites_everywhere'));
    await expect.poll(() => markCount(page)).toBe(0);
    await choose(options, 'sites', words('sites_everywhere'));
    await expect.poll(() => marked(page)).toEqual(DEMO_NAMES);
  });

  test('nothing is asked for but the page itself', async ({ firefox }) => {
    expect(new Set(firefox.served)).toEqual(new Set(['www.elkhabar.com/press/article/siyaq-demo', 'www.elkhabar.com/favicon.ico']));
    expect(strangers(firefox)).toEqual([]);
    // That leaving is noticed at all:
    await page.evaluate(() => fetch('https://outside.example/').catch(() => undefined));
    await expect.poll(() => strangers(firefox)).toEqual(['outside.example:443']);
  });
});
