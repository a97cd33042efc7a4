import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from '@playwright/test';
import preact from '@preact/preset-vite';
import { build } from 'vite';
import type { Annotation } from '../../entrypoints/content/article';
import { DWELL_MS } from '../../entrypoints/content/states';
import { annotate } from '../../utils/matching/annotate';
import { bundledPack } from '../lib/pack';
import { ms, quartiles, ratio, type Timing } from './measure';
import { articlePage, demoPage } from './page-article';
import { bareWalk } from './page-bare';
import { openBrowser, type BenchBrowser } from './page-browser';
import type { ProbeTimes } from './page-probe';
import { traced } from './page-trace';
import { keepTime, marksInView, watchCard, type CardTimes, type PageTimes } from './page-watch';

/** What one page costs. Times in milliseconds. */
export interface PageCost {
  page: string;
  marks: number;
  /** Over and over in one page, in a test build: each beside a bare walk of the same round. */
  repeated: Record<Exclude<keyof ProbeTimes, 'marks' | 'wrapFault'>, Timing>;
  /** Why mark.js did not get through; null where it did. */
  wrapFault: string | null;
  /** Page after page, in the extension itself: thread time of the first walk, of the script's start, of all its later work. */
  first: { bare: Timing; start: Timing; work: Timing; longestTask: Timing };
  /** The longest task of any load that had the extension's work in it. */
  worstTask: number;
  /** DOMContentLoaded to the marks, and to the frame that shows them. */
  marked: { warm: Timing; cold: Timing };
  shown: { warm: Timing; cold: Timing };
}

/** What the extension costs a page, and what a card takes. */
export interface PageResult {
  pages: PageCost[];
  /** From the end of the dwell to a card with its contents. */
  hover: Timing;
  /** Megabytes of heap that the extension adds to a tab with the article of 3,000 words. */
  memoryMB: Timing;
  contentScriptBytes: number;
}

const PAGES: readonly { name: string; words: number | null; rounds: number; loads: number }[] = [
  { name: 'demo', words: null, rounds: 80, loads: 11 },
  { name: '3,000 words', words: 3_000, rounds: 60, loads: 15 },
  { name: '30,000 words', words: 30_000, rounds: 20, loads: 7 },
];
const ARTICLE = PAGES[1]!.name;

/** Measures the extension, as it is now, in Chromium. @throws {Error} where it can't be built, or no marks appear */
export async function benchPage(note: (message: string) => void): Promise<PageResult> {
  const html = new Map(PAGES.map(({ name, words }) => [slug(name), words === null ? demoPage() : articlePage(words).html]));
  const probe = await bundleProbe();
  const browser = await openBrowser(html);
  try {
    const pages: PageCost[] = [];
    for (const { name, rounds, loads } of PAGES) {
      note(`page: ${name}`);
      const { marks, wrapFault, ...repeated } = await measureRepeated(browser, name, probe, rounds);
      const { first, worstTask } = await measureFirst(browser, name, loads);
      const warm = await measureReady(browser, name, loads, false);
      const cold = await measureReady(browser, name, Math.min(loads, 9), true);
      pages.push({
        page: name, marks, wrapFault, first, worstTask,
        repeated: Object.fromEntries(Object.entries(repeated).map(([key, times]) => [key, quartiles(times.length > 0 ? times : [0])])) as PageCost['repeated'],
        marked: { warm: warm.marked, cold: cold.marked },
        shown: { warm: warm.shown, cold: cold.shown },
      });
    }
    note('page: cards and memory');
    return { pages, hover: await measureHover(browser), memoryMB: await measureMemory(browser), contentScriptBytes: browser.contentScriptBytes };
  } finally {
    await browser.close();
  }
}

const slug = (name: string): string => name.replace(/\W+/g, '-');
const pause = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));

