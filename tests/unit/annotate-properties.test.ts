import fc from 'fast-check';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledPack } from '../../scripts/lib/pack';
import { PROJECT_ROOT } from '../../scripts/lib/root';
import { fold } from '../../utils/arabic/letters';
import { Tokens } from '../../utils/arabic/tokens';
import { annotate } from '../../utils/matching/annotate';
import type { Pack } from '../../utils/matching/pack';
import { scan } from '../../utils/matching/scan';
import type { Annotation, Block, Mention } from '../../utils/matching/types';
import { readBlocks } from '../../utils/page/blocks';
import { articles, choicesOf, contexts, cutAt, decorate, namesByFold, TASHKEEL, TATWEEL, withClitic, ZERO_WIDTH, type NameUse } from './annotate-texts';

let pack: Pack;
let names: ReadonlyMap<string, readonly NameUse[]>;
let anyArticle: fc.Arbitrary<Block[]>;
beforeAll(() => {
  pack = bundledPack();
  names = namesByFold(pack);
  anyArticle = articles(pack);
}, 60_000);

/** The same texts in every run of the suite: what fails here fails everywhere. */
const SEED = 20250309;
const RUNS = { numRuns: 250, seed: SEED };
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });
const IN_WORD = /[\p{L}\p{M}\p{N}\u0640]/u;

const wordsOf = (blocks: readonly Block[], m: Mention) => blocks[m.block]!.text.slice(m.start, m.end);
/** Who is marked, in order, and by which words once folded. */
const marked = (blocks: readonly Block[], { mentions }: Annotation) => mentions.map((m) => `${m.block} ${m.entity} ${m.post ?? m.as} ${fold(wordsOf(blocks, m))}`);

/** What stands in the same word before the mark. */
function before(text: string, start: number): string {
  let from = start;
  while (from > 0 && (IN_WORD.test(text[from - 1]!) || ZERO_WIDTH.includes(text[from - 1]!))) from--;
  return fold(text.slice(from, start));
}

/** Whether the words are a name of the index that stands for this mention, with nothing behind it but its country and adjectives. */
function saysName(text: string, m: Mention): boolean {
  const entity = pack.find(m.entity);
  const post = m.post === undefined ? -1 : pack.find(m.post) - pack.bases.posts;
  const words = fold(text.slice(m.start, m.end)).split(' ');
  const means = (phrase: string) =>
    (names.get(phrase) ?? []).some(({ type, target }) => (m.as === 'office' ? type.startsWith('office') && target === post : (type.startsWith('person') || type.startsWith('organization')) && target === entity));
  const hidden = /[لﻟ]$/.test(before(text, m.start)) ? [`ا${words[0]}`, ...words.slice(1)] : words;
  for (let n = words.length; n > 0; n--) {
    if (!means(words.slice(0, n).join(' ')) && !means(hidden.slice(0, n).join(' '))) continue;
    const rest = words.slice(n).join(' ');
    if (rest === '') return true;
    if (m.as === 'name') return /^ال \S+$/.test(rest);
    return m.as !== 'short';
  }
  // «نائب رئيس المجلس الياس بو صعب»: the first word of the name, told by whose title it stands in.
  const bare = (word: string) => word.replace(/^(?:ال|ل)/, '');
  if (m.as === 'organization' && words.length === 1 && m.evidence.some(({ code }) => code === 'company') && bare(words[0]!) === bare(pack.nameWords(entity)[0]!)) return true;
  // «وزارتا الدفاع والداخلية», «وزيرا الخارجية المصري والتركي»: the first word is said once for both.
  if (m.as === 'organization') return words.some((_, n) => means(['وزاره', ...words.slice(0, n + 1)].join(' ')));
  if (m.as === 'office') return (names.get(words.join(' ')) ?? []).some(({ type }) => type === 'country-adjective');
  return m.evidence.some(({ code }) => code === 'slip');
}

