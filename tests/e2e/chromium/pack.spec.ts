import type { Page } from '@playwright/test';
import { compileDataset } from '../../../utils/dataset/compile';
import { sampleReading } from '../../unit/dataset-fixture';
import { shot } from '../support/build';
import { hover, shown } from '../support/card';
import { expect, test, type Installed } from '../support/chromium';
import type { ExtensionApi } from '../support/extension-api';
import { marked } from '../support/marks';
import { article } from '../support/pages';
import { words } from '../support/words';

declare const chrome: ExtensionApi & { storage: { local: { remove(key: string): Promise<void> } } };

/** A dataset of an invented country, as a pack. */
const PACK = Buffer.from(compileDataset(sampleReading().dataset, '9.8.7'));
const INVENTED = 'نبراس الزمرداوي';
const BUNDLED = 'عبد المجيد تبون';
const ADDRESS = 'https://www.hespress.com/pack.html';
const PAGE = { html: article(`<p>التقى ${BUNDLED} أمس نظيره.</p><p>وقال ${INVENTED} كلاما كثيرا.</p>`) };

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
const people = async (page: Page): Promise<string[]> => (await marked(page)).person;

/** The part of the options page that tells of the data. */
const data = (options: Page) => {
  const section = options.locator('#data');
  return {
    choose: (name: string, buffer: Buffer) => section.locator('input[type=file]').setInputFiles(file(name, buffer)),
    press: (key: string) => section.getByRole('button', { name: words(key), exact: true }).click(),
    button: (key: string) => section.getByRole('button', { name: words(key), exact: true }),
    says: section.getByRole('status'),
    problem: section.getByRole('alert'),
    fact: (key: string) => section.locator('.facts').first().locator('div', { hasText: words(key) }).locator('bdi').first(),
  };
};

/** Ends the worker, as the browser does after half a minute of quiet. */
async function stopWorker({ context, inside }: Installed): Promise<void> {
  const session = await context.newCDPSession(inside);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** Cuts short what is stored, as a failing disk might. */
const damageStored = (inside: Page): Promise<void> =>
  inside.evaluate(
    () =>
      new Promise((done, failed) => {
        const opening = indexedDB.open('siyaq');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction('packs', 'readwrite');
          const cursor = change.objectStore('packs').openCursor();
          cursor.onsuccess = () => cursor.result?.update((cursor.result.value as Uint8Array).slice(0, 3000));
          change.oncomplete = () => (opening.result.close(), done());
          change.onabort = () => failed(change.error);
        };
      }),
  );

const databases = (inside: Page): Promise<string[]> => inside.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name!));

test.describe('a dataset of the reader’s own', () => {
  test.afterEach(async ({ installed }) => {
    await installed.inside.evaluate(() => chrome.storage.local.remove('pack'));
  });

  test('is shown, installed, used for marks and cards, and taken out again', async ({ open, openOwn, installed }) => {
    const { page, client } = await open(ADDRESS, PAGE);
    await expect.poll(() => people(page)).toEqual([BUNDLED]);
    expect(await databases(installed.inside)).toEqual([]);

    const options = await openOwn('options.html');
    const section = data(options);
    await expect(section.fact('data_from')).toHaveText(words('data_from_bundled'));
    await section.choose('zumurrud.pack', PACK);
    await expect(section.says).toHaveText(words('data_checked', 'zumurrud.pack'));
    const offer = options.locator('#data .offer');
    await expect(offer).toContainText('9.8.7');
    expect(await databases(installed.inside)).toEqual([]);
    for (const scheme of ['light', 'dark'] as const) {
      await options.emulateMedia({ colorScheme: scheme });
      await options.locator('#data').screenshot({ path: shot(`data-${scheme}`) });
    }
    await section.press('data_use');
    await expect(section.says).toHaveText(words('data_installed'));
    await expect(section.fact('data_from')).toHaveText(words('data_from_installed'));
    await expect(section.fact('data_version')).toHaveText('9.8.7');

    await page.bringToFront();
    await page.reload();
    await expect.poll(() => people(page)).toEqual([INVENTED]);
    await stopWorker(installed);
    await hover(page, INVENTED);
    expect((await shown(client, INVENTED)).role).toContain('وزير الجواهر');

    await options.bringToFront();
    await section.press('data_remove');
    await expect(section.says).toHaveText(words('data_removed'));
    await expect(section.fact('data_from')).toHaveText(words('data_from_bundled'));
    await section.press('ui_undo');
    await expect(section.fact('data_version')).toHaveText('9.8.7');
    await section.press('data_remove');
    await expect(section.button('data_remove')).toHaveCount(0);
    await page.reload();
    await expect.poll(() => people(page)).toEqual([BUNDLED]);
  });

  test('is refused when damaged, in the reader’s language, and the one in use stays', async ({ openOwn }) => {
    const options = await openOwn('options.html');
    const section = data(options);
    await section.choose('whole.pack', PACK);
    await section.press('data_use');
    await expect(section.fact('data_version')).toHaveText('9.8.7');

    const changed = Buffer.from(PACK);
    changed[changed.length - 200] ^= 0xff;
    const refused: [string, Buffer, string][] = [
      ['changed.pack', changed, 'data_error_checksum'],
      ['cut.pack', PACK.subarray(0, 2000), 'data_error_truncated'],
      ['page.pack', Buffer.from(PAGE.html), 'data_error_not_a_pack'],
    ];
    for (const [name, bytes, key] of refused) {
      await section.choose(name, bytes);
      await expect(section.says).toHaveText(words('data_refused', words(key)));
      await expect(section.button('data_use')).toHaveCount(0);
    }
    expect(words('data_error_checksum')).toMatch(/\p{Script=Arabic}/u);
    await options.reload();
    await expect(section.fact('data_version')).toHaveText('9.8.7');
    expect((await options.evaluate(async () => (await chrome.storage.local.get('pack')).pack))).toEqual(expect.any(String));
  });

  test('gives way to the bundled one when it is damaged in store, which says so', async ({ open, openOwn, installed }) => {
    const options = await openOwn('options.html');
    const section = data(options);
    await section.choose('whole.pack', PACK);
    await section.press('data_use');
    await expect(section.fact('data_version')).toHaveText('9.8.7');
    await damageStored(installed.inside);
    await stopWorker(installed);
    await expect(async () => {
      await options.reload();
      await expect(section.problem).toHaveText(words('data_problem', words('data_error_truncated')), { timeout: 2000 });
    }).toPass();
    await expect(section.fact('data_from')).toHaveText(words('data_from_bundled'));
    const { page } = await open(ADDRESS, PAGE);
    await expect.poll(() => people(page)).toEqual([BUNDLED]);

    await options.bringToFront();
    await section.press('data_remove');
    await expect(section.problem).toHaveCount(0);
  });
});
