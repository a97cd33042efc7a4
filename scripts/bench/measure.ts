/** Times of one thing, in milliseconds: the median, and how far the quarters lie from it. */
export interface Timing {
  median: number;
  low: number;
  high: number;
  runs: number;
}

/** How long work runs before it is timed: until the engine has compiled it for good. */
const WARM_UP_MS = 150;

/** Runs `work` until it has been run often and long enough, after a warm-up; never more than `most` times. */
export function time(work: () => unknown, { most = 40, leastMs = 300 } = {}): Timing {
  const warm = performance.now();
  do work();
  while (performance.now() - warm < WARM_UP_MS);
  const times: number[] = [];
  const started = performance.now();
  while (times.length < 5 || (times.length < most && performance.now() - started < leastMs)) {
    const before = performance.now();
    work();
    times.push(performance.now() - before);
  }
  return quartiles(times);
}

/** Median and quartiles of times measured elsewhere. */
export function quartiles(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { median: at(0.5), low: at(0.25), high: at(0.75), runs: sorted.length };
}

/** «1.23 (1.20–1.31)», as multiples of `unit`. */
export function ratio(timing: Timing, unit: Timing): string {
  const by = (value: number) => (value / unit.median).toFixed(value / unit.median < 10 ? 2 : 1);
  return `${by(timing.median)} (${by(timing.low)}–${by(timing.high)})`;
}

export const ms = (timing: Timing) => `${timing.median.toFixed(2)} (${timing.low.toFixed(2)}–${timing.high.toFixed(2)})`;
