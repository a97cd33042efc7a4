// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Options } from '../../entrypoints/options/Options';
import { markedIn } from '../../entrypoints/options/sections/Preview';
import { Popup } from '../../entrypoints/popup/Popup';
import type { PageState } from '../../utils/browser/protocol';
import { readSettings, writeSettings } from '../../utils/browser/settings-store';

const TEBBOUNE = { id: 'dz/person/abdelmadjid-tebboune', kind: 'person' as const, name: { ar: 'عبد المجيد تبون', en: 'Abdelmadjid Tebboune', fr: 'Abdelmadjid Tebboune' }, role: 'رئيس الجمهورية' };
const HERE: PageState = { on: true, date: '2025-03-09', dateSource: 'json-ld', cast: [{ ...TEBBOUNE, count: 3, as: ['name', 'short'] }], unclear: 0 };

let root: HTMLElement;
const event = () => ({ addListener: vi.fn(), removeListener: vi.fn() });
const text = () => root.textContent ?? '';
const settle = async () => {
  for (let turn = 0; turn < 8; turn++) await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
};
const find = <T extends HTMLElement>(selector: string, words?: string) => {
  const hit = [...root.querySelectorAll<T>(selector)].find((element) => !words || (element.textContent ?? '').includes(words) || element.getAttribute('aria-label') === words);
  if (!hit) throw new Error(`no ${selector} "${words}" in: ${text()}`);
  return hit;
};
const click = async (element: HTMLElement) => {
  await act(() => element.click());
  await settle();
};
const type = async (input: HTMLInputElement, value: string) => {
  await act(() => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle();
};

/** A browser with one tab, a page in it that answers, and a background that knows one person. */
function stage({ url = 'https://www.elkhabar.com/a', page = HERE as PageState | null } = {}) {
  const pageMessages = vi.fn(async (_tab: number, { siyaq }: { siyaq: string }) => {
    if (!page) throw new Error('nobody');
    return { answer: siyaq === 'pageState' ? page : null };
  });
  const request = vi.fn(async () => true);
  Object.assign(fakeBrowser, {
    permissions: { request, getAll: vi.fn(async () => ({ origins: ['https://*.example.org/*'] })), remove: vi.fn(async () => true), onAdded: event(), onRemoved: event() },
    scripting: { getRegisteredContentScripts: vi.fn(async () => []), registerContentScripts: vi.fn(), updateContentScripts: vi.fn(), unregisterContentScripts: vi.fn(), executeScript: vi.fn(async () => Promise.reject(new Error('no'))), insertCSS: vi.fn() },
    commands: { getAll: vi.fn(async () => [{ name: 'next-mention', shortcut: 'Alt+Shift+N' }]) },
  });
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 1, url }] as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(pageMessages as never);
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path: string) => `https://ext.test${path}`);
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-GB');
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ content_scripts: [{ js: ['content.js'] }] } as never);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async ({ siyaq, payload }: { siyaq: string; payload: { query: string } }) => {
    if (siyaq === 'datasetInfo') return { answer: { version: '1.2.3', date: '2026-02-20', names: 9, people: 4210, organizations: 2, posts: 3, memberships: 4, events: 5, sources: 6, packBytes: 2048, problem: null } };
    const known = 'عبد المجيد تبون'.includes(payload.query) || payload.query === TEBBOUNE.id;
    return { answer: { total: known ? 1 : 0, items: known ? [{ ...TEBBOUNE, country: 'DZ' }] : [] } };
  }) as never);
  return { pageMessages, request };
}

async function show(page: 'popup' | 'options') {
  await act(() => render(page === 'popup' ? <Popup /> : <Options />, root));
  await settle();
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('fetch', async (address: string) => ({ json: async () => JSON.parse(readFileSync(`public${new URL(address).pathname}`, 'utf8')) }));
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  act(() => render(null, root));
  root.remove();
  vi.restoreAllMocks();
});

