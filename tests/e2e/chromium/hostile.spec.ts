import { account } from '../support/account';
import { closed, hover, inCard, shown } from '../support/card';
import { expect, strangers, test } from '../support/chromium';
import { choose, pageState } from '../support/extension';
import { markCount, marked } from '../support/marks';
import { article, longArticle } from '../support/pages';

/** Longest task that the extension may cause, in milliseconds. */
const LONGEST_TASK = 50;

test.describe('a page that is not kind', () => {
  test('hears nothing of the extension: no message, no event, no name of its own in the window', async ({ open, installed }) => {
    await installed.context.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard, before: Object.getOwnPropertyNames(globalThis).length });
      addEventListener('message', (event) => heard.push(JSON.stringify(event.data)));
    });
    const { page } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    const [heard, html] = await page.evaluate(() => [(globalThis as unknown as { heard: string[] }).heard, document.documentElement.outerHTML] as const);
    expect(heard).toEqual([]);
    expect(html).not.toMatch(/chrome-extension|siyaq/);
  });

  test('may write scripts into names, titles and dates: they stay text', async ({ open, installed }) => {
    const script = '&lt;img src=x onerror="globalThis.harmed=1"&gt;&lt;script&gt;globalThis.harmed=1&lt;/script&gt;${harmed=1}{{harmed=1}}';
    const { page, client, tab } = await open('https://www.aljazeera.net/hostile', {
      html: article(
        `<p>قال ${script} عبد المجيد تبون ${script}‮</p><p>${'أنطونيو غوتيريش '.repeat(50)}</p><p>\u0000\uFFFF ${'\u0301'.repeat(2_000)}</p>`,
        `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-13-45<script>"}</script><meta property="article:published_time" content="&lt;script&gt;">`,
      ),
    });
    await expect.poll(() => markCount(page)).toBe(2);
    expect((await marked(page)).person).toEqual(['عبد المجيد تبون', 'أنطونيو غوتيريش']);
    await hover(page, 'عبد المجيد تبون');
    expect((await shown(client)).role).toBe('رئيس الجمهورية');
    expect(await inCard(client, function () {
      return this.querySelectorAll('script, img, iframe').length;
    })).toBe(0);
    expect(await page.evaluate(() => 'harmed' in globalThis)).toBe(false);
    // No date that could be read: roles are told for today, and the reader is told so.
    expect((await pageState(installed.inside, tab))?.dateSource).toBe('today');
  });

  test('may forbid everything by its content security policy: marks and card are there all the same', async ({ open }) => {
    const policy = { 'content-security-policy': "default-src 'none'; script-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-same-origin allow-scripts" };
    const { page, client } = await open('https://www.alquds.co.uk/policy', { html: article('<p>قال عبد المجيد تبون.</p>'), headers: policy });
    await expect.poll(() => markCount(page)).toBe(1);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('p')!, '::highlight(siyaq-person)').textDecorationStyle)).toBe('dotted');
    await hover(page, 'عبد المجيد تبون');
    await shown(client, 'عبد المجيد تبون');
    const look = await inCard(client, function () {
      const { width } = this.querySelector('.surface')!.getBoundingClientRect();
      const { position, backgroundColor } = getComputedStyle(this.querySelector('.surface')!);
      return { width, position, backgroundColor };
    });
    expect(look).toMatchObject({ width: 376, position: 'fixed' });
    expect(look!.backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
  });

  test('may ask not to be marked', async ({ open, installed }) => {
    const { page, tab } = await open('https://www.aljazeera.net/opt-out', {
      html: article('<p>قال عبد المجيد تبون.</p>', '<meta name="siyaq" content="off">'),
    });
    // Proof that the page was looked at: somebody answers there.
    await expect.poll(() => pageState(installed.inside, tab)).toMatchObject({ cast: [] });
    await page.evaluate(() => document.querySelector('article')!.append(Object.assign(document.createElement('p'), { textContent: 'وقال أنطونيو غوتيريش.' })));
    // As long as changes wait at most before they are read.
    await page.waitForTimeout(900);
    expect(await markCount(page)).toBe(0);
    expect(await pageState(installed.inside, tab)).toMatchObject({ cast: [] });
  });

  test('may be 30,000 words long: no task of ours keeps it from answering', async ({ open, installed }) => {
    test.setTimeout(60_000);
    await choose(installed.inside, { on: false });
    const { page } = await open('https://www.aljazeera.net/long', { html: longArticle(30_000) });
    const longest: number[] = [];
    // The page is laid out before the extension begins, so that what is measured is the extension's. The machine may
    // be busy with other things: the best of three counts.
    for (let round = 0; round < 3 && (longest.length === 0 || Math.min(...longest) > LONGEST_TASK); round++) {
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))));
      const since = await page.evaluate(() => performance.now());
      await choose(installed.inside);
      await expect.poll(() => markCount(page), { timeout: 20_000 }).toBeGreaterThan(300);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))));
      const { longTasks } = await account(page);
      longest.push(Math.max(0, ...longTasks.filter(({ start }) => start >= since).map(({ duration }) => duration)));
      await choose(installed.inside, { on: false });
      await expect.poll(() => markCount(page)).toBe(0);
    }
    test.info().annotations.push({ type: 'longest task, ms', description: longest.join(', ') });
    console.log(`longest task on 30,000 words: ${longest.map((ms) => ms.toFixed(0)).join(', ')} ms (0: none over 50)`);
    expect(Math.min(...longest)).toBeLessThanOrEqual(LONGEST_TASK);
    expect((await account(page)).changes).toEqual([]);
    // That a long task would have been noticed:
    const counted = (await account(page)).longTasks.length;
    await page.evaluate(() => new Promise((done) => setTimeout(() => {
      for (const ends = performance.now() + 80; performance.now() < ends; );
      done(null);
    })));
    await expect.poll(async () => (await account(page)).longTasks.length).toBeGreaterThan(counted);
  });

  test('cannot tell that the extension is there by asking for its files', async ({ open, installed }) => {
    const { page, client } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    const reached = await page.evaluate(
      (base) =>
        Promise.all(
          ['icon.svg', 'siyaq.pack', 'content-scripts/content.js', 'options.html'].map((file) =>
            fetch(`${base}${file}`).then(
              () => true,
              () => false,
            ),
          ),
        ),
      installed.base,
    );
    expect(reached).toEqual([false, false, false, false]);
    // The page's own attempts, turned away before they meant anything.
    const attempts = installed.requests.filter((address) => address.startsWith('chrome-extension://invalid'));
    expect(strangers(installed)).toEqual(attempts);
    installed.requests.length = 0;
    await hover(page, 'بوقادوم');
    await shown(client);
    expect(await page.evaluate(() => document.documentElement.querySelector(':scope > div')!.shadowRoot)).toBeNull();
    await page.keyboard.press('Escape');
    await closed(client);
  });
});
