import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ContentScriptContext } from '../../utils/browser/content-context';

describe('the life of a content script', () => {
  afterEach(() => fakeBrowser.reset());

  it('ends when a newer script of the same world begins, once, and tells late listeners at once', () => {
    const older = new ContentScriptContext();
    const ended = vi.fn();
    older.onInvalidated(ended);
    expect(older.isInvalid).toBe(false);
    const newer = new ContentScriptContext();
    new ContentScriptContext();
    expect([older.isInvalid, newer.isInvalid]).toEqual([true, true]);
    expect(ended).toHaveBeenCalledTimes(1);
    const late = vi.fn();
    older.onInvalidated(late);
    expect(late).toHaveBeenCalledTimes(1);
  });
});
