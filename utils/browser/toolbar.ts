import browser from 'webextension-polyfill';
import { readSettings, watchSettings } from './settings-store';

/** Ink and ground that pass contrast on each other and are quiet in either toolbar. */
const GROUND = '#0f5f5c';
const INK = '#ffffff';

/** What the badge says of a count: nothing for none, and no more than three letters. */
export function badgeText(count: number): string {
  if (count === 0) return '';
  return count > 99 ? '99+' : String(count);
}

/** Shows how many were found in a tab, if the reader wants that shown. */
export async function showCount(tabId: number, count: number): Promise<void> {
  const { badge } = await readSettings();
  try {
    await browser.action.setBadgeText({ tabId, text: badge ? badgeText(count) : '' });
    await browser.action.setBadgeBackgroundColor({ tabId, color: GROUND });
    // Chromium picks its own ink before version 110, Firefox on Android has no badge.
    await browser.action.setBadgeTextColor?.({ tabId, color: INK });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** Takes the badge off every tab as soon as the reader switches it, or everything, off. */
export function followBadgeSetting(): void {
  watchSettings(async ({ badge, on }) => {
    if (badge && on) return;
    for (const { id } of await browser.tabs.query({})) {
      if (id !== undefined) await browser.action.setBadgeText({ tabId: id, text: '' }).catch(() => undefined);
    }
  });
}
