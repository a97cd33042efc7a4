import type { Page } from '@playwright/test';
import { shot } from '../support/build';
import { expect, test, type Reader } from '../support/chromium';
import { pageState, stored } from '../support/extension';
import { current, markCount, marked } from '../support/marks';
import { ARTICLE_ADDRESS } from '../support/pages';
import { words } from '../support/words';

/** The popup about a tab. As a page of its own it has to be told the address, which browsers tell only a real popup. */
const popupOf = ({ tab }: Reader, address = ARTICLE_ADDRESS): string => `popup.html?tab=${tab}&url=${encodeURIComponent(address)}`;
const rows = (popup: Page) => popup.getByRole('list', { name: words('popup_cast') }).getByRole('button');

test.describe('the toolbar popup', () => {
  test('says who was found, as they were on the day, and goes to where they are named', async ({ open, openOwn, installed }) => {
    const reader = await open();
    const { page, tab } = reader;
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    const { cast } = (await pageState(installed.inside, tab))!;
    const popup = await openOwn(popupOf(reader));
    await popup.setViewportSize({ width: 372, height: 560 });
    await expect(rows(popup)).toHaveCount(Math.min(cast.length, 5));
    await expect(rows(popup).first()).toContainText('صبري بوقادوم');
    await expect(rows(popup).first()).toContainText('سفير الجزائر لدى الولايات المتحدة');
    await expect(popup.getByText(words('popup_date', '9 مارس 2025'))).toBeVisible();
    await popup.screenshot({ path: shot('popup') });
    await popup.getByRole('button', { name: words('popup_show_all', String(cast.length)) }).click();
    await expect(rows(popup)).toHaveCount(cast.length);

    const trump = rows(popup).filter({ hasText: 'دونالد ترامب' });
    await trump.click();
    await page.bringToFront();
    await expect.poll(() => current(page)).toBe('دونالد ترمب');
    await expect.poll(() => inView(page)).toBe(true);
    // Named four times: each click goes on to the next.
    const boukadoum = rows(popup).first();
    const places: string[] = [];
    for (let i = 0; i < 3; i++) {
      const before = await current(page);
      await boukadoum.click();
      await expect.poll(() => current(page)).not.toBe(before);
      places.push(await current(page));
    }
    expect(new Set(places).size).toBe(3);
  });

  test('switches the site, and everything, off and on', async ({ open, openOwn, installed }) => {
    const reader = await open();
    await expect.poll(() => markCount(reader.page)).toBeGreaterThan(0);
    const before = await marked(reader.page);
    const popup = await openOwn(popupOf(reader));
    const here = popup.getByRole('switch', { name: words('popup_here', 'elkhabar.com') });
    await here.click();
    await expect.poll(() => markCount(reader.page)).toBe(0);
    expect(await stored(installed.inside)).toMatchObject({ on: true, off: ['elkhabar.com'] });
    await expect(popup.getByText(words('popup_off_here'))).toBeVisible();
    await here.click();
    await expect.poll(() => marked(reader.page)).toEqual(before);

    const everywhere = popup.getByRole('switch', { name: words('popup_everywhere') });
    await everywhere.click();
    await expect.poll(() => markCount(reader.page)).toBe(0);
    await expect(here).toBeDisabled();
    await everywhere.click();
    await expect.poll(() => marked(reader.page)).toEqual(before);
  });

  test('says when nobody known is named, and asks where it has no access', async ({ open, openOwn }) => {
    const empty = await open('https://www.aljazeera.net/empty', { html: '<!doctype html><html lang="ar"><body><p>لا أحد في هذه الصفحة القصيرة من الناس.</p></body></html>' });
    await expect((await openOwn(popupOf(empty, 'https://www.aljazeera.net/empty'))).getByRole('heading', { name: words('popup_none') })).toBeVisible();
    const other = await open('https://siyaq.example/article', { html: '<!doctype html><html lang="ar"><body><p>قال الرئيس عبد المجيد تبون.</p></body></html>' });
    const ask = await openOwn(popupOf(other, 'https://siyaq.example/article'));
    await expect(ask.getByRole('heading', { name: words('popup_ask_title') })).toBeVisible();
    await expect(ask.getByRole('button', { name: words('popup_ask_site') })).toBeVisible();
    expect(await markCount(other.page)).toBe(0);
  });
});

/** Whether the words gone to are within the window. */
const inView = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [place] = [...((CSS.highlights.get('siyaq-current') ?? []) as Iterable<AbstractRange>)];
    if (!place) return false;
    const { top, bottom } = place.startContainer.parentElement!.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
