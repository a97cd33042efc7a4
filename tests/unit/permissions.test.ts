import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerHiding, runCommand, toggleSite } from '../../utils/browser/commands';
import { askFor, canRunOn, enterOpenPages, grantedOrigins, originsFor, registerGranted, removeGrant } from '../../utils/browser/permissions';
import { readSettings, writeSettings } from '../../utils/browser/settings-store';
import { SITE_MATCHES } from '../../utils/browser/sites';
import { badgeText, followBadgeSetting, showCount } from '../../utils/browser/toolbar';

/** The parts of the browser that the fake does not have, kept in memory. */
function stage(granted: string[] = []) {
  const registered = new Map<string, Record<string, unknown>>();
  const calls: string[] = [];
  Object.assign(fakeBrowser, {
    permissions: {
      request: vi.fn(async ({ origins }: { origins: string[] }) => (calls.push('request'), granted.push(...origins), true)),
      remove: vi.fn(async ({ origins }: { origins: string[] }) => (granted.splice(0, granted.length, ...granted.filter((one) => !origins.includes(one))), true)),
      getAll: vi.fn(async () => ({ origins: [...SITE_MATCHES, ...granted], permissions: [] })),
    },
    scripting: {
      getRegisteredContentScripts: vi.fn(async () => [...registered.values()]),
      registerContentScripts: vi.fn(async ([script]: [{ id: string }]) => void registered.set(script.id, script)),
      updateContentScripts: vi.fn(async ([script]: [{ id: string }]) => void registered.set(script.id, { ...script, updated: true })),
      unregisterContentScripts: vi.fn(async ({ ids }: { ids: string[] }) => ids.forEach((id) => registered.delete(id))),
      executeScript: vi.fn(async () => void calls.push('execute')),
      insertCSS: vi.fn(async () => void calls.push('css')),
    },
  });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ content_scripts: [{ js: ['content-scripts/content.js'], css: ['content-scripts/content.css'] }] } as never);
  return { registered, calls, granted };
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('asking', () => {
  it('names the origins of each scope', () => {
    expect(originsFor('all')).toEqual(['*://*/*']);
    expect(originsFor('site', 'https://www.elkhabar.com/a')).toEqual(['*://*.elkhabar.com/*']);
    expect(originsFor('site', 'chrome://extensions')).toEqual([]);
    expect(originsFor('news')).toContain('https://*.bbc.com/*');
    expect(canRunOn('https://a.example/')).toBe(true);
    expect(canRunOn('about:blank')).toBe(false);
    expect(canRunOn(undefined)).toBe(false);
  });

  it('registers for what was granted and starts in the open tab at once', async () => {
    const { registered, calls } = stage();
    expect(await askFor('site', { id: 4, url: 'https://some.example/a' })).toBe(true);
    expect(calls).toEqual(['request', 'css', 'execute']);
    expect(registered.get('siyaq-granted')).toMatchObject({ matches: ['*://*.some.example/*'], excludeMatches: SITE_MATCHES, js: ['content-scripts/content.js'], persistAcrossSessions: true });
  });

  it('asks before anything is awaited', () => {
    const { calls } = stage();
    void askFor('all', {});
    expect(calls).toEqual(['request']);
  });

  it('does nothing where the reader says no, or there is nothing to ask for', async () => {
    const { registered, calls } = stage();
    vi.mocked(fakeBrowser.permissions.request).mockImplementation(async () => false);
    expect(await askFor('site', { id: 4, url: 'https://some.example/a' })).toBe(false);
    expect(await askFor('site', { id: 4, url: 'about:blank' })).toBe(false);
    expect([registered.size, calls.length]).toEqual([0, 0]);
  });

  it('keeps the registration as the grants are', async () => {
    const { registered, granted } = stage(['https://a.example/*', 'https://b.example/*']);
    expect(await grantedOrigins()).toEqual(['https://a.example/*', 'https://b.example/*']);
    await registerGranted();
    await removeGrant('https://a.example/*');
    expect(registered.get('siyaq-granted')).toMatchObject({ matches: ['https://b.example/*'], updated: true });
    granted.length = 0;
    await registerGranted();
    expect(registered.size).toBe(0);
  });
});

