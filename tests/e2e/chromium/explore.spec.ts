import { test } from '../support/chromium';
import { marked, markPoint, markCount } from '../support/marks';
import { seen } from '../support/card';
import { pageState } from '../support/chromium';
import { expect } from '@playwright/test';
test('explore', async ({ open, installed }) => {
  const { page, client, tab } = await open();
  await expect.poll(() => markCount(page)).toBeGreaterThan(0);
  console.log(JSON.stringify(await marked(page), null, 1));
  for (const w of ['براون', ' براون', 'لانغلي', ' لانغلي', 'شنقريحة', 'الجيش الوطني الشعبي']) {
    const at = await markPoint(page, w).catch(() => null); if (!at) { console.log('none', w); continue; } const { x, y } = at;
    await page.mouse.move(x, y);
    const t0 = Date.now();
    await expect.poll(async () => { const s = await seen(client); return s.open && !s.busy; }).toBe(true);
    console.log(Date.now() - t0, JSON.stringify(await seen(client), null, 1));
    await page.screenshot({ path: `/tmp/e2e-${w}.png` });
    await page.keyboard.press('Escape');
    await page.mouse.move(2, 2);
  }
  console.log(installed.requests, installed.border.crossings);
  console.log(await page.evaluate(() => (globalThis as never as { account: object }).account));
});
