/**
 * A stored value that every answer needs: read when first asked for, then kept for as long as the worker lives, because
 * the browser tells of every change to it. Until it is followed, each asking reads anew.
 */
export class Followed<T> {
  #value: Promise<T> | null = null;
  #followed = false;

  constructor(
    private readonly read: () => Promise<T>,
    private readonly watch: (callback: (value: T) => void) => unknown,
  ) {}

  /** Listens for changes from now on; to be called while the background starts, before anything is awaited. */
  follow(): void {
    this.#followed = true;
    // A reading that is under way when the value changes is older than what the browser tells.
    this.watch((value) => (this.#value = Promise.resolve(value)));
  }

  /** The value; a reading that fails is tried again by the next asking. */
  get(): Promise<T> {
    if (!this.#followed) return this.read();
    if (this.#value) return this.#value;
    const asked = this.read();
    this.#value = asked;
    asked.catch(() => {
      if (this.#value === asked) this.#value = null;
    });
    return asked;
  }

  /** The value as it is stored now, for whoever has just changed it and asks what came of it. */
  again(): Promise<T> {
    this.#value = null;
    return this.get();
  }
}
