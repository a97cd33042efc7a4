import { account } from '../support/account';
import { hover, seen, shown } from '../support/card';
import { expect, test } from '../support/chromium';
import { pageState } from '../support/extension';
import { markCount, marked } from '../support/marks';
import { article } from '../support/pages';

test.describe('a page that changes', () => {
  test('has the paragraphs marked that it adds, and loses the marks of what it removes', async ({ open, installed }) => {
    const { page, tab } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    const before = await marked(page);
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'واستقبل الأمين العام للأمم المتحدة أنطونيو غوتيريش وزير الشؤون الخارجية أحمد عطاف.';
      document.querySelector('article')!.append(paragraph);
    });
    await expect.poll(async () => (await marked(page)).person).toEqual([...before.person, 'أنطونيو غوتيريش', 'أحمد عطاف']);
    expect((await marked(page)).organization).toEqual([...before.organization, 'لأمم المتحدة']);
    await page.evaluate(() => document.querySelector('main')!.remove());
    await expect.poll(() => markCount(page)).toBe(0);
    await expect.poll(async () => (await pageState(installed.inside, tab))?.cast).toEqual([]);
  });

  test('has another article in it after a navigation without loading, with the date of that one', async ({ open, installed }) => {
    const { page, client, tab } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    await hover(page, 'بوقادوم');
    await shown(client);
    await page.evaluate(() => {
      history.pushState({}, '', '/press/article/another-one');
      document.querySelector('script[type="application/ld+json"]')!.textContent = JSON.stringify({ '@type': 'NewsArticle', datePublished: '2020-12-20T08:00:00Z' });
      const other = document.createElement('main');
      other.append(Object.assign(document.createElement('h1'), { textContent: 'خبر آخر' }), Object.assign(document.createElement('p'), { textContent: 'التقى صبري بوقادوم نظيره في الجزائر العاصمة.' }));
      document.querySelector('main')!.replaceWith(other);
    });
    await expect.poll(() => marked(page)).toEqual({ person: ['صبري بوقادوم'], organization: [], office: [] });
    expect((await seen(client)).open).toBe(false);
    expect((await pageState(installed.inside, tab))?.date).toBe('2020-12-20');
    await hover(page, 'صبري بوقادوم');
    expect((await shown(client)).role).toBe('وزير الشؤون الخارجية');
  });

  test('may flood its own tree with changes: it does not freeze, and is marked once it rests', async ({ open }) => {
    const { page } = await open('https://www.alarabiya.net/flood', { html: article('<p>قال عبد المجيد تبون.</p><div id="ticker"></div>') });
    await expect.poll(() => markCount(page)).toBe(1);
    const flood = await page.evaluate(async () => {
      const ticker = document.querySelector('#ticker')!;
      const gaps: number[] = [];
      const ends = performance.now() + 2_000;
      let last = performance.now();
      while (performance.now() < ends) {
        ticker.replaceChildren(
          ...Array.from({ length: 150 }, (_, i) => Object.assign(document.createElement('p'), { textContent: `خبر عاجل ${i}: قال أحمد عطاف` })),
        );
        await new Promise(requestAnimationFrame);
        gaps.push(performance.now() - last);
        last = performance.now();
      }
      ticker.replaceChildren(Object.assign(document.createElement('p'), { textContent: 'قال أنطونيو غوتيريش.' }));
      return { frames: gaps.length, longest: Math.max(...gaps) };
    });
    // 120 frames would be all of them; a page that hangs has a handful.
    expect(flood.frames).toBeGreaterThan(25);
    expect(flood.longest).toBeLessThan(500);
    await expect.poll(() => marked(page), { timeout: 20_000 }).toEqual({ person: ['عبد المجيد تبون', 'أنطونيو غوتيريش'], organization: [], office: [] });
    expect((await account(page)).shift).toBeLessThan(1);
  });

  test('may take all of itself away and come back', async ({ open }) => {
    const { page, client } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    const before = await marked(page);
    await hover(page, 'بوقادوم');
    await shown(client);
    await page.evaluate(() => {
      const copy = document.body.cloneNode(true);
      document.body.replaceWith(copy);
    });
    await expect.poll(() => marked(page)).toEqual(before);
    expect(await page.evaluate(() => document.documentElement.querySelectorAll(':scope > div').length)).toBe(1);
  });
});
