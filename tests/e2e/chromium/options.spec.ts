import type { Page } from '@playwright/test';
import { shot } from '../support/build';
import { away, closed, hover, inCard, seen, shown } from '../support/card';
import { expect, test } from '../support/chromium';
import { badge, pageState, stored } from '../support/extension';
import { KINDS, markCount, marked, markPoint } from '../support/marks';
import { words } from '../support/words';

/** How marks of a kind look in the page now. */
const look = (page: Page, kind: string): Promise<{ line: string; style: string; colour: string; ground: string }> =>
  page.evaluate((kind) => {
    const { textDecorationLine, textDecorationStyle, textDecorationColor, backgroundColor } = getComputedStyle(document.querySelector('p.lead')!, `::highlight(siyaq-${kind})`);
    return { line: textDecorationLine, style: textDecorationStyle, colour: textDecorationColor, ground: backgroundColor };
  }, kind);

const inSection = (options: Page, id: string) => ({
  toggle: (name: string) => options.locator(`#${id}`).getByRole('switch', { name, exact: false }).click(),
  choose: (group: string, name: string) =>
    options.locator(`#${id}`).getByRole('group', { name: words(group) }).getByText(words(name), { exact: true }).click(),
});

test.describe('the settings page', () => {
  test('chooses which kinds are marked, how often and in which look, at once in the open article', async ({ open, openOwn, installed }) => {
    const { page } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    const before = await marked(page);
    const options = await openOwn('options.html');
    const marks = inSection(options, 'marks');

    for (const [kind, key] of [['person', 'marks_people'], ['organization', 'marks_organizations'], ['office', 'marks_offices']] as const) {
      await marks.toggle(words(key));
      await expect.poll(() => marked(page), kind).toEqual({ ...before, [kind]: [] });
      await marks.toggle(words(key));
      await expect.poll(() => marked(page), kind).toEqual(before);
    }

    await marks.choose('marks_density', 'marks_density_all');
    await expect.poll(async () => (await marked(page)).person.filter((name) => name.trim() === 'براون')).toHaveLength(2);
    await marks.choose('marks_density', 'marks_density_page');
    await expect.poll(async () => (await marked(page)).person).not.toContain('شنقريحة');

    for (const style of ['dashed', 'solid'] as const) {
      await marks.choose('marks_style', `marks_style_${style}`);
      await expect.poll(async () => (await look(page, 'person')).style).toBe(style);
    }
    await marks.choose('marks_style', 'marks_style_tint');
    await expect.poll(async () => (await look(page, 'person')).line).toBe('none');
    await marks.choose('marks_style', 'marks_style_dotted');
    const calm = await look(page, 'organization');
    await marks.choose('marks_colours', 'marks_colours_vivid');
    await expect.poll(async () => (await look(page, 'organization')).colour).not.toBe(calm.colour);

    const chosen = await marked(page);
    expect(await stored(installed.inside)).toMatchObject({ density: 'page', style: 'dotted', colours: 'vivid' });
    await page.reload();
    await expect.poll(() => marked(page)).toEqual(chosen);
    await options.reload();
    await expect(options.getByRole('radio', { name: words('marks_colours_vivid') })).toBeChecked();
  });

  test('marks menus and headers too, when asked to', async ({ open, openOwn }) => {
    const menu = '<nav><ul><li>الرئيس عبد المجيد تبون</li></ul></nav><main><article><h1>خبر</h1><p>لا أحد في هذه الفقرة.</p></article></main>';
    const { page } = await open('https://www.hespress.com/menu.html', { html: `<!doctype html><html lang="ar" dir="rtl"><body>${menu}</body></html>` });
    const options = await openOwn('options.html');
    await inSection(options, 'marks').toggle(words('marks_navigation'));
    await expect.poll(async () => (await marked(page)).person).toEqual(['عبد المجيد تبون']);
  });

  test('chooses what opens the card and how it reads', async ({ open, openOwn }) => {
    const { page, client } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    const options = await openOwn('options.html');
    const card = inSection(options, 'card');

    await card.choose('card_trigger', 'card_trigger_click');
    await expect(options.getByRole('slider')).toHaveCount(0);
    await page.bringToFront();
    const point = await hover(page, 'بوقادوم');
    // Twice the delay; nothing can be waited for where nothing is to happen.
    await page.waitForTimeout(800);
    expect((await seen(client)).open).toBe(false);
    await page.mouse.click(point.x, point.y);
    expect((await shown(client)).pinned).toBe(true);
    await page.keyboard.press('Escape');
    // A tab behind another is drawn once a second, and clicks wait for that.
    await options.bringToFront();
    await card.choose('card_trigger', 'card_trigger_hover');

    await options.locator('#card').getByRole('slider').fill('150');
    await card.choose('card_size', 'card_size_large');
    await inSection(options, 'calendars').choose('calendars_months', 'calendars_months_mashreq');
    await inSection(options, 'calendars').toggle(words('calendars_hijri'));
    await expect.poll(() => stored(options)).toMatchObject({ delay: 150, size: 'large', months: 'mashreq', hijri: true });
    await page.bringToFront();
    await hover(page, 'بوقادوم');
    await expect.poll(async () => (await seen(client)).period).toContain('30 تشرين الأول 2023');
    expect((await seen(client)).period).toContain('1445');
    expect(await inCard(client, function () {
      return this.querySelector<HTMLElement>('.surface')!.dataset.size;
    })).toBe('large');
    await away(page);
    await closed(client);

    await options.bringToFront();
    await options.locator('#card').getByRole('combobox').selectOption('en');
    await expect(options.locator('html')).toHaveAttribute('lang', 'en');
    await page.bringToFront();
    await hover(page, 'بوقادوم');
    await expect.poll(async () => (await seen(client)).name).toBe('Sabri Boukadoum');
    expect(await seen(client)).toMatchObject({ lang: 'en', dir: 'ltr' });
    expect((await seen(client)).role).toContain('Ambassador of Algeria to the United States');
    expect((await seen(client)).text).toContain(words('card_events', '', 'en'));
  });

  test('switches a site, and everything, off and on again', async ({ open, openOwn, installed }) => {
    const { page, tab } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    const marks = await marked(page);
    const options = await openOwn('options.html');
    const sites = inSection(options, 'sites');
    const gone = async (): Promise<void> => {
      await expect.poll(() => page.evaluate((kinds) => kinds.some((kind) => CSS.highlights.has(`siyaq-${kind}`)), KINDS)).toBe(false);
      expect((await pageState(installed.inside, tab))?.on).toBe(false);
      await expect.poll(() => badge(installed.inside, tab)).toBe('');
    };

    await options.locator('#sites').getByRole('switch', { name: 'elkhabar.com' }).click();
    await gone();
    await page.reload();
    await expect.poll(async () => (await pageState(installed.inside, tab))?.on).toBe(false);
    expect(await markCount(page)).toBe(0);
    await options.getByRole('button', { name: words('ui_remove_named', 'elkhabar.com') }).click();
    await expect.poll(() => marked(page)).toEqual(marks);

    await sites.toggle(words('sites_everywhere'));
    await gone();
    await sites.toggle(words('sites_everywhere'));
    await expect.poll(() => marked(page)).toEqual(marks);
  });

  test('takes a change back, and shows again whom the card was told to hide', async ({ open, openOwn }) => {
    const { page, client } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    const { x, y } = await markPoint(page, 'دونالد ترمب');
    await page.mouse.click(x, y);
    await shown(client, 'دونالد ترامب');
    await inCard(client, function () {
      this.querySelector<HTMLDetailsElement>('.doubt details')!.open = true;
      this.querySelectorAll<HTMLElement>('.doubt .choice')[1].click();
    });
    await expect.poll(async () => (await marked(page)).person).not.toContain('دونالد ترمب');
    await page.reload();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    expect((await marked(page)).person).not.toContain('دونالد ترمب');
    const options = await openOwn('options.html');
    await options.locator('#entities').getByRole('button', { name: words('entities_show_named', 'دونالد ترامب') }).first().click();
    await expect.poll(async () => (await marked(page)).person).toContain('دونالد ترمب');
    await options.getByRole('button', { name: words('ui_undo') }).click();
    await expect.poll(async () => (await marked(page)).person).not.toContain('دونالد ترمب');
  });

  test('is a picture of itself', async ({ openOwn }) => {
    const options = await openOwn('options.html');
    await options.setViewportSize({ width: 1100, height: 760 });
    await expect(options.getByRole('heading', { level: 1 })).toHaveText(words('options_title'));
    expect(await options.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await options.screenshot({ path: shot('options') });
    await options.setViewportSize({ width: 320, height: 760 });
    expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