describe('the popup', () => {
  it('says who was found, when, and goes to them', async () => {
    const { pageMessages } = stage();
    await show('popup');
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl']);
    await act(async () => void (await writeSettings({ language: 'en' })));
    await settle();
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr']);
    await act(async () => void (await writeSettings({ language: 'ar' })));
    await settle();
    expect([document.documentElement.lang, document.documentElement.dir, document.title]).toEqual(['ar', 'rtl', 'سياق: هذه الصفحة']);
    expect(text()).toContain('وجدنا في هذه الصفحة اسما واحدا');
    expect(text()).toContain('المناصب كما كانت في 9 مارس 2025');
    await click(find('.cast button', 'عبد المجيد تبون'));
    expect(pageMessages).toHaveBeenCalledWith(1, { siyaq: 'jump', payload: { entity: TEBBOUNE.id } }, { frameId: 0 });
  });

  it('says how many words are in doubt, and how to ask about them while they are not marked', async () => {
    stage({ page: { ...HERE, unclear: 3 } });
    await show('popup');
    expect(text()).toContain('3 عبارات لم يُحسم المقصود بها');
    expect(text()).toContain('لا علامة عليها');
    await act(async () => void (await writeSettings({ uncertain: true })));
    await settle();
    expect(text()).toContain('3 عبارات لم يُحسم المقصود بها');
    expect(text()).not.toContain('لا علامة عليها');
  });

  it('switches this site, and everything', async () => {
    stage();
    await writeSettings({ language: 'ar' });
    await show('popup');
    await click(find<HTMLInputElement>('.switches label:nth-child(2) input'));
    expect((await readSettings()).off).toEqual(['elkhabar.com']);
    expect(text()).toContain('أوقفته في هذا الموقع');
    await click(find<HTMLInputElement>('.switches label:nth-child(1) input'));
    expect((await readSettings()).on).toBe(false);
    expect(text()).toContain('في أي موقع');
  });

  it('asks where it may not look, and says so when the answer is no', async () => {
    const { request } = stage({ url: 'https://paper.example/a', page: null });
    await writeSettings({ language: 'ar' });
    await show('popup');
    request.mockResolvedValueOnce(false);
    await click(find('button', 'السماح في هذا الموقع'));
    expect(request).toHaveBeenLastCalledWith({ origins: ['*://*.paper.example/*'] });
    expect(text()).toContain('لم يُمنح الإذن');
    await click(find('button', 'السماح في كل المواقع'));
    expect(request).toHaveBeenLastCalledWith({ origins: ['*://*/*'] });
  });

  it('says where no extension may go', async () => {
    stage({ url: 'chrome://newtab', page: null });
    await writeSettings({ language: 'ar' });
    await show('popup');
    expect(text()).toContain('صفحة لا تدخلها الإضافات');
    expect(root.querySelectorAll('.switches label')).toHaveLength(1);
  });
});