describe('a grant that comes while pages are open', () => {
  it('starts in those in front that have no script yet', async () => {
    stage();
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 1, url: 'https://a.example/' }, { id: 2, url: 'https://b.example/' }, { id: 3, url: 'about:blank' }, { id: 4 }] as never);
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (id: number) => {
      if (id === 1) return { answer: { on: true, date: null, dateSource: null, cast: [] } };
      throw new Error('nobody');
    }) as never);
    await enterOpenPages();
    expect(vi.mocked(fakeBrowser.scripting.executeScript).mock.calls.map(([{ target }]) => target.tabId)).toEqual([2]);
  });
});

describe('switching a site', () => {
  it('switches its whole news site off and on again', async () => {
    await toggleSite('www.elkhabar.com');
    expect((await readSettings()).off).toEqual(['elkhabar.com']);
    await toggleSite('sport.elkhabar.com');
    expect((await readSettings()).off).toEqual([]);
  });

  it('works from the keyboard, and passes other commands to the page', async () => {
    const sendMessage = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue({ answer: null } as never);
    await runCommand('toggle-site', { id: 3, url: 'https://www.aps.dz/x' });
    expect((await readSettings()).off).toEqual(['aps.dz']);
    expect(sendMessage).not.toHaveBeenCalled();
    await runCommand('next-mention', { id: 3, url: 'https://www.aps.dz/x' });
    expect(sendMessage).toHaveBeenCalledWith(3, { siyaq: 'command', payload: { name: 'next-mention' } }, { frameId: 0 });
    sendMessage.mockRejectedValueOnce(new Error('nobody'));
    await runCommand('open-card', { id: 3, url: 'about:blank' });
    await runCommand('unknown', { id: 3 });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('hides and unhides an entity once', async () => {
    answerHiding();
    const trigger = (hidden: boolean) => new Promise((respond) => void (fakeBrowser.runtime.onMessage as unknown as { trigger(...args: unknown[]): Promise<unknown> }).trigger({ siyaq: 'hideEntity', payload: { entity: 'x/person/y', hidden } }, { id: fakeBrowser.runtime.id, url: 'https://a.example/', tab: { id: 1 } }, respond));
    vi.spyOn(fakeBrowser.runtime, 'getURL').mockReturnValue('chrome-extension://id/');
    await trigger(true);
    await trigger(true);
    expect((await readSettings()).hidden).toEqual(['x/person/y']);
    await trigger(false);
    expect((await readSettings()).hidden).toEqual([]);
  });
});

describe('the badge', () => {
  function action() {
    const setBadgeText = vi.fn(async () => undefined);
    Object.assign(fakeBrowser, { action: { setBadgeText, setBadgeBackgroundColor: vi.fn(async () => undefined) } });
    return setBadgeText;
  }

  it('says how many, in no more than three letters', () => {
    expect([0, 1, 99, 100].map(badgeText)).toEqual(['', '1', '99', '99+']);
  });

  it('shows the count unless the reader does not want it', async () => {
    const setBadgeText = action();
    await showCount(5, 12);
    expect(setBadgeText).toHaveBeenLastCalledWith({ tabId: 5, text: '12' });
    await writeSettings({ badge: false });
    await showCount(5, 12);
    expect(setBadgeText).toHaveBeenLastCalledWith({ tabId: 5, text: '' });
  });

  it('leaves every tab as soon as it is switched off', async () => {
    const setBadgeText = action();
    const tab = await fakeBrowser.tabs.create({ url: 'https://a.example' });
    followBadgeSetting();
    await writeSettings({ badge: false });
    await vi.waitFor(() => expect(setBadgeText).toHaveBeenCalledWith({ tabId: tab.id, text: '' }));
  });
});
