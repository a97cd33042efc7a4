import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, isMap, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import {
  countrySchema, cuesSchema, eventSchema, organizationSchema, personSchema, postSchema, sourceSchema, type Dataset,
} from './schema';

/** One thing wrong with the source data, said so that whoever wrote it can mend it. */
export interface Problem {
  file: string;
  line: number;
  /** Id of the entity, or its place in the file where it has none. */
  entity: string;
  field: string;
  message: string;
}

/** Thrown by {@link loadDataset}: every problem found, not only the first. */
export class DatasetError extends Error {
  override name = 'DatasetError';
  constructor(readonly problems: Problem[]) {
    super(problems.map(formatProblem).join('\n'));
  }
}

/** `file:line: entity: field: message`. */
export function formatProblem({ file, line, entity, field, message }: Problem): string {
  return [`${file}:${line}`, entity, field, message].filter(Boolean).join(': ');
}

/** Where each entity stands in the sources: id to file and line, for messages of later checks. */
export type Places = Map<string, { file: string; line: number }>;

const KINDS = {
  people: personSchema,
  organizations: organizationSchema,
  posts: postSchema,
  events: eventSchema,
} as const;
type Kind = keyof typeof KINDS;

function readWords(root: string): string[] {
  return readFileSync(join(root, 'common-words.txt'), 'utf8').split(/\s+/).filter(Boolean);
}

/** What {@link readDataset} read: the entries in good shape, and what is wrong with the others. */
export interface Reading {
  dataset: Dataset;
  places: Places;
  problems: Problem[];
}

/**
 * {@link readDataset} for callers that want all or nothing.
 * @throws {DatasetError} with every breach of the schema, by file, line, entity and field.
 */
export function loadDataset(root: string): { dataset: Dataset; places: Places } {
  const { dataset, places, problems } = readDataset(root);
  if (problems.length > 0) throw new DatasetError(problems);
  return { dataset, places };
}

/**
 * Reads a dataset folder: `countries.yaml` and `cues.yaml` at its top, and one folder per country or body with
 * `sources.yaml` and files whose names begin with `people`, `organizations`, `posts` or `events`.
 * Only the shape is checked here; what the parts say of each other is the business of check.ts.
 */
export function readDataset(root: string): Reading {
  const problems: Problem[] = [];
  const places: Places = new Map();
  const dataset: Dataset = {
    people: [], organizations: [], posts: [], events: [], sources: new Map(), countries: [],
    cues: { former: [], acting: [], elect: [], modifiers: [], titles: [], ranks: [], verbs: [], deputies: [], given_names: [] },
    commonWords: readWords(root),
  };
  const context = { root, problems, places };

  dataset.countries = readList(context, 'countries.yaml', countrySchema, (item) => item.code);
  const cues = readYaml(context, 'cues.yaml');
  if (cues) dataset.cues = validate(context, 'cues.yaml', cues, cues.document.contents, cuesSchema, 'cues') ?? dataset.cues;

  for (const folder of readdirSync(root).sort()) {
    if (!statSync(join(root, folder)).isDirectory()) continue;
    for (const name of readdirSync(join(root, folder)).sort()) {
      const file = `${folder}/${name}`;
      if (!name.endsWith('.yaml')) continue;
      if (name === 'sources.yaml') {
        readSources(context, file, folder, dataset);
        continue;
      }
      const kind = (Object.keys(KINDS) as Kind[]).find((k) => name === `${k}.yaml` || name.startsWith(`${k}-`));
      if (!kind) {
        problems.push({ file, line: 1, entity: '', field: '', message: 'the file name must be sources.yaml or begin with people, organizations, posts or events' });
        continue;
      }
      const items = readList(context, file, KINDS[kind] as z.ZodType<{ id: string }>, (item) => item.id);
      for (const item of items) {
        if (!item.id.startsWith(`${folder}/`)) {
          const place = places.get(item.id);
          problems.push({ file, line: place?.line ?? 1, entity: item.id, field: 'id', message: `an id in this folder begins with "${folder}/"` });
        }
        qualifySources(item, folder);
      }
      (dataset[kind] as unknown[]).push(...items);
    }
  }
  return { dataset, places, problems };
}

interface Context {
  root: string;
  problems: Problem[];
  places: Places;
}
interface Parsed {
  document: Document.Parsed;
  lines: LineCounter;
}

