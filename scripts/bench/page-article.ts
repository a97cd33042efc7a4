import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paragraphs } from '../lib/article';
import { readCorpus } from '../lib/corpus';
import { PROJECT_ROOT } from '../lib/root';

const DEMO = join(PROJECT_ROOT, 'scripts/start/demo.html');
const CORPUS = join(PROJECT_ROOT, 'tests/corpus');

/** The demo page as it is, HTML. */
export const demoPage = (): string => readFileSync(DEMO, 'utf8');

/** Paragraphs in markup: a name in six is bold, one in six a link. */
interface Paragraph {
  html: string;
  words: number;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Every paragraph of the demo and then of the corpus, in order. */
function sources(): Paragraph[] {
  const told: Paragraph[] = [];
  const demo = /<article>[\s\S]*<\/article>/.exec(demoPage())?.[0] ?? '';
  for (const [html] of demo.matchAll(/<p>[\s\S]*?<\/p>/g)) told.push({ html: html.slice(3, -4), words: wordsIn(html.replace(/<[^>]*>/g, '')) });
  let count = 0;
  for (const { blocks, gold } of readCorpus(CORPUS)) {
    blocks.forEach(({ text }, block) => {
      let html = '';
      let last = 0;
      for (const { start, end } of gold.filter((mention) => mention.block === block)) {
        const tag = ['b', 'a href="#"'][count++ % 6];
        const name = escaped(text.slice(start, end));
        html += escaped(text.slice(last, start)) + (tag ? `<${tag}>${name}</${tag[0]}>` : name);
        last = end;
      }
      told.push({ html: html + escaped(text.slice(last)), words: wordsIn(text) });
    });
  }
  return told;
}

/** What stands between the paragraphs of an article, in turn. */
const BETWEEN = [
  '<figure><div class="plate" role="img" aria-label="صورة"></div><figcaption>صورة من الأرشيف لاجتماع سابق</figcaption></figure>',
  '<div class="ad-slot" id="ad-inline"><span>إعلان</span></div>',
  '<aside class="box"><h3>اقرأ أيضا</h3><ul><li><a href="#1">ماذا تعني مذكرة التفاهم؟</a></li><li><a href="#2">قراءة في زيارة اليوم</a></li></ul></aside>',
  '<h2>ماذا بعد؟</h2>',
];

const MENU = ['الحدث', 'سياسة', 'اقتصاد', 'رياضة', 'ثقافة', 'رأي'].map((word) => `<li class="menu-item"><a href="#">${word}</a></li>`).join('');

/**
 * An article of about `words` words as a news site would mark it up: HTML of a whole page. The text is the demo's and
 * the corpus's, begun again where it does not reach.
 */
export function articlePage(words: number): { html: string; words: number } {
  const style = /<style>[\s\S]*?<\/style>/.exec(demoPage())?.[0] ?? '';
  const told = sources();
  const body: string[] = [];
  let written = 0;
  for (let i = 0; written < words; i++) {
    const { html, words: more } = told[i % told.length]!;
    written += more;
    // Every ninth is a list, its sentences the points.
    if (i % 9 === 5) body.push(`<ul class="points">\n${html.split(/(?<=[.؟]) /).map((point) => `          <li>${point}</li>`).join('\n')}\n        </ul>`);
    else body.push(`<p class="${i === 0 ? 'lead' : 'text'}">\n          ${html}\n        </p>`);
    if (i % 6 === 3) body.push(BETWEEN[((i - 3) / 6) % BETWEEN.length]!);
  }
  const html = `<!doctype html>
<html lang="ar" dir="rtl">
  <head>
    <meta charset="utf-8"><title>مقال للقياس</title>
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2025-03-09T20:15:00+01:00"}</script>
    ${style}
  </head>
  <body>
    <header class="bar"><strong>صفحة للقياس</strong><nav aria-label="الأقسام"><ul>${MENU}</ul></nav></header>
    <main>
      <article>
        <p class="kicker">سياسة</p>
        <h1>${paragraphs(told[0]!.html.replace(/<[^>]*>/g, ''))[0]!.text.slice(0, 80)}</h1>
        ${body.join('\n        ')}
      </article>
      <aside class="related"><h2>في السياق</h2><ul><li><a href="#">خبر آخر</a></li><li><a href="#">تقرير آخر</a></li></ul></aside>
    </main>
    <footer>صفحة كُتبت للقياس.</footer>
  </body>
</html>`;
  return { html, words: written };
}
