/** What the benchmark runs inside a page: bundled, and left there as `probe`. */
import { mentionsOf, type Annotation } from '../../entrypoints/content/article';
import { PageSession, type Outside } from '../../entrypoints/content/session';
import { DEFAULT_SETTINGS } from '../../utils/browser/settings';
import { readBlocks, type PageBlock } from '../../utils/page/blocks';
import { MarkLayer } from '../../utils/page/mark-layer';
import { HighlightPainter } from '../../utils/page/paint';
import { bareWalk } from './page-bare';

/** Milliseconds of each, and what was found. */
export interface ProbeTimes {
  bare: number[];
  read: number[];
  paint: number[];
  session: number[];
  /** Searching for the same names and wrapping them in elements, by mark.js; the style and layout that follow. */
  wrap: number[];
  wrapAfter: number[];
  paintAfter: number[];
  marks: number;
  /** Why mark.js did not get through this page; null where it did. */
  wrapFault: string | null;
}

/** As much of mark.js as is used. */
declare const Mark: new (root: Element) => { mark(words: string[], how: object): void; unmark(): void };

/** The texts of a page's blocks, to be annotated elsewhere. */
export const texts = (): string[] => readAll().map(({ text }) => text);

function readAll(): PageBlock[] {
  const work = readBlocks(document.body, { navigation: false });
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** Marks a page as the content script does, once, and takes it all away; answers with the time from start to marks. */
async function session(annotation: Annotation): Promise<{ time: number; end(): void }> {
  let painted!: () => void;
  let failed!: (error: Error) => void;
  const done = new Promise<void>((resolve, reject) => {
    painted = resolve;
    failed = reject;
  });
  const send = async (name: string): Promise<unknown> => {
    if (name === 'annotate') return annotation;
    // Told right after painting, for the badge.
    painted();
    return null;
  };
  const began = performance.now();
  const running = new PageSession({ send: send as Outside['send'], settings: DEFAULT_SETTINGS });
  const late = setTimeout(() => failed(new Error('the session painted nothing in ten seconds')), 10_000);
  await done;
  clearTimeout(late);
  return { time: performance.now() - began, end: () => running.destroy() };
}

/** Runs everything in turn, `rounds` times, so that what slows one round slows all it is compared with. */
export async function run(annotation: Annotation, rounds: number): Promise<ProbeTimes> {
  const times: ProbeTimes = { bare: [], read: [], paint: [], session: [], wrap: [], wrapAfter: [], paintAfter: [], marks: 0, wrapFault: null };
  const mentions = mentionsOf(annotation);
  const article = document.querySelector('article') ?? document.body;
  for (let round = -3; round < rounds; round++) {
    const a = performance.now();
    bareWalk(article);
    const b = performance.now();
    const blocks = readAll();
    const c = performance.now();
    const layer = new MarkLayer(new HighlightPainter(document, DEFAULT_SETTINGS));
    layer.show(blocks, mentions);
    const d = performance.now();
    document.body.getBoundingClientRect();
    const e = performance.now();
    times.marks = layer.marks.length;
    layer.destroy();
    await settled();
    const whole = await session(annotation);
    whole.end();
    await settled();
    if (round < 0) continue;
    times.bare.push(b - a);
    times.read.push(c - b);
    times.paint.push(d - c);
    times.session.push(whole.time);
    times.paintAfter.push(e - d);
  }
  const said = texts();
  const names = [...new Set(mentions.map(({ block, start, end }) => said[block]!.slice(start, end)))];
  for (let round = 0; round < Math.min(rounds, 7); round++) {
    const wrapper = new Mark(article);
    const a = performance.now();
    try {
      wrapper.mark(names, { separateWordSearch: false, diacritics: false });
    } catch (error) {
      // It goes from node to node by calling itself, and a long page is more than the stack holds.
      times.wrapFault = String(error);
      break;
    }
    const b = performance.now();
    document.body.getBoundingClientRect();
    times.wrap.push(b - a);
    times.wrapAfter.push(performance.now() - b);
    wrapper.unmark();
    await settled();
  }
  return times;
}

/** The page has been drawn, and the main thread is free. */
async function settled(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
}
