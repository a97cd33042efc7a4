import { foldWord, lettersOf } from '../../arabic/letters';
import { Tokens } from '../../arabic/tokens';
import { FLAG_WEAK, typesOf, type NameType, type NameTypes } from '../names';
import type { Pack } from '../pack';
import { Hits } from '../hits';
import { NAME_BYTES } from '../index-view';
import { find } from '../scan';
import type { ArticleContext, Block } from '../types';
import { dayNumber } from '../pack';

/** All readings of the same words: one stretch of a block and the names of the index it may be. */
export interface Span {
  block: number;
  /** First token and number of tokens. */
  token: number;
  tokens: number;
  start: number;
  end: number;
  clitics: number;
  /** Places in the index of names. */
  names: number[];
  /** Types among them. */
  types: NameTypes;
}

/** Whether one of the span's names is of one of these types. */
export function isOf(span: Span, types: NameTypes): boolean {
  return (span.types & types) !== 0;
}

/** A word that says something of the names around it. */
export interface Cue {
  type: NameType;
  token: number;
  tokens: number;
  clitics: number;
  /** Place of the country, for the three types that name one; else -1. */
  country: number;
  /** An adjective that is also another word: counts only beside an office or a body. */
  weak: boolean;
}

/** Of the block that is being read. */
const found = new Hits();