describe('marks', () => {
  it('stand inside their block, sorted, none over another, and never empty', () => {
    fc.assert(
      fc.property(anyArticle, contexts, (blocks, context) => {
        const { mentions } = annotate(pack, blocks, context);
        mentions.forEach((m, i) => {
          const text = blocks[m.block]?.text ?? '';
          expect(m.start).toBeGreaterThanOrEqual(0);
          expect(m.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(m.start, m.end).trim().length).toBe(m.end - m.start);
          expect(m.end).toBeGreaterThan(m.start);
          expect(pack.find(m.entity)).toBeGreaterThanOrEqual(0);
          const next = mentions[i + 1];
          if (next) expect(next.block > m.block || (next.block === m.block && next.start >= m.end)).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it('select a name of the index that stands for whom they mark, whatever signs are in the words', () => {
    const signs = [...TASHKEEL, ...TATWEEL, ...ZERO_WIDTH];
    let seen = 0;
    fc.assert(
      fc.property(anyArticle, contexts, choicesOf(signs), fc.boolean(), (plain, context, choices, signed) => {
        const blocks = signed ? plain.map(({ text }) => ({ text: decorate(text, signs, choices, true) })) : plain;
        for (const m of annotate(pack, blocks, context).mentions) {
          seen++;
          expect(saysName(blocks[m.block]!.text, m), `«${wordsOf(blocks, m)}» marked as ${m.as} ${m.entity} ${m.post ?? ''}`).toBe(true);
        }
      }),
      RUNS,
    );
    expect(seen).toBeGreaterThan(RUNS.numRuns);
  });

  it('begin behind a clitic and end with their word', () => {
    fc.assert(
      fc.property(anyArticle, contexts, (blocks, context) => {
        for (const m of annotate(pack, blocks, context).mentions) {
          const { text } = blocks[m.block]!;
          expect(before(text, m.start), `before «${wordsOf(blocks, m)}» in ${text}`).toMatch(/^[وف]?[بلك]?$/);
          expect(text.slice(m.end, m.end + 1), `behind «${wordsOf(blocks, m)}» in ${text}`).not.toMatch(IN_WORD);
        }
      }),
      RUNS,
    );
  });

  it('leave a clitic before a whole name outside', () => {
    const whole = [...pack.index.names()]
      .filter((i) => pack.index.type(i) === 'person')
      .map((i) => pack.index.textOf(i))
      .filter((name) => name.split(' ').length >= 3 && names.get(fold(name))!.length === 1);
    // «لل» is read two ways, and «وو» is a name's own beginning as often as not: not what is asked here.
    // Of one letter behind a clitic nobody can tell which is which («وج د فانس»).
    const free = whole.filter((name) => !/^[وفبلك]|^ال|^. /.test(name));
    fc.assert(
      fc.property(fc.constantFrom(...free), fc.constantFrom('و', 'ف', 'ب', 'ل', 'ك', 'وب', 'فل'), contexts, (name, clitic, context) => {
        const plain = [{ text: `اللقاء ${name} اليوم` }];
        const prefixed = [{ text: `اللقاء ${withClitic(clitic, name)} اليوم` }];
        const alone = annotate(pack, plain, context);
        fc.pre(alone.mentions.length === 1 && alone.mentions[0]!.as === 'name');
        expect(marked(prefixed, annotate(pack, prefixed, context))).toEqual(marked(plain, alone));
      }),
      RUNS,
    );
  });

  it('never split what a reader sees as one letter', () => {
    const signs = [...TASHKEEL, ...TATWEEL, ...ZERO_WIDTH];
    fc.assert(
      fc.property(anyArticle, contexts, choicesOf(signs), (plain, context, choices) => {
        const blocks = plain.map(({ text }) => ({ text: decorate(text, signs, choices, true) }));
        const edges = blocks.map(({ text }) => new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length)));
        for (const m of annotate(pack, blocks, context).mentions) {
          for (const edge of [m.start, m.end]) expect(edges[m.block]!.has(edge), `${edge} in ${JSON.stringify(blocks[m.block]!.text.slice(m.start - 4, m.end + 4))}`).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('who is marked does not change', () => {
  it.each([
    ['tashkeel', TASHKEEL, true],
    ['tatweel', TATWEEL, false],
    ['zero-width signs', ZERO_WIDTH, false],
  ] as const)('with %s in the words', (_, signs, atEnd) => {
    fc.assert(
      fc.property(anyArticle, contexts, choicesOf(signs), (plain, context, choices) => {
        const signed = plain.map(({ text }) => ({ text: decorate(text, signs, choices, atEnd) }));
        expect(marked(signed, annotate(pack, signed, context))).toEqual(marked(plain, annotate(pack, plain, context)));
      }),
      RUNS,
    );
  });

  it('with no-break spaces between the words', () => {
    fc.assert(
      fc.property(anyArticle, contexts, (plain, context) => {
        const spaced = plain.map(({ text }) => ({ text: text.replaceAll(' ', '\u00a0') }));
        expect(marked(spaced, annotate(pack, spaced, context))).toEqual(marked(plain, annotate(pack, plain, context)));
      }),
      RUNS,
    );
  });

  it('when the article is read again, or another in between', () => {
    fc.assert(
      fc.property(anyArticle, anyArticle, contexts, (blocks, others, context) => {
        const first = annotate(pack, blocks, context);
        annotate(pack, others, context);
        expect(annotate(pack, blocks, context)).toEqual(first);
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it('when words that are no name and no cue follow at the end', () => {
    const words = ['مقعد', 'طاولة', 'أبيض', 'نافذة', 'صغيرة', 'ورق', 'شجرة'];
    const tail = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((list) => `${list.join(' ')}.`);
    fc.assert(
      fc.property(anyArticle, contexts, fc.array(tail, { minLength: 1, maxLength: 3 }), (blocks, context, tails) => {
        for (const text of tails) expect(scan(pack.index, text, new Tokens())).toEqual([]);
        const longer = [...blocks, ...tails.map((text) => ({ text }))];
        expect(annotate(pack, longer, context)).toEqual(annotate(pack, blocks, context));
      }),
      { numRuns: 100, seed: SEED },
    );
  });
});

describe('a page', () => {
  let page: Window;
  const replaced: Record<string, unknown> = {};
  beforeAll(() => {
    page = new Window({ settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true } });
    // The page room speaks to the browser's own globals.
    const { document, Node, NodeFilter, Element, HTMLElement, ShadowRoot } = page as unknown as typeof globalThis;
    const browser = { document, Node, NodeFilter, Element, HTMLElement, ShadowRoot, getComputedStyle: page.getComputedStyle.bind(page) };
    (Element.prototype as { checkVisibility?: () => boolean }).checkVisibility ??= () => true;
    for (const key of Object.keys(browser)) replaced[key] = (globalThis as Record<string, unknown>)[key];
    Object.assign(globalThis, browser);
    // A browser's own style sheet says so; this window's says nothing of inline elements.
    const style = document.createElement('style');
    style.append('span, a, b, em { display: inline }');
    document.head.append(style);
  });
  afterAll(async () => {
    Object.assign(globalThis, replaced);
    await page.happyDOM.close();
  });

  /** Builds a paragraph of pieces, each in the element its place in `tags` says; links only between words, where they part none. */
  function paragraph(pieces: readonly string[], tags: readonly string[]): HTMLElement {
    const p = document.createElement('p');
    pieces.forEach((piece, i) => {
      const tag = tags[i % tags.length]!;
      const between = !(IN_WORD.test(pieces[i - 1]?.at(-1) ?? ' ') && IN_WORD.test(piece[0]!)) && !(IN_WORD.test(piece.at(-1)!) && IN_WORD.test(pieces[i + 1]?.[0] ?? ' '));
      if (tag === '') p.append(piece);
      else {
        const element = document.createElement(tag === 'a' && !between ? 'span' : tag);
        element.append(piece);
        p.append(element);
      }
    });
    return p;
  }

  it('gives the same marks however its paragraphs are cut into inline elements', () => {
    const tags = fc.array(fc.constantFrom('', 'b', 'a', 'span', 'em'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyArticle, contexts, fc.array(fc.nat(4000), { maxLength: 30 }), tags, (plain, context, places, elements) => {
        // As a page shows it: runs of white space are one space.
        const blocks = plain.map(({ text }) => ({ text: text.replace(/[ \t\n\r\f]+/g, ' ').trim() })).filter(({ text }) => /[\u0621-\u064a]{2}/.test(text));
        document.body.replaceChildren(...blocks.map(({ text }) => paragraph(cutAt(text, places), elements)));
        const reading = readBlocks(document.body, { navigation: false });
        let step = reading.next();
        while (!step.done) step = reading.next();
        const read = step.value.map(({ text }) => ({ text }));
        expect(read).toEqual(blocks);
        expect(annotate(pack, read, context)).toEqual(annotate(pack, blocks, context));
      }),
      { numRuns: 60, seed: SEED },
    );
  });
});

describe('the annotate command', () => {
  const run = promisify(execFile);
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'siyaq-annotate-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function command(file: string): Promise<{ date: string; mentions: { block: number; start: number; end: number; text: string }[] }> {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', join(PROJECT_ROOT, 'scripts/annotate.ts'), file, '--json', '--date', '2025-03-09', '--country', 'DZ'], { cwd: PROJECT_ROOT, encoding: 'utf8' });
    return JSON.parse(stdout);
  }

  it('prints offsets that select the printed text of a .txt article', async () => {
    const paragraphs = ['تبّون يستقبل الوزير الأول', 'استقبل  الرئيس عبد المجيد تبّون، رئيسَ الوزراء الإيطالي.\r\nوقال إنّ الرئيس الفرنسي ماكرون حضر 😀 ولعمامرة غائب.'];
    const file = join(folder, 'article.txt');
    writeFileSync(file, `\uFEFF\n${paragraphs.join('\r\n \r\n')}\r\n`);
    const { mentions } = await command(file);
    expect(mentions.map(({ text }) => text)).toEqual(expect.arrayContaining(['تبّون', 'عبد المجيد تبّون', 'ماكرون']));
    for (const { block, start, end, text } of mentions) expect(paragraphs[block]!.slice(start, end)).toBe(text);
  });

  it('prints offsets that select the printed text of an .html article', async () => {
    const file = join(folder, 'article.html');
    writeFileSync(
      file,
      `<!doctype html><html lang="ar"><head><title>نص</title></head><body><article><h1>زيارة &laquo;ماكرون&raquo; إلى الجزائر</h1>
      <p>قال   <a href="https://example.org/">عبد المجيد</a>\n <b>تبّون</b> إنه التقى و<b>إيمانويل</b> ماكرون&nbsp;في قصر&#x200f; المرادية.</p>
      <script>const hidden = 'دونالد ترامب';</script></article></body></html>`,
    );
    const paragraphs = ['زيارة «ماكرون» إلى الجزائر', 'قال عبد المجيد تبّون إنه التقى وإيمانويل ماكرون\u00a0في قصر\u200f المرادية.'];
    const { mentions } = await command(file);
    expect(mentions.map(({ text }) => text)).toEqual(['ماكرون', 'عبد المجيد تبّون', 'إيمانويل ماكرون']);
    for (const { block, start, end, text } of mentions) expect(paragraphs[block]!.slice(start, end)).toBe(text);
  });
});
