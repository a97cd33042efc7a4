import { join } from 'node:path';
import { chromium, test as base, type BrowserContext, type CDPSession, type Page, type Worker } from '@playwright/test';
import type { PageState } from '../../../utils/browser/protocol';
import type { Settings } from '../../../utils/browser/settings';
import { builtExtension, withFolder } from './build';
import type { ExtensionApi } from './extension-api';
import { openBorder, type Border } from './network';
import { ARTICLE_ADDRESS, demoArticle, type Served } from './pages';

declare const chrome: ExtensionApi;

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
  /** Addresses that pages and workers asked for, other than the extension's own files. */
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
  /** Opens an address in a tab of its own; closed after the test. */
  open(address?: string, served?: Served): Promise<Reader>;
}

export const test = base.extend<Fixtures, { installed: Installed }>({
  installed: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await withFolder(async (folder) => {
        const border = await openBorder();
        const context = await launch(folder, border);
        const served = new Map<string, Served>();
        const requests: string[] = [];
        context.on('request', (request) => {
          if (/^(?:https?|wss?):/.test(request.url())) requests.push(request.url());
        });
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
        await use({ context, base, inside, served, requests, border });
        await context.close();
        await border.close();
      });
    },
    { scope: 'worker' },
  ],

  async open({ installed }, use) {
    const { context, served, inside } = installed;
    await inside.evaluate(() => chrome.storage.local.clear());
    served.clear();
    const opened: Page[] = [];
    await use(async (address = ARTICLE_ADDRESS, answer = { html: demoArticle() }) => {
      served.set(address.split('#')[0], answer);
      const before = await tabs(inside);
      const page = await context.newPage();
      opened.push(page);
      const [tab] = (await tabs(inside)).filter((id) => !before.includes(id));
      await page.addInitScript(keepAccount);
      await page.setViewportSize({ width: 1100, height: 760 });
      await page.goto(address);
      return { page, client: await context.newCDPSession(page), tab };
    });
    for (const page of opened) await page.close();
  },
});

export { expect } from '@playwright/test';

async function launch(folder: string, border: Border): Promise<BrowserContext> {
  const extension = builtExtension('chrome');
  return chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: process.env.SIYAQ_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    locale: 'ar',
    colorScheme: 'light',
    deviceScaleFactor: 1.5,
    proxy: { server: border.address },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--lang=ar',
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

const tabs = (inside: Page): Promise<number[]> => inside.evaluate(async () => (await chrome.tabs.query({})).map(({ id }) => id));

/** What the content script says of a tab, as the toolbar popup asks it; null where nobody answers. */
export const pageState = (inside: Page, tab: number): Promise<PageState | null> =>
  inside.evaluate(async (tab) => {
    const reply = await chrome.tabs.sendMessage(tab, { siyaq: 'pageState', payload: {} }, { frameId: 0 }).catch(() => null);
    return (reply as { answer?: PageState } | null)?.answer ?? null;
  }, tab);

/** Sends a keyboard command to a tab, as the background does. */
export const sendCommand = (inside: Page, tab: number, name: string): Promise<unknown> =>
  inside.evaluate(([tab, name]) => chrome.tabs.sendMessage(tab, { siyaq: 'command', payload: { name } }, { frameId: 0 }), [tab, name] as const);

/** Stores settings as they would be after a reader's choice; the rest stay at their defaults. */
export const choose = (inside: Page, settings: Partial<Settings>): Promise<void> =>
  inside.evaluate((settings) => chrome.storage.local.set({ settings: { version: 1, ...settings } }), settings);

/** What a page keeps account of from its first moment. */
export interface Account {
  /** Changes to the body and below, since the parser was done with it. */
  changes: string[];
  /** The body as the parser left it. */
  body: string;
  /** Sum of the layout shift scores. */
  shift: number;
  /** Lengths of tasks over 50 ms, in milliseconds, with when they began. */
  longTasks: { start: number; duration: number }[];
}

/** Runs in the page before anything else does. */
function keepAccount(): void {
  const account: Account = { changes: [], body: '', shift: 0, longTasks: [] };
  Object.assign(globalThis, { account });
  const observe = (type: string, note: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe('layout-shift', (entry) => (account.shift += (entry as PerformanceEntry & { value: number }).value));
  observe('longtask', ({ startTime, duration }) => account.longTasks.push({ start: startTime, duration }));
  document.addEventListener('DOMContentLoaded', () => {
    account.body = document.body.outerHTML;
    const options = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver((records) => {
      for (const { type, target, attributeName } of records) account.changes.push(`${type} ${attributeName ?? ''} ${target.nodeName}`);
    }).observe(document.body, options);
  });
}
