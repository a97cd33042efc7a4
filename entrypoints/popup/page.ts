import browser from 'webextension-polyfill';
import { send } from '../../utils/browser/messages';
import { canRunOn, injectInto } from '../../utils/browser/permissions';
import type { PageState } from '../../utils/browser/protocol';
import { siteOf } from '../../utils/browser/sites';

/** The tab that the popup is about. */
export interface Tab {
  id: number;
  url?: string;
}

/** What the popup can say of its tab. */
export type Page =
  /** No page of news can be here: the browser's own pages, files, shops. */
  | { kind: 'closed' }
  /** The extension is not in this page. */
  | { kind: 'absent' }
  | { kind: 'here'; state: PageState };

/**
 * The tab in front; or, opened as a page of its own, the one its address names. There the address has to name the
 * tab's own too: browsers tell it to a popup that the reader has opened, and to nobody else.
 */
export async function tabInFront(search: string): Promise<Tab | null> {
  const named = new URLSearchParams(search);
  const id = Number(named.get('tab') ?? NaN);
  const [tab] = Number.isInteger(id) ? [await browser.tabs.get(id)] : await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? named.get('url') ?? undefined };
}

/**
 * Asks the page how it stands. A tab of a listed site that was open before the extension came has no script yet: it
 * gets one now.
 */
export async function lookAt(tab: Tab | null): Promise<Page> {
  if (!tab) return { kind: 'closed' };
  const state = await ask(tab.id);
  if (state) return { kind: 'here', state };
  if (!canRunOn(tab.url)) return { kind: 'closed' };
  const { hostname, pathname } = new URL(tab.url!);
  if (siteOf(hostname, pathname) && (await injectInto(tab.id))) {
    const late = await ask(tab.id);
    if (late) return { kind: 'here', state: late };
  }
  return { kind: 'absent' };
}

async function ask(tabId: number): Promise<PageState | null> {
  return send('pageState', {}, tabId).catch(() => null);
}
