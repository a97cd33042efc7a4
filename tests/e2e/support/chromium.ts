import { join } from 'node:path';
import { chromium, expect, test as base, type BrowserContext, type CDPSession, type Page, type Worker } from '@playwright/test';
import { keepAccount } from './account';
import { builtExtension, withFolder } from './build';
import { choose, tabs } from './extension';
import { openBorder, type Border } from './network';
import { ARTICLE_ADDRESS, demoArticle, type Served } from './pages';

/** The one host that requests may leave for, so that a test can see that leaving is noticed. */
export const OUTSIDE = 'outside.example';

/** Chromium with the extension in it. */
export interface Installed {
  context: BrowserContext;
  /** The extension's address, with a slash at its end. */
  base: string;
  /** An own page of the extension, for calling its interface. */
  inside: Page;
  /** What the hosts of the tests answer, by address; anything else is not found. */
  served: Map<string, Served>;
  /** Every address that pages and workers asked for. */
  requests: string[];
  border: Border;
}

/** A page of news with what is needed to look at it. */
export interface Reader {
  page: Page;
  client: CDPSession;
  tab: number;
}

interface Fixtures {
  /** Every test begins with the settings as they come, in Arabic. */
  fresh: void;
  /** Opens an address in a tab of its own; closed after the test. */
  open(address?: string, served?: Served): Promise<Reader>;
  /** Opens an own page of the extension in a tab of its own, by its file and query; closed after the test. */
  openOwn(file: string): Promise<Page>;
}

export const test = base.extend<Fixtures, { installed: Installed }>({
  installed: [
    async ({}, use) => {
      await withFolder(async (folder) => {
        const installed = await install(folder);
        try {
          await use(installed);
        } finally {
          await installed.close();
        }
      });
    },
    { scope: 'worker' },
  ],

  fresh: [
    async ({ installed }, use) => {
      installed.served.clear();
      installed.requests.length = 0;
      await choose(installed.inside);
      await use();
      expect(strangers(installed), 'requests beyond the pages themselves').toEqual([]);
    },
    { auto: true },
  ],

  async open({ installed }, use) {
    const opened: Page[] = [];
    await use(async (address = ARTICLE_ADDRESS, answer = { html: demoArticle() }) => {
      const reader = await openPage(installed, address, answer);
      opened.push(reader.page);
      return reader;
    });
    for (const page of opened) await page.close();
  },

  async openOwn({ installed }, use) {
    const opened: Page[] = [];
    await use(async (file) => {
      const page = await installed.context.newPage();
      opened.push(page);
      await page.setViewportSize({ width: 1000, height: 760 });
      await page.goto(`${installed.base}${file}`);
      return page;
    });
    for (const page of opened) await page.close();
  },
});

export { expect };

/** Opens an address in a tab of its own, where what is given is served. */
export async function openPage({ context, served, inside }: Installed, address: string, answer: Served): Promise<Reader> {
  served.set(address.split('#')[0], answer);
  const before = await tabs(inside);
  const page = await context.newPage();
  const [tab] = (await tabs(inside)).filter((id) => !before.includes(id));
  await page.addInitScript(keepAccount);
  await page.setViewportSize({ width: 1100, height: 760 });
  await page.goto(address);
  return { page, client: await context.newCDPSession(page), tab };
}

/** Requests for anything but the pages that were opened and the extension's own files. */
export const strangers = ({ requests, served, base }: Installed): string[] =>
  requests.filter((address) => !address.startsWith(base) && !served.has(address.split('#')[0]) && !address.startsWith('data:'));

/** Starts Chromium with the extension in it and nothing of the network behind it. */
export async function install(folder: string): Promise<Installed & { close(): Promise<void> }> {
  const border = await openBorder();
  const context = await launch(folder, border);
  const served = new Map<string, Served>();
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  // Only these: a route for every address would break the extension's own pages.
  await context.route(/^https?:/, async (route) => {
    const url = new URL(route.request().url());
    if (url.hostname === OUTSIDE) return route.continue();
    const answer = served.get(url.href.split('#')[0]);
    if (!answer) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: answer.html, headers: answer.headers });
  });
  const worker = await theWorker(context);
  const base = new URL('/', worker.url()).href;
  const inside = context.pages()[0] ?? (await context.newPage());
  await inside.goto(`${base}options.html`);
  const close = async (): Promise<void> => {
    await context.close();
    await border.close();
  };
  return { context, base, inside, served, requests, border, close };
}

async function launch(folder: string, border: Border): Promise<BrowserContext> {
  const extension = builtExtension('chrome');
  return chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: process.env.SIYAQ_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    colorScheme: 'light',
    deviceScaleFactor: 1.5,
    proxy: { server: border.address },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
}

/** The extension's worker, running or stopped. */
export async function theWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker', { timeout: 15_000 });
}
