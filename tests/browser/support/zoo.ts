import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { pageBundle } from './bundle';

/** A host of no one: pages of the zoo are served without a network. */
export const ORIGIN = 'https://zoo.example';

const wrap = (body: string, head: string): string =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>صفحة</title>${head}</head><body>${body}</body></html>`;

/** Opens a page of the zoo by file name, or one made of the given body, and puts the bundle into it. */
export async function open(page: Page, what: { file: string } | { body: string; head?: string }, path = '/page'): Promise<void> {
  const html =
    'file' in what
      ? await readFile(fileURLToPath(new URL(`../zoo/${what.file}`, import.meta.url)), 'utf8')
      : wrap(what.body, what.head ?? '');
  await page.route(/^https?:/, (route) =>
    route.request().resourceType() === 'document' ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }) : route.abort(),
  );
  await page.goto(ORIGIN + path);
  await page.evaluate(await pageBundle());
}
