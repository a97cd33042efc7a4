import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { builtExtension, withFolder } from './build';
import { lookAtCard, NOTHING, type Seen } from './card';
import { openBorder, type Border } from './network';
import { demoArticle } from './pages';

/** Fixed beforehand: Firefox would give the extension another address in every profile. */
const UUID = 'c0ffee00-5159-4a51-8000-000000000001';
const EXTENSION_ID = 'siyaq@siyaq.example';
/** Hosts that Firefox itself calls, whatever is installed in it. */
const BROWSERS_OWN = /(?:^|\.)(?:mozilla\.(?:org|com|net)|firefox\.com|mozgcp\.net)(?::\d+)?$/;
const NEWS_HOST = 'www.elkhabar.com';

/** Firefox with the extension in it. */
export interface InstalledFirefox {
  /** What the server of the news host was asked for. */
  served: string[];
  border: Border;
  /** Opens the demo article as the news host's. */
  openArticle(): Promise<Page>;
  /** Opens an own page of the extension. */
  openOwn(file: string): Promise<Page>;
}

export const test = base.extend<object, { firefox: InstalledFirefox }>({
  firefox: [
    async ({}, use) => {
      const extension = builtExtension('firefox');
      await withFolder(async (folder) => {
        const server = await newsServer(folder);
        const border = await openBorder();
        const browser = await launch(folder, border);
        try {
          await browser.installExtension(extension);
          const address = `https://${NEWS_HOST}:${(server.listener.address() as AddressInfo).port}/press/article/siyaq-demo`;
          await use({ served: server.asked, border, openArticle: () => openArticle(browser, address), openOwn: (file) => openOwn(browser, file) });
        } finally {
          await browser.close();
          await border.close();
          server.listener.closeAllConnections();
          server.listener.close();
        }
      });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

export { expect };

/** Hosts that were called and are neither the page's nor the browser's own. */
export const strangers = ({ border }: InstalledFirefox): string[] => border.crossings.filter((host) => !BROWSERS_OWN.test(host));

/** The card as it is now. Its shadow root is closed to pages; the browser's remote protocol hands it out. */
export async function seen(page: Page): Promise<Seen> {
  const protocol = (page.browser() as unknown as { connection: BidiConnection }).connection;
  const target = { context: (page.mainFrame() as unknown as { _id: string })._id };
  const { result: html } = await protocol.send('script.evaluate', {
    expression: 'document.documentElement',
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
  });
  const host = html.result.value?.children?.find(({ value }) => value?.shadowRoot);
  if (!host?.value?.shadowRoot) return NOTHING;
  const { result: card } = await protocol.send('script.callFunction', {
    functionDeclaration: `function () { return JSON.stringify((${lookAtCard.toString()}).call(this)); }`.replace('(lookAtCard', '(function lookAtCard'),
    this: { sharedId: host.value.shadowRoot.sharedId },
    target,
    awaitPromise: false,
    arguments: [],
  });
  if (card.exceptionDetails) throw new Error(`Looking into the card: ${card.exceptionDetails.text}`);
  return JSON.parse(card.result.value as unknown as string) as Seen;
}

/** Waits for the card with its contents, and answers with it. */
export async function shown(page: Page): Promise<Seen> {
  await expect.poll(async () => isReady(await seen(page)), { intervals: [50], message: 'a card' }).toBe(true);
  return seen(page);
}

/** Changes to the article since the parser was done with it. */
export const changes = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as { changes: number }).changes);

const isReady = ({ open, busy }: Seen): boolean => open && !busy;

function keepChanges(): void {
  document.addEventListener('DOMContentLoaded', () => {
    Object.assign(globalThis, { changes: 0 });
    const everything = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver((records) => ((globalThis as unknown as { changes: number }).changes += records.length)).observe(document.body, everything);
  });
}

/** Of the protocol between browser and tool, what is used here. */
interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: { result: RemoteNode; exceptionDetails?: { text: string } } }>;
}
interface RemoteNode {
  sharedId?: string;
  value?: { children?: RemoteNode[]; shadowRoot?: { sharedId: string } | null };
}

function launch(folder: string, border: Border): Promise<Browser> {
  const proxy = new URL(border.address);
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.SIYAQ_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    acceptInsecureCerts: true,
    userDataDir: join(folder, 'profile'),
    // Extension pages are closed to remote control otherwise.
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: UUID }),
      // Pictures are of things at rest.
      'ui.prefersReducedMotion': 1,
      'network.dns.forceResolve': '127.0.0.1',
      'network.proxy.type': 1,
      'network.proxy.http': proxy.hostname,
      'network.proxy.http_port': Number(proxy.port),
      'network.proxy.ssl': proxy.hostname,
      'network.proxy.ssl_port': Number(proxy.port),
      'network.proxy.no_proxies_on': NEWS_HOST,
    },
  });
}

/** The news host: answers with the demo article, under a certificate made for this run. */
async function newsServer(folder: string): Promise<{ listener: Server; asked: string[] }> {
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name)) as [string, string];
  const subject = ['-subj', `/CN=${NEWS_HOST}`, '-addext', `subjectAltName=DNS:${NEWS_HOST}`];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject], { stdio: 'pipe' });
  const asked: string[] = [];
  const listener = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    asked.push(`${request.headers.host?.split(':')[0]}${request.url}`);
    if (request.url?.startsWith('/press/')) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(demoArticle());
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  return { listener, asked };
}

async function openArticle(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1100, height: 760 });
  await page.evaluateOnNewDocument(keepChanges);
  await page.goto(address);
  return page;
}

async function openOwn(browser: Browser, file: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 760 });
  const address = `moz-extension://${UUID}/${file}`;
  // The browser does not tell the end of this navigation; the page itself does.
  page.goto(address).catch(() => undefined);
  await expect.poll(() => page.evaluate(() => `${location.href} ${document.readyState}`).catch(() => '')).toBe(`${address} complete`);
  return page;
}
