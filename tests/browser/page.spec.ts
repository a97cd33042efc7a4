import { expect, test, type Page } from '@playwright/test';
import { open } from './support/zoo';
import type * as InPage from './support/in-page';

declare const siyaq: typeof InPage;

const texts = (page: Page, navigation = false): Promise<string[]> =>
  page.evaluate(async (navigation) => {
    const reading = new siyaq.PageReading(document, { navigation });
    await reading.refresh('all');
    return reading.blocks.map(({ text }) => text);
  }, navigation);

test.describe('blocks', () => {
  test('are the words of the article and nothing else', async ({ page }) => {
    await open(page, { file: 'article.html' });
    expect(await texts(page)).toEqual([
      'الأمين العام يدعو إلى دعم اللاجئين',
      'الأربعاء 22 يناير 2025',
      'قال أنطونيو غوتيريش إن دعم اللاجئين واجب على الجميع، ودعا غوتيريش الدول إلى الوفاء بتعهداتها.',
      'وأكدت وزارة الشؤون الخارجية في بيان لها أن الجزائر تدعم هذا المسعى، وفق ما نقلته وكالة الأنباء عن أحمد عطاف.',
      'وكان عبد القادر بن صالح، رئيس مجلس الأمة حينها، قد استقبل أنطونيو غوتيريش.',
      'الفقرة الأولى تنتهي هنا.',
      'والثانية تبدأ بعدها',
      'والثالثة بعد سطرين',
      'قبل \uFFFC الصورة1 وبعدها\uFFFC ثمما',
      'عنوان أول',
      'عنوان ثان',
      'في الظل يتحدث أنطونيو غوتيريش أيضا.',
      'وتابع المتحدثون النقاش حول سبل تمويل برامج الإغاثة في المنطقة، فيما شدد الحاضرون على أن الاستجابة لا تكتمل إلا بتعاون الدول المضيفة والمانحة معا، وبدعم من أنطونيو غوتيريش شخصيا.',
      'واختتمت الجلسة بكلمة ألقاها أحمد عطاف نيابة عن وزارة الشؤون الخارجية.',
    ]);
  });

  test('take in menus and footers where the reader wants them', async ({ page }) => {
    await open(page, { file: 'article.html' });
    const all = await texts(page, true);
    expect(all.slice(0, 3)).toEqual(['الرئيسية', 'غوتيريش', 'وزارة الشؤون الخارجية']);
    expect(all.at(-1)).toBe('اتصل بنا: غوتيريش');
  });

  test('lead back to the page, letter by letter', async ({ page }) => {
    await open(page, { file: 'article.html' });
    const wrong = await page.evaluate(async () => {
      const reading = new siyaq.PageReading(document, { navigation: false });
      await reading.refresh('all');
      const wrong: string[] = [];
      for (const block of reading.blocks) {
        for (let at = 0; at < block.text.length; at++) {
          const letter = block.text[at];
          const runs = siyaq.runsOf(block, at, at + 1);
          const found = runs
            .map(({ node, start, end }) => node.data.slice(start, end))
            .join('')
            .replace(/\s/, ' ');
          if (letter !== '\uFFFC' && found !== letter && !(letter === ' ' && found === '')) wrong.push(`${block.text}@${at}: «${found}»`);
        }
      }
      return wrong;
    });
    expect(wrong).toEqual([]);
  });

  test('a page in one form is read; a form in a page is not', async ({ page }) => {
    await open(page, { body: '<form><div><h1>عنوان الصفحة</h1><p>نص المقال</p></div></form><form>نموذج البحث</form>' });
    expect(await texts(page)).toEqual(['عنوان الصفحة', 'نص المقال']);
  });

  test('names that only look like advertising or menus do not hide a story', async ({ page }) => {
    await open(page, {
      body: '<div class="has-ads menu"><h1>عنوان</h1><p>متن الخبر</p></div><div class="ads">دعاية</div><div id="footer">ذيل الصفحة</div><p class="lead reader">مقدمة</p>',
    });
    expect(await texts(page)).toEqual(['عنوان', 'متن الخبر', 'مقدمة']);
  });

  test('white space is as the page shows it', async ({ page }) => {
    await open(page, { body: '<p>\n  عبد\n   المجيد  <b> تبون </b>\n</p><p>و<b>تبون</b></p><div>نص <p>فقرة</p> نص آخر</div>' });
    expect(await texts(page)).toEqual(['عبد المجيد تبون', 'وتبون', 'نص', 'فقرة', 'نص آخر']);
  });

  test('a huge page is read in slices, the page having its turn in between', async ({ page }) => {
    await open(page, { body: '<p>قال <b>أنطونيو</b> غوتيريش إن <a href="#">دعم</a> اللاجئين واجب</p>'.repeat(20_000) });
    const { turns, count } = await page.evaluate(async () => {
      let turns = 0;
      const channel = new MessageChannel();
      let on = true;
      channel.port1.onmessage = () => {
        turns++;
        if (on) channel.port2.postMessage(0);
      };
      const reading = new siyaq.PageReading(document, { navigation: false });
      channel.port2.postMessage(0);
      await reading.refresh('all');
      on = false;
      return { turns, count: reading.blocks.length };
    });
    expect(count).toBe(20_000);
    expect(turns).toBeGreaterThan(2);
  });
});