/** The content side with the probe around it, as one script, minified as in the extension. */
async function bundleProbe(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [preact()],
    build: { write: false, lib: { entry: new URL('page-probe.ts', import.meta.url).pathname, formats: ['iife'], name: 'probe' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!('output' in output!)) throw new Error('the probe was not built');
  const wrapper = readFileSync(createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js'), 'utf8');
  return `${wrapper}\n${output.output[0].code}\n;globalThis.probe = probe;`;
}

interface Probe {
  texts(): string[];
  run(annotation: Annotation, rounds: number): Promise<ProbeTimes>;
}

async function measureRepeated(browser: BenchBrowser, name: string, script: string, rounds: number): Promise<ProbeTimes> {
  const { page } = await browser.tab();
  await page.goto(browser.address(slug(name), false));
  await page.evaluate(script);
  const texts = await page.evaluate(() => (globalThis as unknown as { probe: Probe }).probe.texts());
  const told = annotate(bundledPack(), texts.map((text) => ({ text })), { date: '2025-03-09', country: null });
  const ids = [...new Set(told.mentions.map(({ entity }) => entity))];
  const annotation = {
    date: '2025-03-09', dateSource: 'json-ld', country: null,
    entities: ids.map((id) => ({ id, kind: 'person', name: { ar: id, en: id, fr: id }, role: null })),
    mentions: told.mentions.map((mention) => ({ ...mention, entity: ids.indexOf(mention.entity) })),
    abstained: [],
  } as unknown as Annotation;
  const times = await page.evaluate(([annotation, rounds]) => (globalThis as unknown as { probe: Probe }).probe.run(annotation, rounds), [annotation, rounds] as const);
  await page.close();
  if (times.marks === 0) throw new Error(`${name}: nobody known is named in it: is the dataset there?`);
  return times;
}

async function measureFirst(browser: BenchBrowser, name: string, loads: number): Promise<Pick<PageCost, 'first' | 'worstTask'>> {
  const { page, client } = await browser.tab();
  const times = { bare: [] as number[], start: [] as number[], work: [] as number[], longestTask: [] as number[] };
  // The first load fills the browser's caches of compiled code, as any earlier article does.
  for (let load = -1; load < loads; load++) {
    const { start, work, longest } = await traced(client, async () => {
      await page.goto(browser.address(slug(name), true));
      await pause(600);
    });
    const bare = await firstWalk(client);
    if (load < 0) continue;
    times.bare.push(bare);
    times.start.push(start);
    times.work.push(work);
    times.longestTask.push(longest);
  }
  await page.close();
  const first = { bare: quartiles(times.bare), start: quartiles(times.start), work: quartiles(times.work), longestTask: quartiles(times.longestTask) };
  return { first, worstTask: Math.max(...times.longestTask) };
}

/** A bare walk in a world of its own, where none of the page's nodes has been met yet: what the content script finds, too. */
async function firstWalk(client: CDPSession): Promise<number> {
  const { frameTree } = await client.send('Page.getFrameTree');
  const { executionContextId } = await client.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const expression = `(() => { const walk = ${bareWalk.toString()}; const root = document.querySelector('article'); const began = performance.now(); walk(root); return performance.now() - began; })()`;
  const { result } = await client.send('Runtime.evaluate', { contextId: executionContextId, expression, returnByValue: true });
  return result.value as number;
}

async function measureReady(browser: BenchBrowser, name: string, loads: number, cold: boolean): Promise<{ marked: Timing; shown: Timing }> {
  const { page } = await browser.tab();
  await page.addInitScript(keepTime);
  const [marked, shown]: number[][] = [[], []];
  for (let load = -1; load < loads; load++) {
    if (cold) await browser.stopWorker();
    await page.goto(browser.address(slug(name), true));
    const times = await timesOf(page, name);
    if (load < 0) continue;
    marked!.push(times.marked);
    shown!.push(times.shown);
  }
  await page.close();
  return { marked: quartiles(marked!), shown: quartiles(shown!) };
}

async function timesOf(page: Page, name: string): Promise<PageTimes> {
  // Asking takes the page's time, so the first time is late.
  await pause(500);
  for (let tries = 0; tries < 100; tries++) {
    await pause(100);
    const times = await page.evaluate(() => (globalThis as unknown as { times: PageTimes }).times);
    if (times.shown > 0) return times;
  }
  throw new Error(`${name}: no marks after ten seconds`);
}

const HOVERS = 24;

async function measureHover(browser: BenchBrowser): Promise<Timing> {
  // With the shortest delay a card is shown as soon as it is known, and that is what is asked here.
  await browser.configure({ delay: DWELL_MS });
  const { page, client } = await browser.tab();
  await page.addInitScript(keepTime);
  await page.goto(browser.address(slug(ARTICLE), true));
  await timesOf(page, ARTICLE);
  const points = await page.evaluate(marksInView, 6);
  if (points.length === 0) throw new Error(`${ARTICLE}: no person is marked in the first window`);
  const times: number[] = [];
  for (let turn = -2; turn < HOVERS; turn++) {
    const { x, y } = points[(turn + 2) % points.length]!;
    await page.mouse.move(2, 2);
    await pause(450);
    await page.evaluate(() => Object.assign(globalThis, { cardShown: 0 }));
    await page.mouse.move(x, y);
    await pause(DWELL_MS + 250);
    // The card's place in the page is made with the first card.
    if (turn === -2) await intoCard(client);
    if (turn < 0) continue;
    const { pointed, cardShown } = await page.evaluate(() => {
      const { pointed, cardShown } = globalThis as unknown as CardTimes;
      return { pointed, cardShown };
    });
    if (cardShown > 0) times.push(cardShown - pointed - DWELL_MS);
  }
  await page.close();
  await browser.configure({});
  if (times.length < HOVERS / 2) throw new Error(`a card was shown for only ${times.length} of ${HOVERS} hovers`);
  return quartiles(times);
}

/** Watches the card from within: its shadow root is closed to pages, but not to the browser's own tools. */
async function intoCard(client: CDPSession): Promise<void> {
  const { root } = await client.send('DOM.getDocument', { depth: 3, pierce: true });
  const html = root.children?.find(({ localName }) => localName === 'html');
  const shadow = html?.children?.flatMap(({ shadowRoots }) => shadowRoots ?? []).find(({ shadowRootType }) => shadowRootType === 'closed');
  if (!shadow) throw new Error('no card was shown on the first hover');
  const { object } = await client.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
  await client.send('Runtime.callFunctionOn', { objectId: object.objectId, functionDeclaration: watchCard.toString() });
}

/** Heaps of one page with the extension and without, in turn; the difference, in megabytes. */
async function measureMemory(browser: BenchBrowser): Promise<Timing> {
  const heap = async (marked: boolean): Promise<number> => {
    const { page, client } = await browser.tab();
    await page.goto(browser.address(slug(ARTICLE), marked));
    await pause(1_000);
    await client.send('HeapProfiler.enable');
    for (let i = 0; i < 3; i++) await client.send('HeapProfiler.collectGarbage');
    const usage = (await client.send('Runtime.getHeapUsage')) as { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number };
    await page.close();
    return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
  };
  const added: number[] = [];
  for (let i = 0; i < 5; i++) added.push(((await heap(true)) - (await heap(false))) / 1e6);
  return quartiles(added);
}

/** One line per budget of the design: what, how much, and the most it may be. */
export function pageRows({ pages, hover, memoryMB, contentScriptBytes }: PageResult): string[][] {
  const [demo, article] = pages as [PageCost, PageCost];
  const rows: string[][] = [
    ['content script, bytes', contentScriptBytes.toLocaleString('en'), '90,000'],
    ['memory added to a tab, MB', memoryMB.median.toFixed(2), '3'],
    ['hover to card after the dwell, warm, ms', ms(hover), '16'],
  ];
  for (const cost of pages) {
    const { page, repeated, first, marked, shown, worstTask, wrapFault } = cost;
    const of = (times: Timing, unit: Timing) => `${ratio(times, unit)} × a bare walk`;
    rows.push(
      [`${page}: all work but starting the script, first time`, of(first.work, first.bare), cost === article ? '3' : ''],
      [`${page}: the same in a loop`, of(repeated.session, repeated.bare), ''],
      [`${page}: of it reading, in a loop`, of(repeated.read, repeated.bare), cost === article ? '3' : ''],
      [`${page}: painting every mark (${cost.marks}), in a loop`, of(repeated.paint, repeated.bare), ''],
      [`${page}: mark.js on the same names`, wrapFault ? `fails: ${wrapFault}` : of(repeated.wrap, repeated.bare), ''],
      [`${page}: style and layout after painting / after mark.js, ms`, `${ms(repeated.paintAfter)} / ${wrapFault ? '-' : ms(repeated.wrapAfter)}`, ''],
      [`${page}: starting the script, ms`, ms(first.start), ''],
      [`${page}: longest task with work of ours; the worst of ${first.work.runs} loads, ms`, `${ms(first.longestTask)}; ${worstTask.toFixed(1)}`, cost === demo ? '16' : '50'],
      [`${page}: ready to marked, warm, ms`, ms(marked.warm), cost === article ? '50' : ''],
      [`${page}: ready to marked, cold worker, ms`, ms(marked.cold), cost === article ? '250' : ''],
      [`${page}: ready to the frame that shows them, warm / cold, ms`, `${ms(shown.warm)} / ${ms(shown.cold)}`, ''],
    );
  }
  return rows;
}
