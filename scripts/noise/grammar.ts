import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One subject of everyday prose: its sentences and headlines with slots, and the words that fill them. */
export interface Topic {
  name: string;
  headlines: readonly string[];
  sentences: readonly string[];
  slots: ReadonlyMap<string, readonly string[]>;
}

const SLOT = /\{([a-z0-9]+)\}/g;
/** The file whose slots every topic may use. */
const COMMON = 'common';

interface Line {
  at: string;
  text: string;
}

/**
 * Reads a grammar: `@slot: words | words`, `^ headline`, `// comment`, and any other line a sentence. A slot is named in
 * braces and may not be filled with another.
 * @param common slots known from elsewhere
 * @throws {Error} naming file and line of what cannot be read
 */
export function parseTopic(file: string, content: string, common: ReadonlyMap<string, readonly string[]> = new Map()): Topic {
  const slots = new Map(common);
  const headlines: Line[] = [];
  const sentences: Line[] = [];
  content.split(/\r?\n/).forEach((raw, i) => {
    const line = raw.trim();
    const at = `${file}:${i + 1}`;
    if (line === '' || line.startsWith('//')) return;
    if (line.startsWith('@')) {
      const [, slot, list] = /^@([a-z0-9]+):(.+)$/.exec(line) ?? [];
      const words = (list ?? '').split('|').map((part) => part.trim()).filter(Boolean);
      if (!slot || words.length === 0) throw new Error(`${at}: a slot reads "@name: words | words", found "${line}"`);
      if (slots.has(slot)) throw new Error(`${at}: slot "${slot}" is there already: give it another name`);
      slots.set(slot, words);
    } else if (line.startsWith('^')) headlines.push({ at, text: line.slice(1).trim() });
    else sentences.push({ at, text: line });
  });
  for (const { at, text } of [...headlines, ...sentences]) {
    for (const [, slot] of text.matchAll(SLOT)) if (!slots.has(slot!)) throw new Error(`${at}: no slot is called "${slot}"`);
  }
  return { name: basename(file, '.txt'), headlines: headlines.map((l) => l.text), sentences: sentences.map((l) => l.text), slots };
}

/**
 * All topics of a folder, by name; `common.txt` holds what they share.
 * @throws {Error} naming the file that cannot be read, or the topic that has no headline or no sentence
 */
export function readTopics(folder: string): Topic[] {
  const read = (name: string) => readFileSync(join(folder, `${name}.txt`), 'utf8');
  const { slots } = parseTopic(`${COMMON}.txt`, read(COMMON));
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => basename(name, '.txt')).filter((name) => name !== COMMON).sort();
  return names.map((name) => {
    const topic = parseTopic(`${name}.txt`, read(name), slots);
    if (topic.headlines.length === 0 || topic.sentences.length === 0) throw new Error(`${name}.txt: a topic needs a headline ("^ words") and a sentence`);
    return topic;
  });
}

/** A line with its slots filled, by a source of numbers from 0 up to 1. */
export function fill(topic: Topic, line: string, random: () => number): string {
  return line.replace(SLOT, (_, slot: string) => pick(topic.slots.get(slot)!, random));
}

/** One of a list. */
export function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
}
