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