test.describe('incremental reading', () => {
  test('reads what changed and keeps what did not', async ({ page }) => {
    await open(page, { file: 'article.html' });
    const result = await page.evaluate(async () => {
      const reading = new siyaq.PageReading(document, { navigation: false });
      await reading.refresh('all');
      const before = reading.blocks;
      const unchanged = await reading.refresh('all');
      const identical = reading.blocks.every((block, i) => block === before[i]);

      const added = document.createElement('p');
      added.textContent = 'فقرة جديدة في الوسط';
      document.getElementById('second')!.after(added);
      document.getElementById('first')!.remove();
      const changed = await reading.refresh(new Set([added]));
      const fresh = reading.blocks.filter((block) => !before.includes(block)).map(({ text }) => text);
      return {
        unchanged,
        identical,
        changed,
        fresh,
        at: reading.blocks.findIndex(({ text }) => text === 'فقرة جديدة في الوسط'),
        count: reading.blocks.length,
        was: before.length,
      };
    });
    expect(result).toEqual({
      unchanged: false,
      identical: true,
      changed: true,
      fresh: ['فقرة جديدة في الوسط'],
      at: 3,
      count: result.was,
      was: result.was,
    });
  });

  test('follows random changes to the very blocks of a full reading', async ({ page }) => {
    await open(page, { body: '<main id="root"><p>بداية النص</p></main>' });
    const differences = await page.evaluate(async () => {
      let seed = 7;
      const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
      const reading = new siyaq.PageReading(document, { navigation: false });
      await reading.refresh('all');
      const dirts: unknown[] = [];
      const watch = new siyaq.PageWatch(
        document,
        reading,
        {
          async onDirt(dirt) {
            dirts.push(dirt);
            await reading.refresh(dirt);
            return 0;
          },
          onStale() {},
          onNavigation() {},
        },
        () => false,
      );
      const root = document.getElementById('root')!;
      const words = ['تبون', ' غوتيريش', ' قال ', 'الجزائر', ' في بيان.', '12'];
      const tags = ['p', 'b', 'div', 'span', 'a', 'section', 'h2'];
      const differences: string[] = [];
      for (let round = 0; round < 60; round++) {
        for (let i = random(4); i >= 0; i--) {
          const elements = [root, ...root.querySelectorAll('*')];
          const at = elements[random(elements.length)];
          const act = random(6);
          if (act === 0 && at !== root) at.remove();
          else if (act === 1) at.append(words[random(words.length)]);
          else if (act === 2 && at.firstChild?.nodeType === 3) (at.firstChild as Text).data = words[random(words.length)];
          else if (act === 3) at.toggleAttribute('hidden');
          else {
            const child = document.createElement(tags[random(tags.length)]);
            child.textContent = words[random(words.length)];
            at.insertBefore(child, at.childNodes[random(at.childNodes.length + 1)] ?? null);
          }
          root.hidden = false;
        }
        // Stands in for the wait: what is due is read now.
        await new Promise((resolve) => setTimeout(resolve));
        for (let tries = 0; tries < 200 && (watch as unknown as { pacer: { due(): number | null } }).pacer.due() !== null; tries++) {
          (watch as unknown as { pacer: { due(): number | null; reset(): void; changed(now: number): void } }).pacer.reset();
          (watch as unknown as { pacer: { changed(now: number): void } }).pacer.changed(performance.now() - 10_000);
          await (watch as unknown as { read(): Promise<void> }).read();
        }
        const full = new siyaq.PageReading(document, { navigation: false });
        await full.refresh('all');
        const [a, b] = [reading, full].map(({ blocks }) => blocks.map(({ text }) => text).join('\n'));
        if (a !== b) differences.push(`round ${round}:\n${a}\n--- full:\n${b}`);
      }
      watch.stop();
      return { differences: differences.slice(0, 2), rounds: dirts.length };
    });
    expect(differences.differences).toEqual([]);
    expect(differences.rounds).toBeGreaterThan(20);
  });

  test('a flood of changes is read seldom', async ({ page }) => {
    await open(page, { body: `<main><h1>عنوان</h1>${'<p>نص عربي هنا</p>'.repeat(300)}<div id="ticker"></div></main>` });
    const readings = await page.evaluate(async () => {
      const reading = new siyaq.PageReading(document, { navigation: false });
      await reading.refresh('all');
      let readings = 0;
      const watch = new siyaq.PageWatch(
        document,
        reading,
        {
          async onDirt(dirt) {
            readings++;
            await reading.refresh(dirt);
            return reading.cost;
          },
          onStale() {},
          onNavigation() {},
        },
        () => false,
      );
      const ticker = document.getElementById('ticker')!;
      const until = performance.now() + 4_000;
      while (performance.now() < until) {
        for (let i = 0; i < 200; i++) {
          const p = document.createElement('p');
          p.textContent = `خبر عاجل ${i}`;
          ticker.append(p);
          if (ticker.childElementCount > 500) ticker.firstElementChild!.remove();
        }
        await new Promise(requestAnimationFrame);
      }
      watch.stop();
      return readings;
    });
    expect(readings).toBeGreaterThan(0);
    expect(readings).toBeLessThan(14);
  });
});
