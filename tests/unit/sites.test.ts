import { describe, expect, it } from 'vitest';
import { hostFrom, isOff, SITE_COUNTRIES, SITE_MATCHES, siteKey, siteOf, SITES } from '../../utils/browser/sites';

describe('the list of news sites', () => {
  it('holds hosts of good form, once each, every one in a known country', () => {
    expect(SITES.length).toBeGreaterThanOrEqual(60);
    for (const { host, name, country, path } of SITES) {
      expect(host).toMatch(/^(?!www\.)[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/);
      expect(name).toBe(name.trim());
      expect(name).toMatch(/[\u0600-\u06FF]/);
      expect(SITE_COUNTRIES).toContain(country);
      if (path !== undefined) expect(path).toMatch(/^\/[a-z]+\/$/);
    }
    expect(new Set(SITES.map(({ host }) => host)).size).toBe(SITES.length);
  });

  it('is sorted by country, then by host', () => {
    const keys = SITES.map(({ country, host }) => [(SITE_COUNTRIES as readonly (string | null)[]).indexOf(country), host] as const);
    const sorted = [...keys].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
    expect(keys).toEqual(sorted);
  });

  it('has every country, Algeria first', () => {
    expect(new Set(SITES.map(({ country }) => country))).toEqual(new Set(SITE_COUNTRIES));
    expect(SITES[0]!.country).toBe('DZ');
  });

  it('gives https patterns that take in subdomains, and only the Arabic part where there are others', () => {
    expect(SITE_MATCHES).toContain('https://*.elkhabar.com/*');
    expect(SITE_MATCHES).toContain('https://*.bbc.com/arabic/*');
    for (const match of SITE_MATCHES) expect(match).toMatch(/^https:\/\/\*\.[a-z0-9.-]+\/([a-z]+\/)?\*$/);
  });
});

describe('finding the site of a page', () => {
  it('knows a site by its host, its subdomains and its Arabic part', () => {
    expect(siteOf('www.elkhabar.com')?.name).toBe('الخبر');
    expect(siteOf('Sport.ElKhabar.com.')?.country).toBe('DZ');
    expect(siteOf('www.bbc.com', '/arabic/articles/x')?.country).toBeNull();
    expect(siteOf('www.bbc.com', '/news/x')).toBeNull();
    expect(siteOf('notelkhabar.com')).toBeNull();
    expect(siteOf('elkhabar.com.evil.example')).toBeNull();
  });

  it('switches a host off with all that lies within it', () => {
    expect(siteKey('www.sport.elkhabar.com')).toBe('elkhabar.com');
    expect(siteKey('www.some.example')).toBe('some.example');
    const settings = { on: true, off: ['elkhabar.com'] };
    expect(isOff(settings, 'www.elkhabar.com')).toBe(true);
    expect(isOff(settings, 'elkhabar.com.')).toBe(true);
    expect(isOff(settings, 'elkhabar.com.example')).toBe(false);
    expect(isOff({ on: false, off: [] }, 'aps.dz')).toBe(true);
  });

  it('reads a host out of what a reader types', () => {
    expect(hostFrom(' https://www.Elkhabar.com/article/1?x=y ')).toBe('elkhabar.com');
    expect(hostFrom('news.example.org')).toBe('news.example.org');
    expect(hostFrom('http://a.example:8080')).toBe('a.example');
    for (const wrong of ['', 'elkhabar', 'two words.com', 'ftp://a.example', 'javascript:alert(1)', 'chrome://extensions', 'http://', 'الخبر']) expect(hostFrom(wrong)).toBeNull();
  });
});
