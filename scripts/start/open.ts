/** Opens the built extension in Chromium on a page; without a display, prints what it found there. */
import { createServer, type Server } from 'node:http';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import type { PageState } from '../../utils/browser/protocol';
import { paragraphs, readArticle } from '../lib/article';
import { PROJECT_ROOT } from '../lib/root';
import { table } from '../lib/table';

/** What of the extension interface is called inside an extension page. */
declare const chrome: {
  tabs: { query(of: object): Promise<{ id: number }[]>; sendMessage(tab: number, message: unknown, to: { frameId: number }): Promise<unknown> };
};

const BUILT = join(PROJECT_ROOT, '.output/chrome-mv3');
const DEMO = join(PROJECT_ROOT, 'scripts/start/demo.html');
const SHOTS = join(PROJECT_ROOT, '.output/screenshots');
/** How long marks may take to appear before the page counts as having none. */
const PATIENCE_MS = 20_000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { headless: { type: 'boolean', default: false } } });
const target = positionals[0] ?? DEMO;
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

try {
  await open();
} catch (error) {
  console.error(`start: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function open(): Promise<void> {
  const served = /^https?:/.test(target) ? null : await serve(target);
  const url = served ? `http://localhost:${(served.address() as AddressInfo).port}/` : target;
  const profile = mkdtempSync(join(tmpdir(), 'siyaq-'));
  const extension = withAccess(join(profile, 'extension'), url);
  const headless = values.headless || !hasDisplay;
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const context = await chromium.launchPersistentContext(join(profile, 'profile'), {
    executablePath: process.env.SIYAQ_CHROMIUM,
    headless,
    viewport: headless ? { width: 1100, height: 1500 } : null,
    args: [
      ...sandbox, '--no-first-run', '--lang=ar', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      `--disable-extensions-except=${extension}`, `--load-extension=${extension}`,
    ],
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    if (headless) await report(context, page);
    else {
      console.log(`Opened ${url}: hover over an underlined name. Close the browser to end.`);
      await context.waitForEvent('close', { timeout: 0 });
    }
  } finally {
    await context.close().catch(() => undefined);
    served?.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** A copy of the build that may run on the page's host too: a reader grants this in the toolbar popup. */
function withAccess(folder: string, url: string): string {
  cpSync(BUILT, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { content_scripts: { matches: string[] }[] };
  manifest.content_scripts[0]!.matches.push(`${new URL(url).protocol}//${new URL(url).hostname}/*`);
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

/** Serves one page: an HTML file as it is, any other text as a plain Arabic page of its paragraphs. */
async function serve(path: string): Promise<Server> {
  const file = resolve(path);
  if (!existsSync(file)) throw new Error(`${path}: neither an address (http://...) nor a file`);
  const content = readFileSync(file, 'utf8');
  const html = /\.html?$/i.test(file) ? content : asPage(content, readArticle(file).date);
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html));
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return server;
}

function asPage(text: string, date: string | null): string {
  const escaped = (part: string) => part.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const body = paragraphs(text).map((block) => `<p>${escaped(block.text).replace(/\n/g, '<br>')}</p>`).join('\n');
  return `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>مقال</title>${date ? `<meta property="article:published_time" content="${date}">` : ''}<style>body{font:18px/1.9 serif;max-width:720px;margin:24px auto;padding:0 16px}</style><article>${body}</article></html>`;
}

async function report(context: BrowserContext, page: Page): Promise<void> {
  const state = await pageState(context, page);
  if (!state || state.cast.length === 0) throw new Error(`nobody known was found on ${page.url()}`);
  const rows = state.cast.map((member) => [member.name.ar, member.name.en, String(member.count), member.as.join(', '), member.role ?? '']);
  console.log(`${page.url()}  date of the article: ${state.date ?? 'not found'} (${state.dateSource ?? '-'})\n`);
  console.log(table(['من', 'who', 'times', 'as', 'role at that date'], rows));
  mkdirSync(SHOTS, { recursive: true });
  const shot = join(SHOTS, 'start.png');
  await page.screenshot({ path: shot, fullPage: true });
  console.log(`\nscreenshot: ${shot}`);
}

/** What the content script says of its page, asked as the toolbar popup asks it. */
async function pageState(context: BrowserContext, page: Page): Promise<PageState | null> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: PATIENCE_MS }));
  const inside = await context.newPage();
  await inside.goto(new URL('/popup.html', worker.url()).href);
  const until = Date.now() + PATIENCE_MS;
  let state: PageState | null = null;
  while (Date.now() < until && !state?.cast.length) {
    state = await inside.evaluate(async () => {
      for (const tab of await chrome.tabs.query({})) {
        const reply = await chrome.tabs.sendMessage(tab.id, { siyaq: 'pageState', payload: {} }, { frameId: 0 }).catch(() => null);
        const answer = (reply as { answer?: PageState } | null)?.answer;
        if (answer) return answer;
      }
      return null;
    });
    if (!state?.cast.length) await new Promise((done) => setTimeout(done, 150));
  }
  await inside.close();
  await page.bringToFront();
  return state;
}
