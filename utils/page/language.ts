/** Whether a page is Arabic, and of which country, as far as it says so itself. */

/** Languages written in Arabic letters whose words are not Arabic ones. */
const OTHER_LANGUAGES = /^(?:fa|ur|ps|ckb|ug|sd|ks|pnb|azb|prs|ku-arab)(?:-|$)/i;
/** Letters that Persian, Urdu, Pashto and Kurdish use all the time and Arabic only in foreign names. */
const FOREIGN_LETTERS = 'پچژگکیہےٹڈڑںھەۆێړټ';
const LETTER = /\p{L}/u;

const isArabicLetter = (unit: number): boolean =>
  (unit >= 0x620 && unit <= 0x64a) || (unit >= 0x671 && unit <= 0x6d3) || unit === 0x6d5;

/** Enough letters to tell by. */
const SAMPLE_UNITS = 2_000;

/** Whether text of this declared language is to be read as Arabic. The letters decide where the page is wrong. */
export function isArabicText(declared: string | null, blocks: readonly { text: string }[]): boolean {
  let [units, arabic, foreign, others] = [0, 0, 0, 0];
  for (const { text } of blocks) {
    for (let i = 0; i < text.length && units <= SAMPLE_UNITS; i++, units++) {
      const unit = text.charCodeAt(i);
      if (isArabicLetter(unit)) {
        arabic++;
        if (unit > 0x64a && FOREIGN_LETTERS.includes(text[i])) foreign++;
      } else if (unit > 0x40 && LETTER.test(text[i])) others++;
    }
    if (units > SAMPLE_UNITS) break;
  }
  // Blocks hold Arabic each, so a page in another language shows few of them, with much else in them.
  if (arabic === 0 || arabic < 0.3 * (arabic + others)) return false;
  const share = foreign / arabic;
  return declared !== null && OTHER_LANGUAGES.test(declared) ? share < 0.005 : share < 0.06;
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
