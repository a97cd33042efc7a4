/** When to look at a changing page again. Pure: the caller gives the time. */

const QUIET_MS = 120;
const LONGEST_WAIT_MS = 700;
const LONGEST_BACKOFF_MS = 15_000;
/** Readings that follow each other this closely are a page that does not come to rest. */
const BURST_MS = 2_500;
/** Readings a burst may have before they are spaced out. */
const FREE_READINGS = 4;
/** At most one part in this many of the time goes into reading. */
const SHARE = 25;

/**
 * Waits for quiet, but not for ever; spaces readings out, further each time, while a page keeps changing or is
 * dear to read; forgets that once it rests.
 */
export class Pacer {
  #firstChange: number | null = null;
  #lastChange = 0;
  #lastReading = -Infinity;
  #burst = 0;
  #cost = 0;

  /** Something changed. */
  changed(now: number): void {
    this.#firstChange ??= now;
    this.#lastChange = now;
  }

  /** When the next reading is due; null while nothing has changed. */
  due(): number | null {
    if (this.#firstChange === null) return null;
    const quiet = Math.min(this.#lastChange + QUIET_MS, this.#firstChange + LONGEST_WAIT_MS);
    return Math.max(quiet, this.#lastReading + this.#spacing());
  }

  /** A reading begins: what changes from now on is for the next. */
  reading(now: number): void {
    this.#burst = now - this.#lastReading < BURST_MS + this.#spacing() ? this.#burst + 1 : 0;
    this.#lastReading = now;
    this.#firstChange = null;
  }

  /** What the last reading cost, in milliseconds of work. */
  costed(cost: number): void {
    this.#cost = cost;
  }

  /** Another article: what was learnt of the last one says nothing. */
  reset(): void {
    this.#firstChange = null;
    this.#lastReading = -Infinity;
    this.#burst = 0;
    this.#cost = 0;
  }

  #spacing(): number {
    const backoff = this.#burst < FREE_READINGS ? 0 : 500 * 2 ** Math.min(this.#burst - FREE_READINGS, 5);
    return Math.min(Math.max(backoff, this.#cost * SHARE), LONGEST_BACKOFF_MS);
  }
}
