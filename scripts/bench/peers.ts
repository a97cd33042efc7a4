import { createRequire } from 'node:module';
import { fold } from '../../utils/arabic/letters';

/** Other ways to find many names in a text, each over text and names folded beforehand. Returns a search that counts. */
export type Peer = { name: string; build: (names: readonly string[]) => (text: string) => number; most: number };

const require = createRequire(import.meta.url);

/** A Map from every beginning of a name to whether it ends there, walked word by word. */
function wordMap(names: readonly string[]): (text: string) => number {
  const map = new Map<string, boolean>();
  for (const name of names) {
    const words = name.split(' ');
    for (let n = 1; n < words.length; n++) {
      const key = words.slice(0, n).join(' ');
      if (!map.has(key)) map.set(key, false);
    }
    map.set(name, true);
  }
  return (text) => {
    const words = text.split(' ');
    let found = 0;
    for (let i = 0; i < words.length; i++) {
      let key = words[i]!;
      for (let n = i; ; ) {
        const ends = map.get(key);
        if (ends === undefined) break;
        if (ends) found++;
        if (++n >= words.length) break;
        key += ` ${words[n]!}`;
      }
    }
    return found;
  };
}

function bigRegExp(names: readonly string[]): (text: string) => number {
  const longest = [...names].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<=^| )(?:${longest.join('|')})(?= |$)`, 'g');
  return (text) => text.match(pattern)?.length ?? 0;
}

export const PEERS: readonly Peer[] = [
  { name: 'Map of word n-grams', build: wordMap, most: 1_000_000 },
  { name: 'one big RegExp', build: bigRegExp, most: 15_000 },
  {
    name: '@monyone/aho-corasick (fast)',
    most: 15_000,
    build: (names) => {
      const { AhoCorasick: FastAhoCorasick } = require('@monyone/aho-corasick/fast') as { AhoCorasick: new (names: readonly string[]) => { matchInText(text: string): unknown[] } };
      const matcher = new FastAhoCorasick(names);
      return (text) => matcher.matchInText(text).length;
    },
  },
  {
    name: 'aho-corasick-node',
    most: 15_000,
    build: (names) => {
      const { builder } = require('aho-corasick-node') as { builder(): { add(name: string): void; build(): { match(text: string): unknown[] } } };
      const making = builder();
      names.forEach((name) => making.add(name));
      const matcher = making.build();
      return (text) => matcher.match(text).length;
    },
  },
  {
    name: 'flashtext.js',
    most: 15_000,
    build: (names) => {
      const KeywordProcessor = (require('flashtext.js') as { default?: unknown }).default ?? require('flashtext.js');
      const processor = new (KeywordProcessor as new () => { addKeyword(name: string, to: string): void; extractKeywords(text: string): unknown[] })();
      names.forEach((name) => processor.addKeyword(name, name));
      return (text) => processor.extractKeywords(text).length;
    },
  },
  {
    name: 'ahocorasick',
    most: 15_000,
    build: (names) => {
      const AhoCorasick = require('ahocorasick') as new (names: readonly string[]) => { search(text: string): unknown[] };
      const matcher = new AhoCorasick(names);
      return (text) => matcher.search(text).length;
    },
  },
  {
    name: 'aho-corasick',
    most: 15_000,
    build: (names) => {
      const AhoCorasick = require('aho-corasick') as new () => { add(name: string, data: unknown): void; build_fail(): void; search(text: string, found: () => void): void };
      const matcher = new AhoCorasick();
      names.forEach((name) => matcher.add(name, null));
      matcher.build_fail();
      return (text) => {
        let count = 0;
        matcher.search(text, () => count++);
        return count;
      };
    },
  },
];

/** Text and names as the peers get them: folded, words parted by one space. */
export const prefold = (text: string) => fold(text);
