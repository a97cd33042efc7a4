import { shot } from '../support/build';
import { away, closed, hover, inCard, seen, shown } from '../support/card';
import { expect, test } from '../support/chromium';
import { markCount, markPoint } from '../support/marks';
import { CORNERS } from '../support/pages';

test.describe('the card', () => {
  test('comes after the delay and tells who somebody was on the day of the article', async ({ open }) => {
    const { page, client } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    await markPoint(page, 'بوقادوم');
    const began = Date.now();
    await hover(page, 'بوقادوم');
    const card = await shown(client);
    // 400 ms unless the reader asks for less.
    expect(Date.now() - began).toBeGreaterThanOrEqual(400);
    expect(card).toMatchObject({ lang: 'ar', dir: 'rtl', pinned: false, name: 'صبري بوقادوم', period: 'منذ 30 أكتوبر 2023', since: '' });
    expect(card.role).toMatch(/^سفير الجزائر لدى الولايات المتحدة/);
    expect(card.text).toContain('في تاريخ المقال: 9 مارس 2025');
    expect(card.text).toContain('Sabri Boukadoum');
    expect(card.events).toHaveLength(3);
    expect(card.events).toContain('حديث بوقادوم لموقع ديفينس سكوب');
    expect(card.evidence.join()).toContain('ورد الاسم كاملا قبل ذلك');
    expect(card.sources.length).toBeGreaterThan(2);
    for (const { text, address } of card.sources) {
      expect(text).not.toBe('');
      expect(address).toMatch(/^https?:\/\//);
    }
  });

  test('tells what somebody no longer was, and what has changed since', async ({ open }) => {
    const { page, client } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    await hover(page, ' براون');
    const brown = await shown(client, 'تشارلز براون');
    expect(brown.role).toBe('رئيس هيئة الأركان المشتركة الأمريكية');
    expect(brown.period).toBe('سابقا، من 1 أكتوبر 2023 إلى 21 فيفري 2025');
    expect(brown.events).toContain('مكالمة هاتفية بين براون وشنقريحة');
    await page.keyboard.press('Escape');
    await hover(page, ' لانغلي');
    const langley = await shown(client, 'مايكل لانغلي');
    expect(langley.role).toMatch(/^قائد القيادة العسكرية الأمريكية في [إأ]فريقيا$/);
    expect(langley.period).toMatch(/^منذ .*أوت 2022$/);
    expect(langley.since).toContain('15 أوت 2025');
    expect(langley.events).toContain('توقيع مذكرة تفاهم عسكرية بين الجزائر والولايات المتحدة');
  });

  test('leads from an office to its holder, and from a body to its head', async ({ open }) => {
    const { page, client } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    await hover(page, 'السفير الجزائري');
    expect((await shown(client, 'صبري بوقادوم')).evidence).not.toHaveLength(0);
    await page.keyboard.press('Escape');
    const { x, y } = await markPoint(page, 'وزارة الدّفاع الوطني');
    await page.mouse.click(x, y);
    expect((await shown(client, 'وزارة الدفاع الوطني الجزائرية')).pinned).toBe(true);
    const kin = (await inCard(client, function () {
      const { left, top, width, height } = this.querySelector('.kin')!.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }))!;
    await page.mouse.click(kin.x, kin.y);
    await shown(client, 'عبد المجيد تبون');
  });

  test('stays while the pointer is in it, and goes when it has left', async ({ open }) => {
    const { page, client } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    await hover(page, 'بوقادوم');
    const { box } = await shown(client);
    await page.mouse.move((box.left + box.right) / 2, (box.top + box.bottom) / 2, { steps: 8 });
    // Far longer than the grace it has when left; nothing can be waited for where nothing is to happen.
    await page.waitForTimeout(700);
    expect((await seen(client)).open).toBe(true);
    await away(page);
    await closed(client);
  });

  test('closes on Escape without the pointer moving, and the page hears nothing of it', async ({ open }) => {
    const { page, client } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    await page.evaluate(() => {
      Object.assign(globalThis, { heard: [] });
      document.addEventListener('keydown', ({ key }) => (globalThis as unknown as { heard: string[] }).heard.push(key));
    });
    await hover(page, 'بوقادوم');
    await shown(client);
    await page.keyboard.press('Escape');
    expect((await seen(client)).open).toBe(false);
    // With no card to close, the key is the page's own again.
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual(['Escape', 'a']);
  });

  for (const [width, height] of [[320, 640], [1100, 760]] as const) {
    test(`is never off-screen in a window of ${width} by ${height}, whatever corner the words are in`, async ({ open }) => {
      const { page, client } = await open(CORNERS.address, CORNERS.served);
      await page.setViewportSize({ width, height });
      await expect.poll(() => markCount(page)).toBe(CORNERS.places.length);
      for (const place of CORNERS.places) {
        const { x, y } = await page.evaluate((place) => {
          const { left, top, width, height } = document.querySelector(`.${place}`)!.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        }, place);
        await page.mouse.move(x, y, { steps: 2 });
        await shown(client);
        // Once the answer is laid out it no longer moves.
        await expect.poll(async () => settled(await seen(client), await seen(client))).toBe(true);
        const { box } = await seen(client);
        expect(box.left, place).toBeGreaterThanOrEqual(0);
        expect(box.top, place).toBeGreaterThanOrEqual(0);
        expect(box.right, place).toBeLessThanOrEqual(width);
        expect(box.bottom, place).toBeLessThanOrEqual(height);
        expect(y < box.top || y > box.bottom, `${place}: beside the words, not over them`).toBe(true);
        await page.keyboard.press('Escape');
        await page.mouse.move(width / 2, height / 2);
      }
    });
  }

  for (const scheme of ['light', 'dark'] as const) {
    test(`is in the colours of a ${scheme} page`, async ({ open }) => {
      const { page, client } = await open();
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await expect.poll(() => markCount(page)).toBeGreaterThan(0);
      const { x, y } = await markPoint(page, 'السفير الجزائري');
      // High enough on the screen for the card to have room for its events.
      const scrolled = await page.evaluate((by) => {
        const before = scrollY;
        scrollBy({ top: by, behavior: 'instant' });
        return scrollY - before;
      }, y - 130);
      await page.mouse.move(x, y - scrolled, { steps: 2 });
      await shown(client);
      const [ground, ink] = (await inCard(client, function () {
        const { backgroundColor, color } = getComputedStyle(this.querySelector('.surface')!);
        return [backgroundColor, color].map((colour) => colour.match(/\d+(?:\.\d+)?/g)!.slice(0, 3).reduce((sum, part) => sum + Number(part), 0));
      }))!;
      if (scheme === 'light') expect(ground).toBeGreaterThan(ink + 450);
      else expect(ink).toBeGreaterThan(ground + 450);
      await page.screenshot({ path: shot(`card-${scheme}`) });
    });
  }
});

const settled = (a: { box: object }, b: { box: object }): boolean => JSON.stringify(a.box) === JSON.stringify(b.box);
