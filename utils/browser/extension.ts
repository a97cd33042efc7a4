import { browser } from '@wxt-dev/browser';

/** The address of a file of this extension. Kept apart because the generated types know only the built pages. */
export function extensionUrl(path: string): string {
  return (browser.runtime as unknown as { getURL(path: string): string }).getURL(path);
}