const WORD = typesOf('word');
const COUNTRIES = typesOf('country', 'country-adjective', 'capital');
const CUES = COUNTRIES | WORD | typesOf('former', 'acting', 'elect', 'modifier', 'title', 'rank', 'verb', 'given', 'deputy');
/** Marks, tatweel and controls; a hamza above stays, it makes another letter. */
const INVISIBLE = /[\u0640\u064b-\u0653\u0655-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const SENTENCE_END = /[.!?؟…\u06D4]/;

/** A block read: its words, the names in it, and the cues by the tokens they begin and end at. */
export class ReadBlock {
  /** In order, of those that begin together the longest first. */
  readonly spans: Span[] = [];
  /** Types among all of them. */
  types: NameTypes = 0;
  private readonly begin = new Map<number, Span[]>();
  private readonly finish = new Map<number, Span[]>();
  private readonly from = new Map<number, Cue[]>();
  private readonly to = new Map<number, Cue[]>();
  /** Sentence each token stands in. */
  readonly sentence: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Hash of each token's letters. */
  readonly hashes: Int32Array;
  /** Those that name a country and nothing else. */
  readonly countryCues: Cue[] = [];
  private readonly joins: Uint8Array;
  private readonly words: string[] = [];
  private readonly foldedWords: string[] = [];
  readonly count: number;

  constructor(pack: Pack, readonly place: number, readonly text: string, scratch: Tokens) {
    const { index } = pack;
    find(index, text, scratch, found);
    let word = -1;
    for (let f = 0; f < found.finds; f++) {
      const token = found.token(f);
      const tokens = found.tokens(f);
      const clitics = found.clitics(f);
      let span: Span | null = null;
      const end = found.name(f) + found.names(f) * NAME_BYTES;
      for (let name = found.name(f); name < end; name += NAME_BYTES) {
        const types = index.typeBit(name);
        // «لصالح» is read whole: no clitic before «صالح». A longer name behind it still counts («وفتح الانتفاضة»).
        if (types === WORD) word = token;
        else if (token === word && clitics > 0 && tokens === 1) continue;
        if ((types & CUES) !== 0) {
          const country = (types & COUNTRIES) !== 0 ? index.target(name) : -1;
          this.addCue({ type: index.type(name), token, tokens, clitics, country, weak: country >= 0 && index.has(name, FLAG_WEAK) });
          continue;
        }
        span ??= this.spanAt(token, tokens, clitics, found.start(f), found.end(f));
        span.names.push(name);
        span.types |= types;
      }
    }
    for (const span of this.spans) {
      this.types |= span.types;
      push(this.begin, span.token, span);
      push(this.finish, span.token + span.tokens, span);
    }
    this.count = scratch.count;
    this.starts = new Int32Array(this.count);
    this.ends = new Int32Array(this.count);
    this.hashes = new Int32Array(this.count);
    this.joins = new Uint8Array(this.count);
    this.sentence = new Int32Array(this.count);
    for (let i = 0, sentence = 0; i < this.count; i++) {
      this.starts[i] = scratch.start(i);
      this.ends[i] = scratch.end(i);
      this.hashes[i] = scratch.hash(i);
      const joined = scratch.joined(i);
      this.joins[i] = joined ? 1 : 0;
      if (i > 0 && !joined && SENTENCE_END.test(this.between(i))) sentence++;
      this.sentence[i] = sentence;
    }
  }

  /** The span of these words, new if there is none; finds come by token. */
  private spanAt(token: number, tokens: number, clitics: number, start: number, end: number): Span {
    const { spans } = this;
    let at = spans.length;
    for (; at > 0; at--) {
      const before = spans[at - 1]!;
      if (before.token !== token || before.tokens > tokens) break;
      if (before.tokens === tokens && before.clitics === clitics) return before;
      // Of as many words, the one found first stays first.
      if (before.tokens === tokens) break;
    }
    const made: Span = { block: this.place, token, tokens, start, end, clitics, names: [], types: 0 };
    spans.splice(at, 0, made);
    return made;
  }

  private addCue(cue: Cue): void {
    if (cue.country >= 0 && !cue.weak) this.countryCues.push(cue);
    push(this.from, cue.token, cue);
    push(this.to, cue.token + cue.tokens, cue);
  }

  /** Names that begin at a token, longest first. */
  spansFrom(token: number): readonly Span[] {
    return this.begin.get(token) ?? NO_SPANS;
  }

  /** Names that end right before a token, longest first. */
  spansTo(token: number): readonly Span[] {
    return this.finish.get(token) ?? NO_SPANS;
  }

  /** What stands between a token and the one before it. */
  between(token: number): string {
    return token === 0 || token >= this.count ? '' : this.text.slice(this.ends[token - 1]!, this.starts[token]!);
  }

  /** Whether nothing but white space or a hyphen stands before the token. */
  joined(token: number): boolean {
    return token > 0 && token < this.count && this.joins[token] === 1;
  }

  /** Whether at most a comma, a quotation mark, a bracket or a dash stands before the token; a full stop too behind a letter that shortens a title («د. يحيى»). */
  loose(token: number): boolean {
    if (token > 0 && token < this.count && this.folded(token - 1).length === 1 && /^\.\s*$/.test(this.between(token))) return true;
    return token > 0 && token < this.count && /^[\s،,«»"“”'‘’()[\]–—-]*$/.test(this.between(token));
  }

  /** Cues that begin at a token, longest first. */
  cuesFrom(token: number, ...types: NameType[]): Cue[] {
    return pick(this.from.get(token), types);
  }

  /** Cues that end right before a token, longest first. */
  cuesTo(token: number, ...types: NameType[]): Cue[] {
    return pick(this.to.get(token), types);
  }

  /** Takes this adjective from the countries named, but where a noun with the article stands before it; gives what it took. */
  takeSurnames(adjective: string): Cue[] {
    const isSurname = (cue: Cue) =>
      cue.tokens === 1 && cue.type === 'country-adjective' && this.folded(cue.token).endsWith(adjective) && !(this.joined(cue.token) && /^[وفبلك]*(?:ال|لل)/.test(this.folded(cue.token - 1)));
    const taken = this.countryCues.filter(isSurname);
    if (taken.length > 0) this.countryCues.splice(0, this.countryCues.length, ...this.countryCues.filter((cue) => !isSurname(cue)));
    return taken;
  }

  allCues(): Iterable<Cue[]> {
    return this.from.values();
  }

  /** The word's letters as written, without marks, tatweel and controls. */
  word(token: number): string {
    if (token < 0 || token >= this.count) return '';
    return (this.words[token] ??= this.text.slice(this.starts[token]!, this.ends[token]!).replace(INVISIBLE, ''));
  }

  /** Offset of a word's letter behind this many. */
  behind(token: number, letters: number): number {
    return lettersOf(this.text, this.starts[token]!, this.ends[token]!).offsets[letters] ?? this.starts[token]!;
  }

  /** The word's folded form; asked for often, made once. */
  folded(token: number): string {
    if (token < 0 || token >= this.count) return '';
    return (this.foldedWords[token] ??= foldWord(this.text, this.starts[token]!, this.ends[token]!));
  }
}

const NO_SPANS: readonly Span[] = [];
const NO_CUES: Cue[] = [];

/** The cues of these types, longest first. */
function pick(cues: readonly Cue[] | undefined, types: readonly NameType[]): Cue[] {
  if (!cues) return NO_CUES;
  const picked = cues.filter((cue) => types.includes(cue.type));
  return picked.length < 2 ? picked : picked.sort((a, b) => b.tokens - a.tokens);
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The article as the resolver reads it. Countries are places in the pack's list, -1 for none. */
export class Doc {
  /** The outlet's country. */
  readonly outlet: number;
  /** The country that a dateline («الجزائر -») names. */
  readonly dateline: number;
  /** How often each country is named. */
  readonly countries: Map<number, number>;
  /** How much of the article each country has: how often it is named, and its people and bodies told so far. */
  private readonly weight: Map<number, number>;
  private counted = 0;
  /** Written without the dots of a final ي, as in Egypt: «فى». */
  readonly dotless: boolean;

  constructor(readonly pack: Pack, readonly blocks: readonly ReadBlock[], readonly day: number, country: string | null) {
    this.outlet = country ? pack.meta.countries.indexOf(country) : -1;
    this.dateline = datelineOf(blocks, this.outlet);
    this.dotless = blocks.some(({ text }) => /(?:^|\s)فى\s/.test(text));
    const countries = new Map<number, number>();
    for (const block of blocks) {
      for (const cues of block.allCues()) {
        const named = new Set(cues.filter((cue) => cue.country >= 0 && !cue.weak).map((cue) => cue.country));
        // One word that may name two countries («مالي») tells neither.
        if (named.size === 1) for (const one of named) countries.set(one, (countries.get(one) ?? 0) + 1);
      }
    }
    this.countries = countries;
    this.weight = new Map(countries);
    for (const count of countries.values()) this.counted += count;
  }

  /**
   * Where the article comes from: what is said without a country is home's. A dateline abroad («الرياض -») counts where the
   * outlet's own country is not spoken of.
   */
  get home(): number {
    if (this.outlet < 0 || this.dateline < 0) return Math.max(this.outlet, this.dateline);
    return (this.countries.get(this.outlet) ?? 0) > 0 ? this.outlet : this.dateline;
  }

  /** Whether the article has to do with a country: comes from it, or names it. */
  concerns(country: number): boolean {
    return country >= 0 && (country === this.outlet || country === this.dateline || this.countries.has(country));
  }

  /** Notes that somebody or some body of this country is named. */
  count(country: number): void {
    if (country < 0) return;
    this.weight.set(country, (this.weight.get(country) ?? 0) + 1);
    this.counted++;
  }

  /** Says that an adjective is somebody's surname here («السوداني»): it names its country only behind a noun with the article. */
  disown(adjective: string): void {
    for (const block of this.blocks) {
      for (const cue of block.takeSurnames(adjective)) {
        for (const counts of [this.countries, this.weight]) counts.set(cue.country, (counts.get(cue.country) ?? 1) - 1);
        this.counted--;
      }
    }
  }

  /** All that was counted. */
  get total(): number {
    return this.counted;
  }

  /** The country's part of all that was counted, 0 to 1. */
  share(country: number): number {
    const { total } = this;
    return total === 0 ? 0 : (this.weight.get(country) ?? 0) / total;
  }

  /** The countries counted, but for one, the weightiest first. */
  countriesBut(country: number): number[] {
    return [...this.weight].filter(([c]) => c !== country).sort((a, b) => b[1] - a[1]).map(([c]) => c);
  }
}

/** Reads all blocks: one scan of each. */
export function readDocument(pack: Pack, blocks: readonly Block[], context: ArticleContext): Doc {
  const scratch = new Tokens();
  return new Doc(pack, blocks.map((block, place) => new ReadBlock(pack, place, block.text, scratch)), dayNumber(context.date), context.country);
}

/** The country of «الجزائر - », «الرباط/», «(القاهرة)» at the beginning of one of the first blocks. */
function datelineOf(blocks: readonly ReadBlock[], outlet: number): number {
  for (const block of blocks.slice(0, 6)) {
    const cues = block.cuesFrom(0, 'country', 'capital').filter((cue) => cue.clitics === 0);
    // «عمان» is a capital and a country: the outlet's, if it is one of them.
    const cue = cues.find((c) => c.country === outlet) ?? (new Set(cues.map((c) => c.country)).size === 1 ? cues[0] : undefined);
    if (!cue) continue;
    const next = cue.token + cue.tokens;
    if (next < block.count && /^\s*[-–—/:(]\s*|^\s+[-–—]/.test(block.between(next)) && /[-–—/:(]/.test(block.between(next))) return cue.country;
  }
  return -1;
}
