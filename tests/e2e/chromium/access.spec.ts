import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/chromium';
import { markCount } from '../support/marks';
import { words } from '../support/words';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a checker of accessibility objects to, one line each. The card's own check stands with the card's other tests. */
async function objections(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

for (const scheme of ['light', 'dark'] as const) {
  test(`the settings page is accessible, ${scheme}`, async ({ openOwn }) => {
    const options = await openOwn('options.html');
    await options.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expect(options.getByRole('heading', { level: 1 })).toHaveText(words('options_title'));
    await expect(options.locator('#data')).not.toContainText(words('ui_loading'));
    expect(await objections(options)).toEqual([]);
  });

  test(`the popup is accessible, ${scheme}`, async ({ open, openOwn }) => {
    const { page, tab } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    const popup = await openOwn(`popup.html?tab=${tab}&url=${encodeURIComponent(page.url())}`);
    await popup.setViewportSize({ width: 372, height: 560 });
    await popup.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expect(popup.getByRole('list', { name: words('popup_cast') })).toBeVisible();
    expect(await objections(popup)).toEqual([]);
  });
}
