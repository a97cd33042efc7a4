import type { Block } from '../../utils/matching/types';
import { fill, pick, type Topic } from './grammar';

/** An article of everyday prose that names no official and no body. */
export interface PlainArticle {
  topic: string;
  /** Headline, then paragraphs. */
  blocks: Block[];
  words: number;
}

/** Numbers from 0 up to 1 that a seed decides (Mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** How often a sentence opens with words that join it to the one before, and an article with a dateline. */
const OPENED = 0.15;
const DATED = 0.25;

/** Articles on the topics by turns, at least `words` words of them in all; the same for the same seed. */
export function* plainProse(topics: readonly Topic[], words: number, seed: number): Generator<PlainArticle> {
  const random = seeded(seed);
  let written = 0;
  for (let i = 0; written < words; i++) {
    const article = plainArticle(topics[i % topics.length]!, random);
    written += article.words;
    yield article;
  }
}

function plainArticle(topic: Topic, random: () => number): PlainArticle {
  const left = shuffled(topic.sentences, random);
  const texts = [fill(topic, pick(topic.headlines, random), random)];
  const paragraphs = 4 + Math.floor(random() * 4);
  for (let p = 0; p < paragraphs && left.length > 0; p++) {
    const sentences = left.splice(0, 2 + Math.floor(random() * 4)).map((line, i) => {
      const sentence = fill(topic, line, random);
      return i > 0 && random() < OPENED ? `${fill(topic, '{opener}', random)} ${sentence}` : sentence;
    });
    const dateline = p === 0 && random() < DATED ? `${fill(topic, '{city}', random)} - ` : '';
    texts.push(dateline + sentences.join(' '));
  }
  return { topic: topic.name, blocks: texts.map((text) => ({ text })), words: texts.reduce((sum, text) => sum + countWords(text), 0) };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

/** Words of a text: runs of letters and digits. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
