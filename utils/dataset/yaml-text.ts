import { Document, LineCounter, type YAMLSeq, isCollection, isMap, isScalar, isSeq, parseDocument, visit, type Node } from 'yaml';

/** A part of an entry: keys of maps and places in lists from the entry down; empty for the entry itself. */
export type NodePath = readonly (string | number)[];

/** What is to be added to one list file (people.yaml, posts.yaml, ...). Nothing in it is changed or taken away. */
export interface ListFileEdit {
  /** Whole entries, put at the end. */
  entries: object[];
  /** Items put at the end of a list of an entry; the list is made where it is missing. */
  items: { id: string; path: NodePath; key: string; items: unknown[] }[];
  /** Fields that an entry, or a part of it, does not have yet. */
  fields: { id: string; path: NodePath; key: string; value: unknown }[];
}

/** Thrown when a file cannot take an edit as it is written. */
export class EditError extends Error {
  override name = 'EditError';
}

const DATE = /^\d{4}(-\d{2}){0,2}$/;

/** YAML as the dataset is written: block style, lists not indented, dates and what looks like one quoted. */
export function toYaml(value: unknown): string {
  const document = new Document(value, { schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && DATE.test(node.value)) node.type = 'QUOTE_SINGLE';
    },
  });
  return document.toString({ indentSeq: false, lineWidth: 0, singleQuote: true });
}

/**
 * The text of a list file with the edit's additions; every line that was there stays as it was.
 * @param text the file, empty for one to be made
 * @throws {EditError} for text that is no list, an id it does not have, a field it has already, a key that holds no list
 */
export function editListFile(text: string, edit: ListFileEdit): string {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core' });
  const root = document.contents;
  if (document.errors.length > 0) throw new EditError(`not YAML: ${document.errors[0]!.message.split('\n')[0]}`);
  if (root !== null && !isSeq(root)) throw new EditError('must be a list of entries');
  const insertions: { at: number; until: number; text: string }[] = [];

  for (const { id, path, key, items } of edit.items) {
    if (items.length === 0) continue;
    const map = partOf(root, id, path);
    const list = map.get(key, true) as unknown;
    if (list === undefined) insertions.push(newField(text, map, key, items));
    else if (isSeq(list) && list.items.length === 0) insertions.push(filledList(text, map, list, items));
    else if (isSeq(list) && list.flow) insertions.push(beforeBracket(text, list, ']', flowText(items)));
    else if (isSeq(list)) insertions.push(afterLast(text, list, indent(toYaml(items), dashColumn(text, list))));
    else throw new EditError(`${id}: ${key} is no list`);
  }
  for (const { id, path, key, value } of edit.fields) {
    const map = partOf(root, id, path);
    if (map.has(key)) throw new EditError(`${id}: ${[...path, key].join('.')} is there already`);
    insertions.push(newField(text, map, key, value));
  }
  // From the end of the file to its start, so that places found before stay right; additions at one place keep their order.
  const ordered = insertions.map((insertion, order) => ({ ...insertion, order })).sort((a, b) => b.at - a.at || b.order - a.order);
  let edited = text;
  for (const { at, until, text: added } of ordered) edited = edited.slice(0, at) + added + edited.slice(until);
  if (edit.entries.length === 0) return edited;
  return appendBlock(root === null || root.items.length === 0 ? comments(edited) : edited, toYaml(edit.entries));
}

/**
 * The text of a sources file with more sources at its end.
 * @throws {EditError} for text that is no map, or a key it has already
 */
export function editSourcesFile(text: string, sources: Readonly<Record<string, object>>): string {
  const root = parseDocument(text, { schema: 'core' }).contents;
  if (root !== null && !isMap(root)) throw new EditError('must map a key to each source');
  for (const key of Object.keys(sources)) if (isMap(root) && root.has(key)) throw new EditError(`${key} is there already`);
  if (Object.keys(sources).length === 0) return text;
  return appendBlock(root === null || root.items.length === 0 ? comments(text) : text, toYaml(sources));
}

/** What stays of a file without entries: its comments. */
function comments(text: string): string {
  return text.split('\n').filter((line) => line.startsWith('#')).join('\n');
}

function appendBlock(text: string, block: string): string {
  return text === '' || text.endsWith('\n') ? text + block : `${text}\n${block}`;
}

/** A map node, as far as it is used here: the library's own type depends on how it was parsed. */
interface MapNode {
  get(key: string, keep: true): unknown;
  has(key: string): boolean;
  items: unknown[];
  range?: Node['range'];
  flow?: boolean;
}

function partOf(root: YAMLSeq | null, id: string, path: NodePath): MapNode {
  let at: unknown = root?.items.find((item) => isMap(item) && item.get('id') === id);
  if (!at) throw new EditError(`no entry has the id ${id}`);
  for (const key of path) at = isCollection(at) ? at.get(key, true) : undefined;
  if (!isMap(at)) throw new EditError(`${id} has no ${path.join('.')}`);
  return at as unknown as MapNode;
}

function newField(text: string, map: MapNode, key: string, value: unknown): { at: number; until: number; text: string } {
  if (map.flow) return beforeBracket(text, map as unknown as Node & { items: unknown[] }, '}', flowText({ [key]: value }));
  return afterLast(text, map as unknown as Node, indent(toYaml({ [key]: value }), columnOf(text, map.range![0])));
}

/** What stands between the brackets of a value in flow style. */
function flowText(value: unknown): string {
  const document = new Document(value, { schema: 'core', aliasDuplicateObjects: false });
  (document.contents as { flow?: boolean }).flow = true;
  return document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false }).trim().slice(1, -1);
}

/** The end of a collection in flow style, before its closing bracket and what blanks stand there. */
function beforeBracket(text: string, node: Node & { items: unknown[] }, bracket: string, added: string): { at: number; until: number; text: string } {
  const close = text.lastIndexOf(bracket, node.range![1] - 1);
  const at = text.slice(0, close).trimEnd().length;
  const comma = text[at - 1] === ',' ? ' ' : node.items.length > 0 ? ', ' : '';
  return { at, until: at, text: comma + added };
}

/** `holders: []` becomes a list in block style. */
function filledList(text: string, map: MapNode, list: YAMLSeq, items: unknown[]): { at: number; until: number; text: string } {
  const [start, end] = list.range!;
  return { at: text.slice(0, start).trimEnd().length, until: end, text: `\n${indent(toYaml(items), columnOf(text, map.range![0])).trimEnd()}` };
}

/** The place after the line on which a block collection's last leaf ends. */
function afterLast(text: string, node: Node, added: string): { at: number; until: number; text: string } {
  let leaf: unknown = node;
  while (isCollection(leaf) && !leaf.flow && leaf.items.length > 0) {
    const last: unknown = leaf.items[leaf.items.length - 1];
    leaf = isMap(leaf) ? ((last as { value: unknown; key: unknown }).value ?? (last as { key: unknown }).key) : last;
  }
  const end = (leaf as Node).range![1];
  if (isScalar(leaf) && text[end - 1] === '\n') return { at: end, until: end, text: added };
  const newline = text.indexOf('\n', end);
  return newline < 0 ? { at: text.length, until: text.length, text: `\n${added}` } : { at: newline + 1, until: newline + 1, text: added };
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

function dashColumn(text: string, list: YAMLSeq): number {
  const first = (list.items[0] as Node).range![0];
  const start = text.lastIndexOf('\n', first - 1) + 1;
  return text.slice(start, first).lastIndexOf('-');
}

function indent(block: string, columns: number): string {
  return block.replace(/^(?=.)/gm, ' '.repeat(columns));
}
