import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { open } from './support/zoo';
import type * as InPage from './support/in-page';

/** The style sheet that the manifest names: in the extension, the browser puts it into every page. */
const MANIFEST_SHEET = fileURLToPath(new URL('../../entrypoints/content/marks.css', import.meta.url));

declare const siyaq: typeof InPage;
type Held = { session: InPage.PageSession; asked: ReturnType<typeof InPage.fakeOutside> };

async function start(page: Page, settings: object = {}): Promise<void> {
  await page.evaluate(async (settings) => {
    const asked = siyaq.fakeOutside(settings);
    const session = new siyaq.PageSession(asked.outside);
    Object.assign(globalThis, { held: { session, asked } });
    while (!asked.sent.some(({ name }) => name === 'found')) await new Promise((resolve) => setTimeout(resolve, 5));
  }, settings);
}

/** The words of every painted range, by highlight; the space between two elements of one name aside. */
const painted = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(() => {
    const found: Record<string, string[]> = { 'siyaq-person': [], 'siyaq-organization': [], 'siyaq-office': [] };
    for (const [name, highlight] of CSS.highlights) {
      found[name] = [...highlight]
        .map((range) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset).replace(/\s+/g, ' '))
        .filter((words) => words !== ' ');
    }
    return found;
  });

test.describe('marks', () => {
  test('are painted by kind, over elements, and not one node is touched', async ({ page }) => {
    await open(page, { file: 'article.html' });
    await page.evaluate(() => {
      const seen: string[] = [];
      const observer = new MutationObserver((records) => seen.push(...records.map(({ type }) => type)));
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      Object.assign(globalThis, { seen, html: document.documentElement.outerHTML });
    });
    await start(page, { density: 'all' });
    const marks = await painted(page);
    expect(marks['siyaq-person'].sort()).toEqual(
      [
        'أنطونيو',
        'غوتيريش',
        'غوتيريش',
        'أحمد عطاف',
        'عبد القادر بن صالح',
        'أنطونيو غوتيريش',
        'أنطونيو غوتيريش',
        'أنطونيو غوتيريش',
        'أحمد عطاف',
      ].sort(),
    );
    expect(marks['siyaq-organization']).toEqual(['وزارة الشؤون الخارجية', 'وزارة الشؤون الخارجية']);
    expect(marks['siyaq-office']).toEqual(['رئيس مجلس الأمة']);
    const { seen, same } = await page.evaluate(() => {
      const { seen, html } = globalThis as unknown as { seen: string[]; html: string };
      return { seen, same: document.documentElement.outerHTML === html };
    });
    expect(seen).toEqual([]);
    expect(same).toBe(true);
  });

  test('shift nothing', async ({ page }) => {
    await open(page, { file: 'article.html' });
    await page.evaluate(() => {
      const held = { shift: 0 };
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) held.shift += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: false });
      const boxes = [...document.querySelectorAll('p')].map((p) => p.getBoundingClientRect().toJSON());
      Object.assign(globalThis, { layout: held, boxes });
    });
    await start(page, { density: 'all' });
    await page.waitForTimeout(200);
    const result = await page.evaluate(() => {
      const { layout, boxes } = globalThis as unknown as { layout: { shift: number }; boxes: unknown[] };
      return {
        shift: layout.shift,
        same: JSON.stringify(boxes) === JSON.stringify([...document.querySelectorAll('p')].map((p) => p.getBoundingClientRect().toJSON())),
      };
    });
    expect(result).toEqual({ shift: 0, same: true });
  });

  test('follow density, kinds and hidden entities at once', async ({ page }) => {
    await open(page, { file: 'article.html' });
    await start(page);
    const count = async (): Promise<number> => Object.values(await painted(page)).flat().length;
    const block = await count();
    const configure = (patch: object): Promise<void> =>
      page.evaluate((patch) => {
        const { session, asked } = (globalThis as unknown as { held: Held }).held;
        session.configure({ ...asked.outside.settings, ...patch });
      }, patch);
    await configure({ density: 'all' });
    expect(await count()).toBe(block + 1);
    await configure({ density: 'page' });
    expect(await count()).toBeLessThan(block);
    await configure({ density: 'all', kinds: { person: false, organization: true, office: false } });
    expect(await painted(page)).toMatchObject({
      'siyaq-person': [],
      'siyaq-office': [],
      'siyaq-organization': ['وزارة الشؤون الخارجية', 'وزارة الشؤون الخارجية'],
    });
    await configure({ kinds: { person: true, organization: true, office: true }, hidden: ['dz-mfa'] });
    expect((await painted(page))['siyaq-organization']).toEqual([]);
    const asks = await page.evaluate(
      () => (globalThis as unknown as { held: Held }).held.asked.sent.filter(({ name }) => name === 'annotate').length,
    );
    expect(asks).toBe(1);
  });

  test('stay with the page as it changes, and ask only when its words change', async ({ page }) => {
    await open(page, { file: 'article.html' });
    await start(page, { density: 'all' });
    const asks = (): Promise<number> =>
      page.evaluate(() => (globalThis as unknown as { held: Held }).held.asked.sent.filter(({ name }) => name === 'annotate').length);
    await page.evaluate(() => {
      const p = document.createElement('p');
      p.id = 'late';
      p.textContent = 'خبر لاحق: وصل أنطونيو غوتيريش إلى جنيف.';
      document.getElementById('third')!.after(p);
    });
    await expect.poll(async () => (await painted(page))['siyaq-person'].filter((words) => words === 'أنطونيو غوتيريش').length).toBe(4);
    expect(await asks()).toBe(2);
    // Letters that change lose their mark in the same turn.
    const gone = await page.evaluate(async () => {
      (document.getElementById('late')!.firstChild as Text).data = 'خبر آخر عن شيء آخر تماما لا علاقة له بأحد';
      await Promise.resolve();
      await new Promise((resolve) => setTimeout(resolve));
      return [...CSS.highlights.get('siyaq-person')!].every((range) => range.startContainer.parentElement!.id !== 'late');
    });
    expect(gone).toBe(true);
    await expect.poll(asks).toBe(3);
    // What is no text asks nothing.
    await page.evaluate(async () => {
      document.body.classList.add('scrolled');
      const image = document.createElement('img');
      document.querySelector('main')!.append(image);
      document.querySelector('main')!.append(document.createElement('div'));
      const latin = document.createElement('p');
      latin.textContent = 'Advertisement 12:30';
      document.querySelector('main')!.append(latin);
    });
    await page.waitForTimeout(1_500);
    expect(await asks()).toBe(3);
  });

  test('go, with everything else, when the session ends', async ({ page }) => {
    await open(page, { file: 'article.html' });
    await start(page);
    await page.evaluate(() => (globalThis as unknown as { held: Held }).held.session.destroy());
    expect(
      await page.evaluate(() => ({
        highlights: CSS.highlights.size,
        sheets: document.adoptedStyleSheets.length,
        children: document.documentElement.childElementCount,
      })),
    ).toEqual({
      highlights: 0,
      sheets: 0,
      children: 2,
    });
  });

  test('heed the publisher, and pages in other languages', async ({ page }) => {
    await open(page, { body: '<p>قال أنطونيو غوتيريش</p>', head: '<meta name="Siyaq" content="OFF">' });
    await start(page);
    expect((await painted(page))['siyaq-person']).toEqual([]);
    await open(page, {
      body: '<p>آنتونیو گوترش گفت که این کشور می‌تواند به پناهندگان کمک کند و چنین کاری را پیش از این نیز کرده است</p><p>أنطونيو غوتيريش</p>',
    });
    await page.evaluate(() => (document.documentElement.lang = 'fa'));
    await start(page);
    expect((await painted(page))['siyaq-person']).toEqual([]);
  });

  test('need no style sheet in the page but the manifest\'s, which says what a sheet of that look would', async ({ page }) => {
    await open(page, { file: 'article.html' });
    const css = await readFile(MANIFEST_SHEET, 'utf8');
    const [manifest, made] = await page.evaluate((css) => {
      const read = (text: string): string[] => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return [...sheet.cssRules]
          .flatMap((rule) => {
            const { selectorText, style } = rule as CSSStyleRule;
            const said = [...style].map((property) => `${property}: ${style.getPropertyValue(property)}`).sort();
            return selectorText.split(/,\s*/).map((selector) => `${selector} { ${said.join('; ')} }`);
          })
          .sort();
      };
      return [read(css), read(siyaq.markSheet(siyaq.MANIFEST_LOOK, true))];
    }, css);
    expect(manifest).toEqual(made);
    expect(manifest.length).toBeGreaterThan(6);
    await start(page);
    const sheets = (): Promise<number> => page.evaluate(() => document.adoptedStyleSheets.length);
    expect(await sheets()).toBe(0);
    await page.evaluate(() => {
      const { session, asked } = (globalThis as unknown as { held: Held }).held;
      session.configure({ ...asked.outside.settings, style: 'dashed' });
    });
    expect(await sheets()).toBe(1);
  });

  test('are underlined, tinted inside links, and seen in open shadow trees', async ({ page }) => {
    await open(page, { file: 'article.html' });
    await page.addStyleTag({ path: MANIFEST_SHEET });
    await start(page, { density: 'all' });
    const styles = await page.evaluate(() => {
      const at = (selector: string): { line: string; ground: string } => {
        const style = getComputedStyle(document.querySelector(selector)!, '::highlight(siyaq-person)');
        return { line: style.textDecorationLine, ground: style.backgroundColor };
      };
      const inShadow = getComputedStyle(
        document.getElementById('shadow-host')!.shadowRoot!.querySelector('p')!,
        '::highlight(siyaq-person)',
      );
      return { text: at('#first'), link: at('#first a'), inLink: at('#first a b'), shadow: inShadow.textDecorationLine };
    });
    expect(styles.text.line).toBe('underline');
    expect(styles.link.line).toBe('none');
    expect(styles.link.ground).not.toBe('rgba(0, 0, 0, 0)');
    expect(styles.inLink.line).toBe('none');
    expect(styles.shadow).toBe('underline');
  });
});

