import { browser } from '@wxt-dev/browser';

/** Under this name the newest script of an isolated world leaves the way to end it. */
const RUNNING = Symbol.for('siyaq:running');
type World = typeof globalThis & { [RUNNING]?: () => void };

/**
 * The life of a content script, in place of WXT's own: that one tells every page of each start by an event and a message
 * that carry the extension's id, and a page must not learn that it is read. Here a newer script of the same
 * world ends the older one by a symbol that only the isolated world sees.
 */
export class ContentScriptContext {
  private readonly controller = new AbortController();

  constructor() {
    const world = globalThis as World;
    world[RUNNING]?.();
    world[RUNNING] = () => this.controller.abort();
  }

  /** Whether a newer script runs here, or the extension was replaced or removed: then it can ask nobody any more. */
  get isInvalid(): boolean {
    if (browser.runtime?.id == null) this.controller.abort();
    return this.controller.signal.aborted;
  }

  /** Calls back once when the script's life ends; at once if it has. */
  onInvalidated(callback: () => void): void {
    if (this.controller.signal.aborted) callback();
    else this.controller.signal.addEventListener('abort', callback, { once: true });
  }
}
