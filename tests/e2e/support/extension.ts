import type { Page } from '@playwright/test';
import type { PageState } from '../../../utils/browser/protocol';
import type { Settings } from '../../../utils/browser/settings';
import type { ExtensionApi } from './extension-api';

declare const chrome: ExtensionApi;

/** Ids of all tabs. `inside` is always an own page of the extension. */
export const tabs = (inside: Page): Promise<number[]> => inside.evaluate(async () => (await chrome.tabs.query({})).map(({ id }) => id));

/** What the content script says of a tab, as the toolbar popup asks it; null where nobody answers. */
export const pageState = (inside: Page, tab: number): Promise<PageState | null> =>
  inside.evaluate(async (tab) => {
    const reply = await chrome.tabs.sendMessage(tab, { siyaq: 'pageState', payload: {} }, { frameId: 0 }).catch(() => null);
    return (reply as { answer?: PageState } | null)?.answer ?? null;
  }, tab);

/** Sends a keyboard command to a tab, as the background does. */
export const sendCommand = (inside: Page, tab: number, name: string): Promise<unknown> =>
  inside.evaluate(([tab, name]) => chrome.tabs.sendMessage(tab, { siyaq: 'command', payload: { name } }, { frameId: 0 }), [tab, name] as const);

/**
 * Stores settings as they would be after a reader's choice; the rest are at their defaults, except for the language:
 * what the browser speaks differs from machine to machine, and the tests read Arabic.
 */
export const choose = (inside: Page, settings: Partial<Settings> = {}): Promise<void> =>
  inside.evaluate((settings) => chrome.storage.local.set({ settings: { version: 1, language: 'ar', ...settings } }), settings);

/** The settings as they are stored. */
export const stored = (inside: Page): Promise<Partial<Settings>> =>
  inside.evaluate(async () => ((await chrome.storage.local.get('settings')).settings ?? {}) as Partial<Settings>);

/** What stands on the toolbar icon of a tab. */
export const badge = (inside: Page, tab: number): Promise<string> => inside.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);
