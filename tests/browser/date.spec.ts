import { expect, test } from '@playwright/test';
import { open } from './support/zoo';
import type * as InPage from './support/in-page';

declare const siyaq: typeof InPage;

const ld = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;

interface Case {
  name: string;
  head?: string;
  body?: string;
  path?: string;
  found: { date: string; source: InPage.PageDateSource } | null;
}

const CASES: Case[] = [
  {
    name: 'JSON-LD before all else',
    head:
      ld({ '@type': 'NewsArticle', datePublished: '2025-01-22T01:10:00+01:00' }) +
      '<meta property="article:published_time" content="2024-12-01">',
    body: '<h1>عنوان</h1><time datetime="2023-01-01">1 يناير 2023</time>',
    found: { date: '2025-01-22', source: 'json-ld' },
  },
  {
    name: 'JSON-LD in a graph, the article of this address among others',
    head: ld({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebPage', datePublished: '2020-01-01' },
        { '@type': ['Article', 'NewsArticle'], url: 'https://zoo.example/other', datePublished: '2021-01-01' },
        { '@type': 'NewsArticle', mainEntityOfPage: { '@id': 'https://zoo.example/page/' }, datePublished: '2025-02-03' },
      ],
    }),
    found: { date: '2025-02-03', source: 'json-ld' },
  },
  {
    name: 'JSON-LD in an array, after a broken one',
    head:
      ld('{"@type":"Organization",,,}') +
      ld([{ '@type': 'BreadcrumbList' }, { '@type': 'ReportageNewsArticle', datePublished: '9 مارس 2025' }]),
    found: { date: '2025-03-09', source: 'json-ld' },
  },
  {
    name: 'broken JSON-LD that is still legible',
    head: ld('{"@type":"NewsArticle","headline":"قال "نعم" ثم مضى","datePublished":"2025-03-09T10:00:00Z"}'),
    found: { date: '2025-03-09', source: 'json-ld' },
  },
  {
    name: 'meta of several kinds, the most exact',
    head: '<meta name="date" content="2020-01-01"><meta property="og:article:published_time" content="2025-01-22"><meta property="article:modified_time" content="2025-06-01">',
    found: { date: '2025-01-22', source: 'meta' },
  },
  {
    name: 'no date of the future or of the epoch',
    head: '<meta name="date" content="2031-01-01"><meta name="pubdate" content="1970-01-01T00:00:00Z">',
    found: null,
  },
  {
    name: 'the time of the story, not of what is beside it',
    body: '<aside><time datetime="2020-01-01">قديم</time></aside><article><h1>عنوان</h1><time datetime="2025-01-22T10:00">أمس</time><p>نص</p></article><section class="comments"><time datetime="2025-02-22">تعليق</time></section>',
    found: { date: '2025-01-22', source: 'time' },
  },
  {
    name: 'no date for a page of headlines',
    body: '<div><h2>خبر</h2><time datetime="2025-01-22"></time><h2>خبر آخر</h2><time datetime="2025-01-21"></time></div>',
    found: null,
  },
  { name: 'the address', path: '/news/2025/1/22/title', body: '<h1>عنوان</h1>', found: { date: '2025-01-22', source: 'url' } },
  {
    name: 'a visible date in Maghrebi naming',
    body: '<article><h1>عنوان</h1><div class="post-date">الأربعاء 22 جانفي 2025 - 10:30</div><p>نص</p></article>',
    found: { date: '2025-01-22', source: 'visible' },
  },
  {
    name: 'a visible date in double naming',
    body: '<article><h1>عنوان</h1><span class="info">22 يناير/كانون الثاني 2025</span></article>',
    found: { date: '2025-01-22', source: 'visible' },
  },
  {
    name: 'a visible Hijri date',
    body: '<article><h1>عنوان</h1><p class="date">الجمعة 10 محرم 1445هـ</p></article>',
    found: { date: '2023-07-28', source: 'visible' },
  },
  {
    name: 'publication before the last change',
    body: '<article><h1>عنوان</h1><p class="meta">آخر تحديث: 25 يناير 2025</p><p class="meta">نشر في 22 يناير 2025</p></article>',
    found: { date: '2025-01-22', source: 'visible' },
  },
  {
    name: 'a nameless line below the heading',
    body: '<main><h1>عنوان</h1><div><span>وكالات</span><span>22 شباط 2025</span></div><p>نص طويل</p></main>',
    found: { date: '2025-02-22', source: 'visible' },
  },
  {
    name: 'no date out of the story’s own sentences',
    body: '<article><h1>عنوان</h1><p>وقّع الطرفان الاتفاق في 22 يناير 2025 بعد محادثات دامت عدة أشهر في عواصم مختلفة، وشارك فيها ممثلون عن منظمات دولية وإقليمية.</p></article>',
    found: null,
  },
];

for (const { name, head = '', body = '<p>نص</p>', path, found } of CASES) {
  test(`the article’s date: ${name}`, async ({ page }) => {
    await open(page, { body, head }, path);
    expect(await page.evaluate(() => siyaq.findArticleDate(document, location.href, '2025-11-03'))).toEqual(found);
  });
}

test('the country a page names', async ({ page }) => {
  await open(page, { body: '<p>نص</p>', head: '<meta property="og:locale" content="ar_DZ">' });
  expect(await page.evaluate(() => siyaq.pageCountry(document))).toBe('DZ');
  await open(page, { body: '<p>نص</p>', head: '<meta property="og:locale" content="ar_AR">' });
  expect(await page.evaluate(() => siyaq.pageCountry(document))).toBe(null);
});
