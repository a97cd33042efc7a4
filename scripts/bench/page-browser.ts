import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import type { Settings } from '../../utils/browser/settings';
import { PROJECT_ROOT } from '../lib/root';

/** Chromium with the extension, and pages served to it from this process. */
export interface BenchBrowser {
  contentScriptBytes: number;
  /** Opens a tab with nothing in it yet. */
  tab(): Promise<{ page: Page; client: CDPSession }>;
  /** Address of a page by name: where the extension may run, or where it may not. */
  address(name: string, marked: boolean): string;
  /** Ends the extension's worker: the next message has to start it. */
  stopWorker(): Promise<void>;
  /** Stores settings, as a reader's choice would; the rest are at their defaults. */
  configure(settings: Partial<Settings>): Promise<void>;
  close(): Promise<void>;
}

/** What of the extension interface is called inside an extension page. */
declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

/** The folder of the extension as it is now: built anew, for a build that lies there may be of another day. @throws {Error} where it can't be built */
async function builtExtension(): Promise<string> {
  const { build } = await setup<{ build(root: string, browser: string): boolean }>('build');
  if (!build(PROJECT_ROOT, 'chrome')) throw new Error('the extension was not built');
  return join(PROJECT_ROOT, '.output/chrome-mv3');
}

async function chromiumPath(): Promise<string> {
  if (process.env.SIYAQ_CHROMIUM) return process.env.SIYAQ_CHROMIUM;
  const { ensureBrowser } = await setup<{ ensureBrowser(name: string, root: string): string }>('browsers');
  return ensureBrowser('chromium', PROJECT_ROOT);
}

/** One of the scripts that get things ready; they run before any package is there, so they are no TypeScript. */
const setup = async <T>(name: string): Promise<T> => (await import(new URL(`../setup/${name}.mjs`, import.meta.url).href)) as T;

/** Builds the extension, starts Chromium with it and serves `pages` (HTML by name). Isolated from other origins, so that its clock ticks in 5 µs. */
export async function openBrowser(pages: ReadonlyMap<string, string>): Promise<BenchBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'siyaq-bench-'));
  const extension = join(folder, 'extension');
  cpSync(await builtExtension(), extension, { recursive: true });
  const contentScriptBytes = statSync(join(extension, 'content-scripts/content.js')).size;
  const manifestFile = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as { content_scripts: { matches: string[] }[] };
  manifest.content_scripts[0]!.matches.push('http://localhost/*');
  writeFileSync(manifestFile, JSON.stringify(manifest));

  const headers = { 'content-type': 'text/html; charset=utf-8', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
  const server = createServer((request, response) => {
    const html = pages.get((request.url ?? '/').slice(1));
    response.writeHead(html === undefined ? 404 : 200, headers).end(html ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;

  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: await chromiumPath(),
    headless: true,
    viewport: { width: 1100, height: 760 },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--no-first-run', '--host-resolver-rules=MAP localhost 127.0.0.1',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
      `--disable-extensions-except=${extension}`, `--load-extension=${extension}`,
    ],
  });
  // Functions sent to a page are compiled by what runs this, which may keep their names by a helper of this name.
  await context.addInitScript('globalThis.__name ??= (it) => it;');
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
  const inside = await context.newPage();
  await inside.goto(new URL('/options.html', worker.url()).href);
  const insideClient = await context.newCDPSession(inside);
  await insideClient.send('ServiceWorker.enable');

  return {
    contentScriptBytes,
    address: (name, marked) => `http://${marked ? 'localhost' : '127.0.0.1'}:${port}/${name}`,
    async tab() {
      const page = await context.newPage();
      return { page, client: await context.newCDPSession(page) };
    },
    async stopWorker() {
      await insideClient.send('ServiceWorker.stopAllWorkers');
      await new Promise((done) => setTimeout(done, 250));
    },
    async configure(settings) {
      await inside.evaluate((settings) => chrome.storage.local.set({ settings: { version: 1, ...settings } }), settings);
    },
    async close() {
      await context.close();
      server.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 8, retryDelay: 150 });
    },
  };
}
