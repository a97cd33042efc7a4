import type { CDPSession } from '@playwright/test';

/** What the main thread did while a page without scripts of its own was opened. Milliseconds of the thread's own time. */
export interface Traced {
  /** Evaluating the content script for the first time in this page. */
  start: number;
  /** All its later work: every function, callback and microtask. */
  work: number;
  /** The longest task that any of it was part of, on the wall clock. */
  longest: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { url?: string } };
}

/** Records a trace around `visit`, and reads out of it what the content script cost. */
export async function traced(client: CDPSession, visit: () => Promise<void>): Promise<Traced> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]));
  client.on('Tracing.dataCollected', collect);
  await client.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'v8.execute', 'toplevel', 'disabled-by-default-devtools.timeline'] } });
  await visit();
  const complete = new Promise<void>((done) => client.once('Tracing.tracingComplete', () => done()));
  await client.send('Tracing.end');
  await complete;
  client.off('Tracing.dataCollected', collect);
  return account(events);
}

const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks']);

function account(events: readonly TraceEvent[]): Traced {
  const start = events.find(({ name, args }) => name === 'EvaluateScript' && args.data?.url?.endsWith('/content-scripts/content.js'));
  if (!start) throw new Error('the content script did not run in the page that was traced: was the build made for this browser?');
  const ours = events
    .filter(({ ph, pid, tid, ts }) => ph === 'X' && pid === start.pid && tid === start.tid && ts >= start.ts - 50_000)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const told: Traced = { start: 0, work: 0, longest: 0 };
  let scriptUntil = 0;
  let task: TraceEvent | null = null;
  for (const event of ours) {
    if (event.name === 'RunTask') task = event;
    // What runs inside a call is in the call's own time.
    if (!SCRIPT.has(event.name) || event.ts < start.ts || event.ts < scriptUntil) continue;
    scriptUntil = event.ts + (event.dur ?? 0);
    told[event === start ? 'start' : 'work'] += (event.tdur ?? event.dur ?? 0) / 1000;
    if (task && event.ts < task.ts + (task.dur ?? 0)) told.longest = Math.max(told.longest, (task.dur ?? 0) / 1000);
  }
  return told;
}