describe('the settings page', () => {
  beforeEach(async () => {
    stage();
    await writeSettings({ language: 'ar' });
    await show('options');
  });

  it('saves at once, says so, and takes it back', async () => {
    await click(find<HTMLInputElement>('input[value="all"]'));
    expect((await readSettings()).density).toBe('all');
    expect(find('.toast').textContent).toContain('حُفظ');
    await click(find('.toast button', 'تراجع'));
    expect((await readSettings()).density).toBe('block');
    expect(find('.toast').textContent).toContain('أُعيد كما كان');
  });

  it('leaves words in doubt unmarked until told otherwise', async () => {
    const control = find('.switch', 'عبارات لم يُحسم المقصود بها').querySelector('input')!;
    expect(control.checked).toBe(false);
    await click(control);
    expect((await readSettings()).uncertain).toBe(true);
  });

  it('follows changes made elsewhere, the language included', async () => {
    await act(async () => void (await writeSettings({ language: 'fr', style: 'tint' })));
    await settle();
    expect(document.documentElement.lang).toBe('fr');
    expect(find<HTMLInputElement>('input[value="tint"]').checked).toBe(true);
    expect(find('h1').textContent).toBe('Réglages de Siyaq');
  });

  it('finds settings by their words, spelling aside', async () => {
    const search = find<HTMLInputElement>('header input');
    await type(search, 'الوان');
    expect(root.querySelectorAll('.field')).toHaveLength(1);
    expect(text()).toContain('الألوان');
    await type(search, 'زززز');
    expect(root.querySelectorAll('.field')).toHaveLength(0);
    expect(find('.no-result').textContent).toContain('زززز');
  });

  it('adds a site to those left alone, and takes it off again', async () => {
    const input = find<HTMLInputElement>('.add input');
    await type(input, 'ليس عنوانا');
    await click(find('.add button', 'إيقافه هناك'));
    expect(find('.add [role=status]').textContent).toContain('ليس عنوان موقع');
    await type(input, 'https://www.some.example/page');
    await click(find('.add button', 'إيقافه هناك'));
    expect((await readSettings()).off).toEqual(['some.example']);
    await click(find('button', 'إزالة some.example'));
    expect((await readSettings()).off).toEqual([]);
  });

  it('hides somebody found, shows them by name among the hidden, and brings them back', async () => {
    await act(() => new Promise((resolve) => setTimeout(resolve, 250)));
    await settle();
    await click(find('button', 'إخفاء عبد المجيد تبون'));
    expect((await readSettings()).hidden).toEqual([TEBBOUNE.id]);
    await click(find('#entities .field:last-child button', 'إظهار عبد المجيد تبون'));
    expect((await readSettings()).hidden).toEqual([]);
  });

  it('tells the data’s age and size, the shortcuts and the grants', async () => {
    expect(find('.facts').textContent).toContain('1.2.3');
    expect(find('.facts').textContent).toContain('4,210');
    expect(find('.keys').textContent).toContain('Alt+Shift+N');
    expect(find('#sites').textContent).toContain('example.org');
  });

  it('imports a file whole, or says what is wrong with it', async () => {
    const input = find<HTMLInputElement>('#backup input[type=file]');
    const choose = async (contents: string) => {
      Object.defineProperty(input, 'files', { configurable: true, value: [new File([contents], 'x.json')] });
      await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
      await settle();
    };
    await choose('{"format":"siyaq-settings","settings":{"version":1,"delay":3}}');
    expect(find('#backup [role=status]').textContent).toContain('delay');
    await choose('{"format":"siyaq-settings","settings":{"version":1,"language":"ar","hijri":true}}');
    expect((await readSettings()).hijri).toBe(true);
    await click(find('.toast button', 'تراجع'));
    expect((await readSettings()).hijri).toBe(false);
  });

  it('says what is wrong with a dataset file, and offers none of it', async () => {
    const input = find<HTMLInputElement>('#data input[type=file]');
    Object.defineProperty(input, 'files', { configurable: true, value: [new File(['<!doctype html>'.repeat(9)], 'x.pack')] });
    await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
    await settle();
    expect(find('#data .problem').textContent).toMatch(/^ليس هذا ملف بيانات لسياق.*لم يتغير شيء/);
    expect(root.querySelector('#data .offer')).toBeNull();
    expect(Object.keys(await fakeBrowser.storage.local.get())).toEqual(['settings']);
  });

  it('goes back to how it came, and back again', async () => {
    await act(async () => void (await writeSettings({ hijri: true, off: ['a.example'] })));
    await settle();
    await click(find('#reset button'));
    expect(await readSettings()).toMatchObject({ hijri: false, off: [], language: 'ar' });
    await click(find('.toast button'));
    expect(await readSettings()).toMatchObject({ hijri: true, off: ['a.example'], language: 'ar' });
  });

  it('has a control and a name for every setting', async () => {
    expect(root.querySelectorAll('input, select').length).toBeGreaterThan(100);
    for (const control of root.querySelectorAll('input, select, button, a')) {
      const named = control.getAttribute('aria-label') || control.textContent || control.closest('label')?.textContent || root.querySelector(`label[for="${control.id}"]`)?.textContent;
      expect(named, control.outerHTML).toBeTruthy();
    }
    expect(root.querySelectorAll('[lang]:not([dir])')).toHaveLength(0);
    expect(text()).not.toMatch(/\b(?:ui|marks|card|sites|entities|data|calendars|keyboard|privacy|backup|reset|options|popup)_[a-z_]+/);
  });
});

describe('the sample paragraph', () => {
  const piece = (id: string, kind: 'person' | 'organization' | 'office' = 'person') => ({ text: id, id, kind });
  const sample = [[piece('a'), 'و', piece('a')], [piece('a'), piece('b', 'office')]];
  const kinds = { person: true, organization: true, office: true };

  it('marks as the density says', () => {
    expect(markedIn(sample, { kinds, density: 'block' })).toEqual([[true, false, false], [true, true]]);
    expect(markedIn(sample, { kinds, density: 'page' })).toEqual([[true, false, false], [false, true]]);
    expect(markedIn(sample, { kinds, density: 'all' })).toEqual([[true, false, true], [true, true]]);
    expect(markedIn(sample, { kinds: { ...kinds, office: false }, density: 'all' })[1]).toEqual([true, false]);
  });
});