function readYaml({ root, problems }: Context, file: string): Parsed | null {
  const lines = new LineCounter();
  let content: string;
  try {
    content = readFileSync(join(root, file), 'utf8');
  } catch (error) {
    problems.push({ file, line: 1, entity: '', field: '', message: `cannot be read: ${(error as Error).message}` });
    return null;
  }
  // The core schema keeps dates as the text they are.
  const document = parseDocument(content, { lineCounter: lines, schema: 'core' });
  for (const error of document.errors) {
    problems.push({ file, line: lines.linePos(error.pos[0]).line, entity: '', field: '', message: `not YAML: ${error.message.split('\n')[0]}` });
  }
  return document.errors.length > 0 ? null : { document, lines };
}

function readList<T>(context: Context, file: string, schema: z.ZodType<T>, idOf: (item: T) => string): T[] {
  const parsed = readYaml(context, file);
  const root = parsed?.document.contents;
  if (!parsed || !root) return [];
  if (!isSeq(root)) {
    context.problems.push({ file, line: 1, entity: '', field: '', message: 'must be a list of entries' });
    return [];
  }
  const items: T[] = [];
  root.items.forEach((node, index) => {
    const item = validate(context, file, parsed, node as Node, schema, `entry ${index + 1}`);
    if (!item) return;
    const id = idOf(item);
    const line = lineOf(parsed, node as Node);
    const before = context.places.get(id);
    if (before) {
      context.problems.push({ file, line, entity: id, field: 'id', message: `already used at ${before.file}:${before.line}` });
      return;
    }
    context.places.set(id, { file, line });
    items.push(item);
  });
  return items;
}

function readSources(context: Context, file: string, folder: string, dataset: Dataset): void {
  const parsed = readYaml(context, file);
  const root = parsed?.document.contents;
  if (!parsed || !root) return;
  if (!isMap(root)) {
    context.problems.push({ file, line: 1, entity: '', field: '', message: 'must map a key to each source' });
    return;
  }
  for (const { key, value } of root.items) {
    const name = String(key);
    const source = validate(context, file, parsed, value as Node, sourceSchema, name);
    if (source) dataset.sources.set(`${folder}:${name}`, source);
  }
}

function validate<T>(context: Context, file: string, parsed: Parsed, node: unknown, schema: z.ZodType<T>, fallback: string): T | null {
  const value: unknown = (node as Node | null)?.toJS(parsed.document) ?? null;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const entity = (value as { id?: string } | null)?.id ?? fallback;
  for (const issue of result.error.issues) {
    const path = issue.path.map(String);
    const at = path.length > 0 ? nodeAt(node as Node, path) : (node as Node);
    const found = path.reduce<unknown>((v, k) => (v as Record<string, unknown> | undefined)?.[k], value);
    const shown = found === undefined || typeof found === 'object' ? '' : ` (found ${JSON.stringify(found)})`;
    context.problems.push({ file, line: lineOf(parsed, at ?? (node as Node)), entity, field: path.join('.'), message: issue.message + shown });
  }
  return null;
}

function nodeAt(node: Node, path: string[]): Node | undefined {
  let at: unknown = node;
  for (const key of path) {
    const next = isMap(at) ? at.get(key, true) : isSeq(at) ? at.get(Number(key), true) : undefined;
    if (!next) break;
    at = next;
  }
  return at as Node | undefined;
}

function lineOf(parsed: Parsed, node: Node | null): number {
  const start = node?.range?.[0];
  return start === undefined ? 1 : parsed.lines.linePos(start).line;
}

/** Turns every source key below `value` into `folder:key`, so that references hold across folders. */
function qualifySources(value: unknown, folder: string): void {
  if (Array.isArray(value)) {
    for (const item of value) qualifySources(item, folder);
  } else if (value && typeof value === 'object') {
    const record = value as Record<string, unknown>;
    for (const [key, child] of Object.entries(record)) {
      if (key === 'sources' && Array.isArray(child)) record[key] = child.map((k: string) => (k.includes(':') ? k : `${folder}:${k}`));
      else if (key === 'source' && typeof child === 'string') record[key] = child.includes(':') ? child : `${folder}:${child}`;
      else qualifySources(child, folder);
    }
  }
}
