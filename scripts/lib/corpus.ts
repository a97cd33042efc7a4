import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDay } from '../../utils/dataset/dates';
import type { Block } from '../../utils/matching/types';

/** What a mark in a corpus file says: a person or body named, an office without a name, or a look-alike. */
export type GoldKind = 'P' | 'O' | 'T' | 'trap';

export interface Gold {
  block: number;
  start: number;
  end: number;
  kind: GoldKind;
  /** English name; empty for a trap and for an office marked `?` (nobody can be told). */
  name: string;
}

/** A marked article: plain blocks, and what stands in them. */
export interface MarkedArticle {
  file: string;
  date: string;
  country: string | null;
  source: string;
  blocks: Block[];
  gold: Gold[];
}

const MARK = /\[\[([^|\]]+)\|([POT]):([^\]]*)\]\]|\{\{([^}]+)\}\}/g;

/**
 * Reads a marked article: header lines (`date:`, `country:`, `source:`), an empty line, then headline and paragraphs split
 * by empty lines; `[[words|P:English name]]`, `O:`, `T:`, `T:?label`, `{{look-alike}}`.
 * @throws {Error} naming file and line of what cannot be read
 */
export function parseMarked(file: string, content: string): MarkedArticle {
  const lines = content.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n').split('\n');
  const bodyAt = lines.findIndex((line) => line.trim() === '');
  const header = new Map<string, string>();
  lines.slice(0, bodyAt < 0 ? lines.length : bodyAt).forEach((line, i) => {
    const [, key, value] = /^([a-z]+):\s*(.*)$/.exec(line) ?? [];
    if (!key) throw new Error(`${file}:${i + 1}: a header line reads "key: value", found "${line}"`);
    header.set(key, value!.trim());
  });
  const date = header.get('date') ?? '';
  if (!isDay(date)) throw new Error(`${file}:1: header date: "${date}" is no day written YYYY-MM-DD`);
  const country = header.get('country') || null;
  if (country !== null && !/^[A-Z]{2}$/.test(country)) throw new Error(`${file}:1: header country: "${country}" is no ISO 3166-1 code in capitals`);
  if (bodyAt < 0) throw new Error(`${file}: no empty line between header and text`);

  const blocks: Block[] = [];
  const gold: Gold[] = [];
  const body = lines.slice(bodyAt).join('\n');
  for (const part of body.split(/\n\s*\n/)) {
    const raw = part.trim();
    if (raw === '') continue;
    const block = blocks.length;
    let text = '';
    let last = 0;
    for (const match of raw.matchAll(MARK)) {
      text += raw.slice(last, match.index);
      const words = (match[1] ?? match[4])!;
      const kind = (match[2] ?? 'trap') as GoldKind;
      const label = (match[3] ?? '').trim();
      if (kind !== 'trap' && label === '') throw new Error(`${file}: "${match[0]}" names nobody`);
      gold.push({ block, start: text.length, end: text.length + words.length, kind, name: label.startsWith('?') ? '' : label });
      text += words;
      last = match.index + match[0].length;
    }
    text += raw.slice(last);
    const stray = /\[\[|\]\]|\{\{|\}\}/.exec(text);
    if (stray) throw new Error(`${file}: a mark that is not closed or not well formed near "${text.slice(Math.max(0, stray.index - 20), stray.index + 30)}"`);
    blocks.push({ text });
  }
  if (blocks.length === 0) throw new Error(`${file}: no text`);
  return { file, date, country, source: header.get('source') ?? '', blocks, gold };
}

/**
 * All marked articles (`*.txt`) of a folder and the folders in it, by name.
 * @throws {Error} when the folder cannot be read or holds none
 */
export function readCorpus(folder: string): MarkedArticle[] {
  const files: string[] = [];
  const visit = (path: string) => {
    for (const name of readdirSync(path).sort()) {
      const child = join(path, name);
      if (statSync(child).isDirectory()) visit(child);
      else if (name.endsWith('.txt')) files.push(child);
    }
  };
  try {
    visit(folder);
  } catch (error) {
    throw new Error(`${folder}: cannot be read: ${(error as Error).message}`);
  }
  if (files.length === 0) throw new Error(`${folder}: holds no .txt file`);
  return files.map((file) => parseMarked(file, readFileSync(file, 'utf8')));
}
