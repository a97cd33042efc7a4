import { expect, test as base } from '@playwright/test';
import { withFolder } from '../support/build';
import { hover, shown } from '../support/card';
import { install, openPage } from '../support/chromium';
import { choose } from '../support/extension';
import type { ExtensionApi } from '../support/extension-api';
import { KINDS, markCount } from '../support/marks';
import { ARTICLE_ADDRESS, demoArticle } from '../support/pages';

declare const chrome: ExtensionApi;

// A browser of its own: reloading the extension closes its pages, which the other tests share.
base('an article that was open when the extension is replaced is left without a trace', async () => {
  await withFolder(async (folder) => {
    const installed = await install(folder);
    try {
      await choose(installed.inside);
      const { page, client } = await openPage(installed, ARTICLE_ADDRESS, { html: demoArticle() });
      await expect.poll(() => markCount(page)).toBeGreaterThan(0);
      await hover(page, 'بوقادوم');
      await shown(client);
      await page.keyboard.press('Escape');
      await installed.inside.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
      await page.bringToFront();
      // The orphan learns of it when it next has something to ask: the reader rests on another name.
      await hover(page, 'دونالد ترمب');
      const traces = (): Promise<string[]> =>
        page.evaluate((kinds) => [
          ...kinds.filter((kind) => (CSS.highlights.get(`siyaq-${kind}`)?.size ?? 0) > 0),
          ...[...document.documentElement.children].slice(2).map(({ localName }) => localName),
        ], KINDS);
      await expect.poll(traces).toEqual([]);
    } finally {
      await installed.close();
    }
  });
});
