import browser from 'webextension-polyfill';
import { send } from './messages';
import { SITE_MATCHES, siteKey } from './sites';

/** How far the reader lets the extension go: one site, the listed news sites, or everywhere. */
export type Scope = 'site' | 'news' | 'all';

const EVERYWHERE = '*://*/*';
const SCRIPT_ID = 'siyaq-granted';

/** The origins that a scope asks for. Paths have no say in permissions, so none is named. */
export function originsFor(scope: Scope, url?: string): string[] {
  if (scope === 'all') return [EVERYWHERE];
  if (scope === 'news') return [...new Set(SITE_MATCHES.map((match) => match.replace(/^(https:\/\/[^/]+).*$/, '$1/*')))];
  return url && canRunOn(url) ? [`*://*.${siteKey(new URL(url).hostname)}/*`] : [];
}

/** Whether an address is of a kind that a page of news can have. */
export function canRunOn(url: string | undefined): boolean {
  return url !== undefined && /^https?:\/\/[^/]+/.test(url);
}

/**
 * Asks the reader, and starts at once in the tab if the answer is yes. To be called straight from a click: browsers
 * refuse to ask after an `await`.
 */
export async function askFor(scope: Scope, tab: { id?: number; url?: string }): Promise<boolean> {
  const origins = originsFor(scope, tab.url);
  if (origins.length === 0 || !(await browser.permissions.request({ origins }))) return false;
  await registerGranted();
  if (tab.id !== undefined) await injectInto(tab.id);
  return true;
}

/** The hosts granted beyond the manifest's own, as match patterns, sorted. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const declared = new Set([...SITE_MATCHES, ...originsFor('news')]);
  return origins.filter((origin) => !declared.has(origin)).sort();
}

/** Gives a grant back. */
export async function removeGrant(origin: string): Promise<void> {
  await browser.permissions.remove({ origins: [origin] });
  await registerGranted();
}

/**
 * Has the content script run on what was granted beyond the manifest. The listed sites are left out, or it would
 * run there twice. Called at every start and whenever a permission comes or goes; doing it again changes nothing.
 */
export async function registerGranted(): Promise<void> {
  const matches = await grantedOrigins();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    ...contentFiles(),
    matches,
    excludeMatches: SITE_MATCHES,
    runAt: 'document_end' as const,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Runs the content script in a tab that was open before it was allowed; whether it could. */
export async function injectInto(tabId: number): Promise<boolean> {
  const { js, css } = contentFiles();
  try {
    if (css.length > 0) await browser.scripting.insertCSS({ target: { tabId }, files: css });
    await browser.scripting.executeScript({ target: { tabId }, files: js as never });
    return true;
  } catch {
    // The tab has gone elsewhere, or the browser keeps extensions off that page.
    return false;
  }
}

/**
 * Listens for grants that come or go by any way, the browser's own menus included, and registers anew after an
 * update, which makes browsers forget registered scripts but not grants.
 */
export function followPermissions(): void {
  browser.runtime.onInstalled.addListener(() => void registerGranted());
  browser.runtime.onStartup.addListener(() => void registerGranted());
  browser.permissions.onAdded.addListener(() => void registerGranted().then(enterOpenPages));
  browser.permissions.onRemoved.addListener(() => void registerGranted());
}

/**
 * Starts in the pages in front that a new grant has opened. The surface that asked does so too, but Firefox closes a
 * popup as soon as the browser puts its question.
 */
export async function enterOpenPages(): Promise<void> {
  for (const { id, url } of await browser.tabs.query({ active: true })) {
    if (id === undefined || !canRunOn(url)) continue;
    const there = await send('pageState', {}, id).then(
      () => true,
      () => false,
    );
    if (!there) await injectInto(id);
  }
}

/** The content script's files, as the manifest names them. */
function contentFiles(): { js: string[]; css: string[] } {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  return { js: script?.js ?? [], css: script?.css ?? [] };
}
