import { readFileSync } from 'node:fs';
import { projectFile } from './build';

/** What a host answers. */
export interface Served {
  html: string;
  headers?: Record<string, string>;
}

/** An address of an Algerian newspaper; what stands there is the demo article. */
export const ARTICLE_ADDRESS = 'https://www.elkhabar.com/press/article/siyaq-demo';

/** The project's demo article, as `npm start` shows it. */
export const demoArticle = (): string => readFileSync(projectFile('scripts/start/demo.html'), 'utf8');

/** A page of paragraphs. `head` and `body` are HTML. */
export const article = (body: string, head = ''): string =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>صفحة للتجربة</title>${head}</head><body><main><article><h1>صفحة للتجربة</h1>${body}</article></main></body></html>`;

const PLACES = ['top-left', 'top-right', 'bottom-left', 'bottom-right', 'middle-left', 'middle-right'] as const;
const PLACE_RULES = PLACES.map((place) => {
  const [down, across] = place.split('-');
  return `.${place} { ${down === 'middle' ? 'top: 45%' : `${down}: 0`}; ${across}: 0 }`;
});

/** A name in every corner of the window, and in the middle of its sides. */
export const CORNERS = {
  address: 'https://www.aljazeera.net/news/2025/3/9/corners',
  places: PLACES,
  served: {
    html: article(
      PLACES.map((place) => `<p class="${place}">عبد المجيد تبون</p>`).join(''),
      `<style>body { margin: 0 } p { position: fixed; margin: 0; font: 16px/1.5 sans-serif } ${PLACE_RULES.join(' ')}</style>`,
    ),
  },
};

const FILLER = 'واصل سكان المدينة القديمة حديثهم عن أسعار الخضر والفواكه في السوق الأسبوعية منذ الصباح الباكر ولم يتفقوا على شيء يذكر'.split(' ');
const LEADERS = ['عبد المجيد تبون', 'أنطونيو غوتيريش', 'أحمد عطاف', 'دونالد ترامب'];

/** An article of about so many words, with somebody named in every paragraph. */
export function longArticle(wordCount: number): string {
  const paragraphs = Array.from({ length: Math.ceil(wordCount / 60) }, (_, i) => {
    const words = Array.from({ length: 57 }, (_, j) => FILLER[(i * 7 + j) % FILLER.length]);
    words.splice((i * 13) % 50, 0, LEADERS[i % LEADERS.length]);
    return `<p>${words.join(' ')}.</p>`;
  });
  return article(paragraphs.join(''));
}
