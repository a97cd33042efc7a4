/** How long one task may work before it gives the page its turn, in milliseconds. */
export const SLICE_MS = 7;

/** The end of a task: the page's own work goes first. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { postTask?: (task: () => void) => Promise<void> } };
  // Not `scheduler.yield`: what follows that comes before the tasks that the page has waiting.
  if (scheduler?.postTask) return scheduler.postTask(() => undefined);
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Runs work that gives way at each `yield`, several steps to a task; rejects with the signal's reason once aborted.
 * Answers with its result and the milliseconds of work in it.
 */
export async function inSlices<T>(work: Generator<void, T>, signal?: AbortSignal): Promise<{ result: T; cost: number }> {
  let began = performance.now();
  let cost = 0;
  for (;;) {
    const step = work.next();
    const spent = performance.now() - began;
    if (step.done) return { result: step.value, cost: cost + spent };
    if (spent < SLICE_MS) continue;
    cost += spent;
    await pause();
    signal?.throwIfAborted();
    began = performance.now();
  }
}
