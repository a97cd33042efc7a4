/**
 * Spellings made when the pack is built: what outlets write for one another and folding cannot equal without
 * confusing other words. Each rule names itself, so that a spelling can be traced to what made it.
 */
export interface Variant {
  text: string;
  /** The rules that made it, joined by «+»; empty for the name itself. */
  rule: string;
}

type Rule = { name: string; make: (word: string, words: readonly string[], at: number) => string[] };

/** Words of a foreign name: no article, and none of the letters that only Arabic has. */
const ARABIC_ONLY = /[حعضصطظذثءؤئة]/;

/** Letters outlets write for a foreign g. */
const G = ['غ', 'ج', 'ق', 'ك'];

function swap(word: string, letter: string, others: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < word.length; i++) if (word[i] === letter) for (const other of others) out.push(word.slice(0, i) + other + word.slice(i + 1));
  return out;
}

const FOREIGN_RULES: Rule[] = [
  { name: 'g', make: (word) => (word.includes('غ') ? swap(word, 'غ', G.filter((l) => l !== 'غ')) : []) },
  { name: 'ch', make: (word) => (word.includes('تش') ? [word.replace('تش', 'ش')] : []) },
];

const RULES: Rule[] = [
  // عبد المجيد, عبدالمجيد
  { name: 'abd', make: (word, words, at) => (word === 'عبد' && words[at + 1]?.startsWith('ال') ? ['عبد+'] : /^عبدال./.test(word) ? ['عبد ' + word.slice(3)] : []) },
  // نور الدين, نورالدين; نصر الله, نصرالله
  { name: 'compound', make: (word, words, at) => (/^(الدين|الله)$/.test(words[at + 1] ?? '') && word.length > 2 ? [word + '+'] : /^[^ا].+(الدين|الله)$/.test(word) && !word.startsWith('عبد') ? [word.replace(/(الدين|الله)$/, ' $1')] : []) },
  { name: 'ibn', make: (word, _, at) => (word === 'بن' ? ['ابن'] : word === 'ابن' ? ['بن'] : at === 0 && /^بن(?=[^اوي])...../.test(word) ? ['بن ' + word.slice(2), 'ابن ' + word.slice(2)] : []) },
  { name: 'bin', make: (word, words, at) => (word === 'بن' && words[at + 1] && !words[at + 1]!.startsWith('ال') ? ['بن+'] : []) },
  { name: 'abu', make: (word) => (word === 'أبو' || word === 'ابو' ? ['بو+', 'أبي', 'أبا', 'أبو+'] : []) },
  // بو حبيب, بوحبيب
  { name: 'bu', make: (word, words, at) => (word === 'بو' && words[at + 1] ? ['بو+'] : words.length > 1 && at > 0 && /^بو[^اوي]..+/.test(word) ? ['بو ' + word.slice(2)] : []) },
  // يحيى الكسبي, يحيى كسبي
  { name: 'article', make: (word, words, at) => (words.length > 1 && at === words.length - 1 && words[at - 1] !== 'آل' && /^ال....*ي$/.test(word) ? [word.slice(2)] : []) },
  // على عبد العال: Egyptian outlets write علي without dots; never as the first of two words, where it is a preposition
  { name: 'dotless-ali', make: (word, words, at) => (word === 'علي' && (at > 0 || words.length > 2) ? ['على'] : []) },
  { name: 'trump', make: (word) => (word === 'ترامب' ? ['ترمب'] : word === 'ترمب' ? ['ترامب'] : []) },
  // شنقريحة, شنڨريحة (folded alike), شنغريحة: names of Algeria, Tunisia and Morocco with a g
  { name: 'gaf', make: (word) => (/شنقريحة|قايد|لقرع/.test(word) ? swap(word, 'ق', ['غ', 'ك', 'ف']) : []) },
  // زكى for زكي: Egyptian outlets write a final ي without dots; two letters before it, so that folding leaves it alone
  { name: 'dotless-ya', make: (word, words) => (words.length > 1 && word.length === 3 && word.endsWith('ي') && word !== 'علي' ? [word.slice(0, 2) + 'ى'] : []) },
  // ديمقراطي, ديموقراطي
  { name: 'democratic', make: (word) => (word.includes('ديمقراط') ? [word.replace('ديمقراط', 'ديموقراط')] : word.includes('ديموقراط') ? [word.replace('ديموقراط', 'ديمقراط')] : []) },
  { name: 'waw-hamza', make: (word) => (word.includes('ؤو') ? [word.replace('ؤو', 'ؤ'), word.replace('ؤو', 'وو'), word.replace('ؤو', 'ئو')] : word.includes('ؤ') ? [word.replace('ؤ', 'و')] : []) },
  { name: 'ya-hamza', make: (word) => (word.includes('ئ') && word.length > 4 ? [word.replace('ئ', 'ي')] : []) },
];

const MAX_VARIANTS = 24;

/**
 * The name and its other spellings, the name first. Rules apply to one word at a time and at most two of them to one
 * name, which bounds what a long name gives.
 * @param foreign whether rules for foreign sounds apply (the person or body is not from an Arabic-speaking country)
 */
export function spellings(name: string, foreign: boolean): Variant[] {
  const rules = foreign ? [...RULES, ...FOREIGN_RULES] : RULES;
  const found = new Map<string, Variant>([[name, { text: name, rule: '' }]]);
  for (let round = 0; round < 2; round++) {
    for (const { text, rule } of [...found.values()]) {
      const words = text.split(' ');
      words.forEach((word, at) => {
        for (const { name: ruleName, make } of rules) {
          if (ruleName !== 'abd' && rule.split('+').includes(ruleName)) continue;
          if (FOREIGN_RULES.some((r) => r.name === ruleName) && ARABIC_ONLY.test(word)) continue;
          for (const made of make(word, words, at)) {
            const joined = [...words.slice(0, at), made, ...words.slice(at + 1)].join(' ').replace('+ ', '');
            if (found.size < MAX_VARIANTS && !joined.includes('+') && !found.has(joined)) found.set(joined, { text: joined, rule: rule ? `${rule}+${ruleName}` : ruleName });
          }
        }
      });
    }
  }
  return [...found.values()];
}
