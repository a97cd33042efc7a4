import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { isOpen, markPoint, seen, start, type Held } from './support/card-page';

/** A folder to leave pictures of the card in; none by default. */
const SHOTS = process.env.SIYAQ_SHOTS;

test('on a touch screen the card is a sheet, closed by a tap beside it', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 780 } });
  const page = await context.newPage();
  await start(page);
  const { x, y } = await markPoint(page, 'dz-mfa');
  await page.touchscreen.tap(x, y);
  await expect.poll(() => isOpen(page)).toBe(true);
  await expect.poll(async () => (await seen(page)).busy).toBe(false);
  await page.waitForTimeout(300);
  const { box } = await seen(page);
  expect(box).toMatchObject({ left: 0, right: 390, bottom: 780 });
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/sheet.png` });
  await page.touchscreen.tap(195, 40);
  await expect.poll(() => isOpen(page)).toBe(false);
  await context.close();
});

const LOOKS = [
  { name: 'person-light', entity: 'antonio-guterres', nth: 1, scheme: 'light', width: 1000, settings: {} },
  { name: 'person-dark', entity: 'antonio-guterres', nth: 1, scheme: 'dark', width: 1000, settings: {} },
  { name: 'acting-light', entity: 'abdelkader-bensalah', nth: 0, scheme: 'light', width: 1000, settings: {} },
  { name: 'acting-dark', entity: 'abdelkader-bensalah', nth: 0, scheme: 'dark', width: 1000, settings: {} },
  { name: 'organization-light', entity: 'dz-mfa', nth: 0, scheme: 'light', width: 1000, settings: {} },
  { name: 'organization-dark', entity: 'dz-mfa', nth: 0, scheme: 'dark', width: 320, settings: {} },
  { name: 'person-320', entity: 'antonio-guterres', nth: 1, scheme: 'light', width: 320, settings: {} },
  { name: 'person-large', entity: 'antonio-guterres', nth: 1, scheme: 'light', width: 1000, settings: { size: 'large' } },
  { name: 'person-en', entity: 'antonio-guterres', nth: 1, scheme: 'light', width: 1000, settings: { language: 'en' } },
] as const;

for (const { name, entity, nth, scheme, width, settings } of LOOKS) {
  test(`is accessible: ${name}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 760 });
    // Open to the checker, which cannot see into a closed tree.
    await page.addInitScript(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        return attach.call(this, { ...init, mode: 'open' });
      };
    });
    await start(page, settings);
    const { x, y } = await markPoint(page, entity, nth);
    await page.mouse.click(x, y);
    await expect.poll(() => isOpen(page)).toBe(true);
    await expect.poll(async () => (await seen(page)).busy).toBe(false);
    await page.waitForTimeout(250);
    if (SHOTS) {
      await page.screenshot({ path: `${SHOTS}/${name}.png` });
      await page.evaluate(() => (globalThis as unknown as { held: Held }).held.shadow.querySelector('.body')!.scrollTo(0, 9_999));
      await page.screenshot({ path: `${SHOTS}/${name}-end.png` });
    }
    await page.evaluate(() =>
      (globalThis as unknown as { held: Held }).held.shadow.querySelectorAll('details').forEach((details) => (details.open = true)),
    );
    const { violations } = await new AxeBuilder({ page })
      .include('html > div')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });
}

test('stands in forced colours and without motion', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await start(page);
  const { x, y } = await markPoint(page, 'abdelkader-bensalah', 0);
  await page.mouse.click(x, y);
  await expect.poll(() => isOpen(page)).toBe(true);
  await expect.poll(async () => (await seen(page)).busy).toBe(false);
  const { border, motion } = await page.evaluate(() => {
    const style = getComputedStyle((globalThis as unknown as { held: Held }).held.shadow.querySelector('.surface')!);
    return { border: style.borderTopWidth, motion: style.animationName };
  });
  expect({ border, motion }).toEqual({ border: '2px', motion: 'none' });
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/forced.png` });
});
