import { shot } from '../support/build';
import { account } from '../support/account';
import { hover, shown } from '../support/card';
import { expect, test } from '../support/chromium';
import { DEMO_NAMES } from '../support/demo-names';
import { badge, pageState } from '../support/extension';
import { markCount, marked } from '../support/marks';

test.describe('marks', () => {
  test('are on exactly the names of the article, kind by kind', async ({ open }) => {
    const { page } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    expect(await marked(page)).toEqual(DEMO_NAMES);
    await page.screenshot({ path: shot('marks'), fullPage: true });
  });

  test('are underlined in the look of their kind, and inside links only tinted', async ({ open }) => {
    const { page } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    const looks = await page.evaluate(() => {
      const look = (selector: string, kind: string) => {
        const { textDecorationLine, textDecorationStyle, backgroundColor } = getComputedStyle(document.querySelector(selector)!, `::highlight(siyaq-${kind})`);
        return { line: textDecorationLine, style: textDecorationStyle, tinted: !/^rgba\(0, 0, 0, 0\)$/.test(backgroundColor) };
      };
      return { text: look('p.lead', 'person'), link: look('a[href="#boukadoum"]', 'person') };
    });
    expect(looks.text).toEqual({ line: 'underline', style: 'dotted', tinted: false });
    expect(looks.link).toMatchObject({ line: 'none', tinted: true });
  });

  test('leave every node of the article as it was, and nothing moves', async ({ open }) => {
    const { page, client } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    await hover(page, 'بوقادوم');
    await shown(client);
    const kept = await account(page);
    expect(kept.changes).toEqual([]);
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(kept.body);
    expect(kept.shift).toBe(0);
    // The card's own element, beside the body and never in it.
    expect(await page.evaluate(() => [...document.documentElement.children].map(({ localName }) => localName))).toEqual(['head', 'body', 'div']);
  });

  test('are counted on the toolbar icon', async ({ open, installed }) => {
    const { tab } = await open();
    await expect.poll(async () => (await pageState(installed.inside, tab))?.cast.length).toBeGreaterThan(0);
    const cast = (await pageState(installed.inside, tab))!.cast.length;
    await expect.poll(() => badge(installed.inside, tab)).toBe(String(cast));
  });
});
