/** JSON-LD as found in real pages: often more than one, sometimes broken. */

/** An object of structured data. */
export type Thing = Record<string, unknown>;

/** Beyond this it is no description of an article. */
const MAX_UNITS = 300_000;
const MAX_SCRIPTS = 40;
const MAX_DEPTH = 6;

/** Every object of the page's JSON-LD, outermost first: `@graph`, arrays and nested objects alike. */
export function structuredData(page: Document): Thing[] {
  const things: Thing[] = [];
  let scripts = 0;
  for (const script of page.querySelectorAll('script[type]')) {
    if (script.getAttribute('type')?.split(';')[0].trim().toLowerCase() !== 'application/ld+json') continue;
    if (++scripts > MAX_SCRIPTS) break;
    const text = script.textContent ?? '';
    if (text.length <= MAX_UNITS) collect(parseLoosely(text), things, 0);
  }
  return things;
}

function collect(value: unknown, things: Thing[], depth: number): void {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null || things.length > 2_000) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, things, depth + 1);
    return;
  }
  things.push(value as Thing);
  for (const item of Object.values(value)) collect(item, things, depth + 1);
}

/** JSON, or what is left of it without the wrappings and faults that publishing systems leave in. */
export function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const mended = text
      .replace(/^\s*(?:\/\/\s*)?<!(?:--|\[CDATA\[)/, '')
      .replace(/(?:\/\/\s*)?(?:-->|\]\]>)\s*$/, '')
      // Bare line breaks and tabs inside strings are the commonest fault; between tokens they mean nothing anyway.
      .replace(/[\u0000-\u001f]+/g, ' ')
      .replace(/,(\s*[}\]])/g, '$1')
      .replace(/;\s*$/, '');
    try {
      return JSON.parse(mended);
    } catch {
      // Beyond mending; the one field that matters is still legible.
      const date = /"datePublished"\s*:\s*"([^"\\]{4,60})"/.exec(mended);
      return date ? { '@type': 'Article', datePublished: date[1] } : null;
    }
  }
}

/** The types of an object, without the vocabulary's address. */
export function typesOf(thing: Thing): string[] {
  const types = Array.isArray(thing['@type']) ? thing['@type'] : [thing['@type']];
  return types.filter((type): type is string => typeof type === 'string').map((type) => type.replace(/^.*[/#:]/, ''));
}
