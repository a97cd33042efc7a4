import type { Page } from '@playwright/test';
import { shot } from '../support/build';
import { closed, inCard, seen, shown } from '../support/card';
import { expect, test } from '../support/chromium';
import { choose, pageState, sendCommand } from '../support/extension';
import { markCount } from '../support/marks';
import { article } from '../support/pages';
import { words } from '../support/words';

/** An outlet of no one country: whose foreign minister is meant, nothing says. */
const ADDRESS = 'https://www.aljazeera.net/news/2025/3/9/doubt';
const SERVED = {
  html: article(
    '<p class="one">وصل وزير الخارجية إلى العاصمة يوم الأحد في زيارة تدوم يومين.</p><p class="two">واستقبله أنطونيو غوتيريش عند وصوله، وكان الجو ممطرا.</p>',
    '<meta property="article:published_time" content="2025-03-09T10:00:00Z"><style>body { font: 20px/2 sans-serif } @media (prefers-color-scheme: dark) { body { background: #16171a; color: #e8e5df } }</style>',
  ),
};
const DOUBT = 'وزير الخارجية';

/** Selects words of a paragraph, as the reader would. */
const select = (page: Page, selector: string, text: string): Promise<void> =>
  page.evaluate(
    ([selector, text]) => {
      const node = document.querySelector(selector)!.firstChild as Text;
      const start = node.data.indexOf(text);
      getSelection()!.setBaseAndExtent(node, start, node, start + text.length);
    },
    [selector, text] as const,
  );

test.describe('words in doubt', () => {
  test('are unmarked, and open by the command when they are selected, with all who may be meant', async ({ open, installed }) => {
    const { page, client, tab } = await open(ADDRESS, SERVED);
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    expect(await page.evaluate(() => CSS.highlights.has('siyaq-uncertain'))).toBe(false);
    expect((await pageState(installed.inside, tab))!.unclear).toBe(1);
    const before = await page.evaluate(() => document.body.outerHTML);
    await select(page, '.one', DOUBT);
    await sendCommand(installed.inside, tab, 'open-card');
    const card = await shown(client, DOUBT);
    expect(card.pinned).toBe(true);
    for (const said of [words('card_unclear'), words('card_unclear_more'), words('card_at_date', '9 مارس 2025')]) expect(card.text).toContain(said);
    const names = (await inCard(client, function () {
      return [...this.querySelectorAll('.kin-name')].map(({ textContent }) => textContent!);
    }))!;
    expect(names).toHaveLength(5);
    expect(new Set(names).size).toBe(5);
    // Each says why it may be meant.
    expect(card.evidence.length).toBeGreaterThanOrEqual(5);
    expect(card.evidence.join()).toContain('في تاريخ المقال');

    await inCard(client, function () {
      this.querySelector<HTMLElement>('.kin')!.click();
    });
    expect((await shown(client, names[0])).role).toContain('وزير');
    await inCard(client, function () {
      this.querySelector<HTMLElement>('.back')!.click();
    });
    await shown(client, DOUBT);
    await page.keyboard.press('Escape');
    await closed(client);
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    expect(await page.evaluate(() => String(getSelection()))).toBe(DOUBT);
  });

  test('are marked where the reader asks for it, apart from the others', async ({ open, installed }) => {
    await choose(installed.inside, { uncertain: true });
    const { page, client } = await open(ADDRESS, SERVED);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await expect.poll(() => page.evaluate(() => CSS.highlights.get('siyaq-uncertain')?.size)).toBe(1);
      const { x, y } = await page.evaluate(() => {
        const [place] = CSS.highlights.get('siyaq-uncertain') as unknown as Iterable<AbstractRange>;
        const range = document.createRange();
        range.setStart(place.startContainer, place.startOffset);
        range.setEnd(place.endContainer, place.endOffset);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      await page.mouse.move(2, 2);
      await page.mouse.move(x, y, { steps: 2 });
      await shown(client, DOUBT);
      await page.screenshot({ path: shot(`doubt-${scheme}`) });
      await page.keyboard.press('Escape');
      await closed(client);
    }
  });

  test('that are no name known are told to be so', async ({ open, installed }) => {
    const { page, client, tab } = await open(ADDRESS, SERVED);
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    await select(page, '.two', 'الجو ممطرا');
    await sendCommand(installed.inside, tab, 'open-card');
    await expect.poll(async () => (await seen(client)).text).toContain(words('card_unknown'));
    expect((await seen(client)).name).toBe('الجو ممطرا');
    await page.keyboard.press('Escape');
    await closed(client);
    await select(page, '.two', 'غوتيريش');
    await sendCommand(installed.inside, tab, 'open-card');
    expect((await shown(client)).name).toBe('أنطونيو غوتيريش');
  });
});