test.describe('hit test', () => {
  test('finds every letter of a mark and no letter beside it', async ({ page }) => {
    await open(page, { file: 'article.html' });
    await start(page, { density: 'all' });
    const wrong = await page.evaluate(() => {
      const { session } = (globalThis as unknown as { held: Held }).held;
      const layer = (session as unknown as { layer: InPage.MarkLayer }).layer;
      const wrong: string[] = [];
      for (const p of document.querySelectorAll('#first, #second, #third, #long')) {
        p.scrollIntoView({ block: 'center' });
        const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          for (let i = 0; i < node.length; i++) {
            if (/\s/.test(node.data[i])) continue;
            const range = document.createRange();
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const box = range.getBoundingClientRect();
            const hit = siyaq.markAt(document, layer, box.left + box.width / 2, box.top + box.height / 2);
            const expected =
              layer.marks.find((mark) => mark.runs.some((run) => run.node === node && run.start <= i && i < run.end)) ?? null;
            // A letter a pixel wide lies within the slack of its neighbour.
            if (hit !== expected && box.width > 2.5) wrong.push(`${node.data[i]}@${i} of ${p.id}: ${hit ? 'hit' : 'missed'}`);
          }
        }
      }
      const beside = siyaq.markAt(document, layer, 4, document.getElementById('last')!.getBoundingClientRect().top + 10);
      return { wrong, beside };
    });
    expect(wrong).toEqual({ wrong: [], beside: null });
  });

  test('does the same without `highlightsFromPoint`, and sees no mark behind what covers it', async ({ page }) => {
    await open(page, { file: 'article.html' });
    await start(page, { density: 'all' });
    const result = await page.evaluate(() => {
      const { session } = (globalThis as unknown as { held: Held }).held;
      const layer = (session as unknown as { layer: InPage.MarkLayer }).layer;
      const mark = layer.marks.find(({ mention }) => mention.entity === 'dz-mfa')!;
      const [box] = siyaq.markRects(mark);
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const registry = HighlightRegistry.prototype as unknown as { highlightsFromPoint?: unknown };
      const own = siyaq.markAt(document, layer, x, y) === mark;
      registry.highlightsFromPoint = undefined;
      const caret = siyaq.markAt(document, layer, x, y) === mark;
      const cover = document.createElement('div');
      cover.style.cssText = `position:fixed;inset:0;background:#fff8`;
      document.body.append(cover);
      const covered = siyaq.markAt(document, layer, x, y);
      cover.remove();
      return { own, caret, covered };
    });
    expect(result).toEqual({ own: true, caret: true, covered: null });
  });
});

test('without highlights, boxes are drawn outside the article', async ({ page }) => {
  await open(page, { file: 'article.html' });
  await page.evaluate(() => {
    const before = document.body.outerHTML;
    Object.defineProperty(globalThis, 'Highlight', { value: undefined });
    Object.assign(globalThis, { before });
  });
  await start(page, { density: 'all' });
  await page.waitForTimeout(100);
  const result = await page.evaluate(() => {
    const { session } = (globalThis as unknown as { held: Held }).held;
    const { painter, layer } = session as unknown as { painter: { layer: HTMLElement }; layer: InPage.MarkLayer };
    const [first] = siyaq.markRects(layer.marks[0]);
    const box = (painter.layer.firstElementChild as HTMLElement).getBoundingClientRect();
    return {
      boxes: painter.layer.childElementCount,
      onIt: Math.abs(box.left - first.left) < 1 && Math.abs(box.top - first.top) < 1,
      same: document.body.outerHTML === (globalThis as unknown as { before: string }).before,
    };
  });
  expect(result.onIt).toBe(true);
  expect(result.same).toBe(true);
  expect(result.boxes).toBeGreaterThan(5);
});
