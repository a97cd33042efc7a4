import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import type { DateSource } from '../../utils/browser/protocol';
import type { Block } from '../../utils/matching/types';
import { findDates } from '../../utils/arabic/calendars';
import { findArticleDate } from '../../utils/page/article-date';
import { readBlocks } from '../../utils/page/blocks';

/** An article from a file: its blocks, and its date as far as the file tells. */
export interface ArticleFile {
  blocks: Block[];
  date: string | null;
  dateSource: DateSource | null;
}

/**
 * Reads an article: .html and .htm as the content script reads a page, anything else as plain text whose paragraphs are
 * split by blank lines (each without the white space around it).
 * @throws {Error} one line that says which file and what is wrong with it
 */
export function readArticle(file: string): ArticleFile {
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code?.startsWith('ERR_ENCODING') ? 'it is not UTF-8 text' : message;
    throw new Error(`${file}: cannot be read: ${why}`);
  }
  return /\.html?$/i.test(file) ? fromPage(content) : fromText(content);
}

/** Paragraphs in which a text may name its own day. */
const DATELINE_PARAGRAPHS = 4;

function fromText(content: string): ArticleFile {
  const blocks = paragraphs(content);
  const today = new Date().toISOString().slice(0, 10);
  const date = blocks.slice(0, DATELINE_PARAGRAPHS).flatMap(({ text }) => findDates(text).flatMap((found) => found.iso ?? [])).find((iso) => iso <= today) ?? null;
  return { blocks, date, dateSource: date === null ? null : 'visible' };
}

/** Paragraphs of plain text, split by blank lines. */
export function paragraphs(text: string): Block[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n\s*\n/)
    .map((part) => ({ text: part.trim() }))
    .filter((block) => block.text !== '');
}

function fromPage(html: string): ArticleFile {
  const window = new Window({ settings: { disableJavaScriptEvaluation: true, disableJavaScriptFileLoading: true, disableCSSFileLoading: true } });
  // The page room speaks to the browser's own globals.
  const { document, Node, NodeFilter, Element, HTMLElement, ShadowRoot } = window as unknown as typeof globalThis;
  Object.assign(globalThis, { getComputedStyle: window.getComputedStyle.bind(window), document, Node, NodeFilter, Element, HTMLElement, ShadowRoot });
  const element = Element.prototype as { checkVisibility?: () => boolean };
  element.checkVisibility ??= () => true;
  document.write(html);
  const reading = readBlocks(document.body, { navigation: false });
  let step = reading.next();
  while (!step.done) step = reading.next();
  const found = findArticleDate(document, 'https://localhost/', new Date().toISOString().slice(0, 10));
  return { blocks: step.value.map(({ text }) => ({ text })), date: found?.date ?? null, dateSource: found?.source ?? null };
}
