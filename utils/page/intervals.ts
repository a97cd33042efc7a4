/** A stretch of one text node that belongs to something. */
export interface Interval<T> {
  start: number;
  end: number;
  value: T;
}

/** Puts an interval in its place among sorted ones that do not overlap it. */
export function insertInterval<T>(sorted: Interval<T>[], interval: Interval<T>): void {
  // In reading order, as they mostly come, each belongs at the end.
  if (sorted.length === 0 || sorted[sorted.length - 1].end <= interval.start) sorted.push(interval);
  else sorted.splice(firstEndingAfter(sorted, interval.start), 0, interval);
}

/**
 * The values at a caret position: the one it is in, or both neighbours when it is on the seam between two, because
 * a caret snaps to the nearest gap between letters, whichever side the pointer is on.
 */
export function intervalsAt<T>(sorted: readonly Interval<T>[], offset: number): T[] {
  const values: T[] = [];
  for (let i = firstEndingAfter(sorted, offset - 1); i < sorted.length && sorted[i].start <= offset; i++) values.push(sorted[i].value);
  return values;
}

function firstEndingAfter<T>(sorted: readonly Interval<T>[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
