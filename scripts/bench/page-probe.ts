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
  marks: number;
}

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
  const done = new Promise<void>((resolve) => (painted = resolve));
  const send = async (name: string): Promise<unknown> => {
    if (name === 'annotate') return annotation;
    // Told right after painting, for the badge.
    painted();
    return null;
  };
  const began = performance.now();
  const running = new PageSession({ send: send as Outside['send'], settings: DEFAULT_SETTINGS });
  await done;
  return { time: performance.now() - began, end: () => running.destroy() };
}

/** Runs everything in turn, `rounds` times, so that what slows one round slows all it is compared with. */
export async function run(annotation: Annotation, rounds: number): Promise<ProbeTimes> {
  const times: ProbeTimes = { bare: [], read: [], paint: [], session: [], marks: 0 };
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
    times.marks = layer.marks.length;
    layer.destroy();
    // Sessions pay for styles anew, as painting has just changed the page's.
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    const whole = await session(annotation);
    whole.end();
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    if (round < 0) continue;
    times.bare.push(b - a);
    times.read.push(c - b);
    times.paint.push(d - c);
    times.session.push(whole.time);
  }
  return times;
}
