import { findDates } from '../arabic/calendars';
import { structuredData, typesOf, type Thing } from './structured-data';

/** Where in the page a date was read, most trustworthy first. */
export type PageDateSource = 'json-ld' | 'meta' | 'time' | 'url' | 'visible';

/** The day an article was written, YYYY-MM-DD, and where it says so. */
export interface ArticleDate {
  date: string;
  source: PageDateSource;
}

/** The day the article was written, as far as the page tells. `today` (YYYY-MM-DD) bounds what can be believed. */
export function findArticleDate(page: Document, address: string, today: string): ArticleDate | null {
  const latest = shiftDay(today, 2);
  const believe = (written: unknown): string | null => {
    const date = readWrittenDate(written);
    return date !== null && date > '1900-01-01' && date <= latest && date !== '1970-01-01' ? date : null;
  };
  const readers: [PageDateSource, () => string | null][] = [
    ['json-ld', () => fromStructuredData(page, address, believe)],
    ['meta', () => fromMeta(page, believe)],
    ['time', () => fromTimeElements(page, believe)],
    ['url', () => believe(dateInAddress(address))],
    ['visible', () => fromVisibleText(page, believe)],
  ];
  for (const [source, read] of readers) {
    const date = read();
    if (date !== null) return { date, source };
  }
  return null;
}

type Believe = (written: unknown) => string | null;

function shiftDay(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day a timestamp names, in the zone it was written in: an article of one in the morning in Algiers is of that
 * day, whatever the day is in Greenwich.
 */
export function readWrittenDate(written: unknown): string | null {
  if (typeof written === 'number') return ofInstant(written);
  if (typeof written !== 'string' || written.length > 200) return null;
  const text = written.trim();
  const iso = /^([12]\d{3})-?(\d{2})-?(\d{2})(?!\d)/.exec(text);
  if (iso) return isDay(iso[1], iso[2], iso[3]);
  if (/^\d{10}(?:\d{3})?$/.test(text)) return ofInstant(Number(text));
  const arabic = findDates(text).find((date) => date.iso !== null);
  if (arabic) return arabic.iso;
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+([12]\d{3})\b/i.exec(text);
  const monthFirst = /\b([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:[\d:]+\s+)?([12]\d{3})\b/i.exec(text);
  const [day, month, year] = dayFirst ? dayFirst.slice(1) : monthFirst ? [monthFirst[2], monthFirst[1], monthFirst[3]] : [];
  const index = month ? ENGLISH_MONTHS.indexOf(month.toLowerCase()) : -1;
  return index < 0 ? null : isDay(year, String(index + 1), day);
}

function ofInstant(value: number): string | null {
  const date = new Date(value < 1e11 ? value * 1000 : value);
  const iso = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  // Years of more than four figures are written otherwise, and are nobody's day of publication.
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso : null;
}

function isDay(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

const ARTICLE_TYPES = /(?:Article|Report|Posting|News|Analysis|Review|Column)$/;

function fromStructuredData(page: Document, address: string, believe: Believe): string | null {
  let best: { date: string; score: number } | null = null;
  for (const thing of structuredData(page)) {
    const date = believe(thing.datePublished) ?? believe(thing.dateCreated);
    if (date === null) continue;
    // A page may describe the articles it links to as well: the one that names this page is meant, then the first.
    const score =
      (namesPage(thing, address) ? 4 : 0) +
      (typesOf(thing).some((type) => ARTICLE_TYPES.test(type)) ? 2 : 0) +
      (thing.datePublished ? 1 : 0);
    if (!best || score > best.score) best = { date, score };
  }
  return best?.date ?? null;
}

function namesPage(thing: Thing, address: string): boolean {
  const main = thing.mainEntityOfPage;
  const addresses = [thing.url, thing['@id'], typeof main === 'object' && main !== null ? (main as Thing)['@id'] : main];
  return addresses.some((named) => typeof named === 'string' && samePage(named, address));
}

function samePage(named: string, address: string): boolean {
  try {
    const [a, b] = [new URL(named, address), new URL(address)];
    return a.hostname === b.hostname && a.pathname.replace(/\/$/, '') === b.pathname.replace(/\/$/, '');
  } catch {
    return false;
  }
}

/** Names under which publishing systems give the day of publication, most exact first. */
const META_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'article:published',
  'article.published',
  'datepublished',
  'published_time',
  'published_at',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'sailthru.date',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'article_date_original',
  'date',
];

function fromMeta(page: Document, believe: Believe): string | null {
  let best: { date: string; rank: number } | null = null;
  for (const meta of page.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '').trim().toLowerCase();
    const rank = META_NAMES.indexOf(name);
    if (rank < 0 || (best && best.rank <= rank)) continue;
    const date = believe(meta.getAttribute('content'));
    if (date !== null) best = { date, rank };
  }
  return best?.date ?? null;
}

const BESIDE =
  'nav, footer, aside, form, [role="complementary"], [role="navigation"], [class*="comment" i], [id*="comment" i], [class*="related" i]';

/** The part of the page that tells this story: what holds its main heading. */
function storyOf(page: Document): Element | null {
  const heading = page.querySelector('article h1, main h1, [role="main"] h1, h1');
  return heading?.closest('article, [role="article"], main, [role="main"]') ?? page.querySelector('article, main, [role="main"]');
}

function fromTimeElements(page: Document, believe: Believe): string | null {
  const story = storyOf(page);
  const dates = new Set<string>();
  for (const scope of story ? [story, page] : [page]) {
    for (const time of [...scope.querySelectorAll('time[datetime], [itemprop="datePublished"]')].slice(0, 60)) {
      if (time.closest(BESIDE)) continue;
      const date = believe(time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent);
      if (date === null) continue;
      if (time.getAttribute('itemprop') === 'datePublished' || time.hasAttribute('pubdate') || scope === story) return date;
      dates.add(date);
    }
  }
  // Several dates and no story they belong to: a page of headlines, of no one day.
  return dates.size === 1 ? [...dates][0] : null;
}

/** The day in an address: /2025/03/09/, /2025-3-9/, /20250309/. */
export function dateInAddress(address: string): string | null {
  let path: string;
  try {
    path = new URL(address).pathname;
  } catch {
    return null;
  }
  const found =
    /(?:^|[/_-])((?:19|20)\d{2})([/-])(\d{1,2})\2(\d{1,2})(?=[/_-]|\D|$)/.exec(path) ??
    /(?:^|[/_-])((?:19|20)\d{2})()(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_-]|\.|$)/.exec(path);
  return found ? isDay(found[1], found[3], found[4]) : null;
}

