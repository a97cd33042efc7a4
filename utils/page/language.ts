/** Whether a page is Arabic, and of which country, as far as it says so itself. */

/** Languages written in Arabic letters whose words are not Arabic ones. */
const OTHER_LANGUAGES = /^(?:fa|ur|ps|ckb|ug|sd|ks|pnb|azb|prs|ku-arab)(?:-|$)/i;
/** Letters that Persian, Urdu, Pashto and Kurdish use all the time and Arabic only in foreign names. */
const FOREIGN_LETTERS = /[\u067e\u0686\u0698\u06af\u06a9\u06cc\u06c1\u06d2\u0679\u0688\u0691\u06ba\u06be\u06d5\u06c6\u06ce\u0693\u067c]/g;
const ARABIC_LETTERS = /[\u0620-\u064a\u0671-\u06d3\u06d5]/g;
const LETTERS = /\p{L}/gu;

/** Enough letters to tell by. */
const SAMPLE_UNITS = 4_000;

/** Whether text of this declared language is to be read as Arabic. The letters decide where the page is wrong. */
export function isArabicText(declared: string | null, blocks: readonly { text: string }[]): boolean {
  let sample = '';
  for (const { text } of blocks) {
    sample += ` ${text}`;
    if (sample.length > SAMPLE_UNITS) break;
  }
  const arabic = sample.match(ARABIC_LETTERS)?.length ?? 0;
  if (arabic === 0) return false;
  // Blocks hold Arabic each, so a page in another language shows few of them, with much else in them.
  if (arabic < 0.3 * (sample.match(LETTERS)?.length ?? 0)) return false;
  const foreign = (sample.match(FOREIGN_LETTERS)?.length ?? 0) / arabic;
  return declared !== null && OTHER_LANGUAGES.test(declared) ? foreign < 0.005 : foreign < 0.06;
}

const COUNTRIES = new Set('DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE EH'.split(' '));

/** The Arab country a page names in its language or locale (`ar-DZ`); null for most pages. */
export function pageCountry(page: Document): string | null {
  const declared = [
    page.documentElement.lang,
    page.querySelector('meta[property="og:locale"]')?.getAttribute('content'),
    page.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content'),
  ];
  for (const tag of declared) {
    const country = /^ar[-_](?:arab[-_])?([a-z]{2})\b/i.exec(tag?.trim() ?? '')?.[1].toUpperCase();
    // Publishing tools set `ar_AR` and, unasked, `ar-SA`: neither says anything of the outlet.
    if (country && country !== 'SA' && COUNTRIES.has(country)) return country;
  }
  return null;
}
