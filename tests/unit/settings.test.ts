import { beforeEach, describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, parseSettings, SETTINGS_VERSION, type Settings } from '../../utils/browser/settings';
import { migrateSettings, readSettings, resetSettings, SETTINGS_KEY, watchSettings, writeSettings } from '../../utils/browser/settings-store';

/** What a version of the extension stored, frozen: it must be read for ever. */
const STORED = {
  1: {
    version: 1,
    on: false,
    kinds: { person: true, organization: false, office: true },
    density: 'page',
    style: 'tint',
    colours: 'vivid',
    trigger: 'click',
    delay: 650,
    language: 'fr',
    size: 'large',
    months: 'maghreb',
    hijri: true,
    navigation: true,
    badge: false,
    off: ['elkhabar.com', 'news.example.org'],
    hidden: ['dz/person/abdelmadjid-tebboune'],
  },
} as const;

describe('settings', () => {
  beforeEach(() => fakeBrowser.reset());

  it('has a frozen example of every version, and reads each without loss', () => {
    expect(Object.keys(STORED).map(Number)).toEqual(Array.from({ length: SETTINGS_VERSION }, (_, index) => index + 1));
    // What came later stands at its default.
    expect(parseSettings(migrateSettings(STORED[1]))).toEqual({ ...STORED[1], uncertain: false });
  });

  it('brings settings up one version at a time', () => {
    const migrations = [
      (old: Record<string, unknown>) => ({ ...old, trail: [...((old.trail as number[]) ?? []), 1] }),
      (old: Record<string, unknown>) => ({ ...old, trail: [...((old.trail as number[]) ?? []), 2] }),
    ];
    expect(migrateSettings({ version: 1 }, migrations)).toMatchObject({ trail: [1, 2] });
    expect(migrateSettings({ version: 2 }, migrations)).toMatchObject({ trail: [2] });
    expect(migrateSettings({ version: 3 }, migrations)).not.toHaveProperty('trail');
    expect(migrateSettings({}, migrations)).toMatchObject({ trail: [1, 2] });
    expect(migrateSettings('x', migrations)).toBe('x');
  });

  it('replaces broken fields one by one and keeps the good ones', () => {
    const read = parseSettings({ delay: 'soon', density: 'all', kinds: { person: false, organization: 3 }, off: ['a.example', 5, 'http://x', 'a.example'], hidden: 'x' });
    expect(read).toEqual({ ...DEFAULT_SETTINGS, density: 'all', kinds: { person: false, organization: true, office: true }, off: ['a.example'] });
  });

  it('reads anything at all as usable settings', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record(Object.fromEntries(Object.keys(DEFAULT_SETTINGS).map((key) => [key, fc.anything()])))), (stored) => {
        const read = parseSettings(migrateSettings(stored));
        expect(Object.keys(read).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
        expect(parseSettings(read)).toEqual(read);
      }),
    );
  });

  it('never hands out the default lists themselves', () => {
    parseSettings(null).off.push('spoilt.example');
    expect(parseSettings(null).off).toEqual([]);
  });

  it('stores a change and tells the watchers', async () => {
    const seen: Settings[] = [];
    const stop = watchSettings((settings) => seen.push(settings));
    await writeSettings({ density: 'all' });
    expect((await readSettings()).density).toBe('all');
    expect(seen.map(({ density }) => density)).toEqual(['all']);
    stop();
    await writeSettings({ density: 'page' });
    expect(seen).toHaveLength(1);
  });

  it('watches its own key of its own area only', async () => {
    const seen = vi.fn();
    watchSettings(seen);
    await fakeBrowser.storage.local.set({ other: 1 });
    await fakeBrowser.storage.session.set({ [SETTINGS_KEY]: {} });
    expect(seen).not.toHaveBeenCalled();
  });

  it('loses no change of many made at once', async () => {
    const hosts = Array.from({ length: 20 }, (_, index) => `site${index}.example`);
    await Promise.all([...hosts.map((host) => writeSettings(({ off }) => ({ off: [...off, host] }))), writeSettings({ hijri: true }), writeSettings({ badge: false })]);
    expect(await readSettings()).toMatchObject({ off: hosts, hijri: true, badge: false });
  });

  it('goes on after a write that failed', async () => {
    await expect(writeSettings(() => { throw new Error('no'); })).rejects.toThrow('no');
    expect((await writeSettings({ hijri: true })).hijri).toBe(true);
  });

  it('goes back to how it came', async () => {
    await writeSettings(STORED[1] as unknown as Settings);
    expect(await resetSettings()).toEqual(DEFAULT_SETTINGS);
  });
});