const DATE_PLACES =
  '[class*="date" i], [class*="time" i], [class*="publish" i], [class*="posted" i], [class*="meta" i], [class*="byline" i], [id*="date" i], time, header, .info';
const UPDATED = /تحديث|تعديل|عُدّل|updated|modified/i;

function fromVisibleText(page: Document, believe: Believe): string | null {
  const heading = page.querySelector('h1');
  const scope = storyOf(page) ?? heading?.parentElement?.parentElement ?? page.body;
  if (!scope) return null;
  let updated: string | null = null;
  const look = (text: string): string | null => {
    // A date in a line of its own is the article's; one within a sentence is the story's.
    if (text.length > 160) return null;
    for (const found of findDates(text)) {
      const date = found.iso === null ? null : believe(found.iso);
      if (date === null) continue;
      if (!UPDATED.test(text.slice(0, found.start))) return date;
      updated ??= date;
    }
    return null;
  };
  for (const element of [...scope.querySelectorAll(DATE_PLACES)].slice(0, 80)) {
    if (element.closest(BESIDE)) continue;
    const date = look((element.textContent ?? '').replace(/\s+/g, ' ').trim());
    if (date !== null) return date;
  }
  // Short lines right around the heading, whatever they are called.
  for (const element of heading ? nearby(heading) : []) {
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    const date = text.length <= 90 ? look(text) : null;
    if (date !== null) return date;
  }
  return updated;
}

function* nearby(heading: Element): Generator<Element> {
  for (let at: Element | null = heading, level = 0; at && level < 2; at = at.parentElement, level++) {
    let after = at.nextElementSibling;
    for (let count = 0; after && count < 4; after = after.nextElementSibling, count++) {
      yield* after.children.length > 0 ? [...after.children].slice(0, 6) : [after];
      yield after;
    }
    if (at.previousElementSibling) yield at.previousElementSibling;
  }
}
