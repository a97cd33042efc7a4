import { SITES, type Site } from './site-list';

export { SITES, SITE_COUNTRIES, type Site } from './site-list';

/** What the manifest declares: https only, subdomains included, only the Arabic part where there are others. */
export const SITE_MATCHES: string[] = /* @__PURE__ */ SITES.map(({ host, path }) => `https://*.${host}${path ?? '/'}*`);

/** The news site that an address belongs to; the most specific where one host lies within another. */
export function siteOf(hostname: string, path = '/'): Site | null {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  const hits = SITES.filter((site) => within(host, site.host) && (!site.path || path.startsWith(site.path)));
  return hits.sort((a, b) => b.host.length - a.host.length)[0] ?? null;
}

/** What a page's host is called in the settings: its news site, else itself without "www.". */
export function siteKey(hostname: string): string {
  const host = hostname.toLowerCase().replace(/\.$/, '').replace(/^www\./, '');
  const hits = SITES.filter((site) => within(host, site.host)).sort((a, b) => b.host.length - a.host.length);
  return hits[0]?.host ?? host;
}

/** Whether the reader has switched this host, or one it lies within, off. */
export function isOff(settings: { on: boolean; off: readonly string[] }, hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  return !settings.on || settings.off.some((off) => within(host, off));
}

/** The host that a reader typed, out of a host or a whole address; null for what is neither. */
export function hostFrom(typed: string): string | null {
  const text = typed.trim();
  if (!text || /\s/.test(text)) return null;
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
    const host = url.hostname.replace(/^www\./, '').replace(/\.$/, '');
    const usable = /^https?:$/.test(url.protocol) && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host);
    return usable ? host : null;
  } catch {
    return null;
  }
}

function within(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}
