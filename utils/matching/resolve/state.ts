import { FLAG_NEEDS } from '../names';
import type { Pack, Term } from '../pack';
import type { Abstention, Evidence, Mention, MentionAs } from '../types';
import type { Doc, ReadBlock, Span } from './document';

/** Below this a mention is not marked. */
export const THRESHOLD = 0.6;
/** By how much the best candidate must lead. */
export const MARGIN = 0.15;

/** More open cases than any article has: a page of look-alikes is not listed whole. */
const MAX_ABSTENTIONS = 2000;

/** How much each kind of mention is worth by itself; evidence moves it. */
export const PRIOR = { full: 0.95, title: 0.9, after: 0.85, alone: 0.8, context: 0.7, slip: 0.7, weak: 0.4 } as const;

/** A mention that wants to be marked; overlaps are settled at the end. */
export interface Proposal extends Mention {
  token: number;
  tokens: number;
  /** Place of the entity in the pack. */
  place: number;
}

/** One number for a token of a block. Blocks have fewer than 2^26 units, so fewer tokens. */
export function placeKey(block: number, token: number): number {
  return block * 0x4000000 + token;
}

/** What the passes over an article find out, one after the other. */
export class State {
  readonly proposals: Proposal[] = [];
  readonly abstained: Abstention[] = [];
  /** Persons named for certain, with the place of the first time. */
  readonly named = new Map<number, { block: number; token: number }>();
  /** Organizations named for certain. */
  readonly bodies = new Set<number>();
  /** Short forms, folded, that somebody else in this article bears too («بلال أردوغان»), with the first place of that one. */
  private readonly contests = new Map<string, number>();
  /** Titles that are surnames too, folded, and whether nobody bears them as a title in this article; told once. */
  readonly nobodysTitles = new Map<string, boolean>();
  /** Titles that stand beside a person's name: evidence for it, no mention of their own. By block and token. */
  private readonly titles = new Map<number, { person: number; span: Span }>();
  private readonly titled = new Map<Span, { person: number; token: number }>();
  private readonly byBlock = new Map<number, Proposal[]>();
  /** Where words that were left open end, by block and every token they cover. */
  private readonly open = new Map<number, number>();
  /** Proposals by block and every token they cover. */
  private readonly covering = new Map<number, Proposal[]>();

  constructor(readonly doc: Doc) {}

  get pack(): Pack {
    return this.doc.pack;
  }

  block(span: Span): ReadBlock {
    return this.doc.blocks[span.block]!;
  }

  propose(span: Span, entity: number, as: MentionAs, score: number, evidence: Evidence[], more: { post?: number; end?: number; tokens?: number } = {}): void {
    const proposal: Proposal = {
      block: span.block, start: span.start, end: more.end ?? span.end, token: span.token, tokens: more.tokens ?? span.tokens,
      entity: this.pack.idOf(entity), place: entity, kind: this.pack.isPerson(entity) ? 'person' : 'organization', as, score: Math.min(1, score), evidence,
      ...(more.post === undefined ? {} : { post: this.postId(more.post) }),
    };
    this.proposals.push(proposal);
    const here = this.byBlock.get(span.block);
    if (here) here.push(proposal);
    else this.byBlock.set(span.block, [proposal]);
    for (let token = proposal.token; token < proposal.token + proposal.tokens; token++) {
      const key = placeKey(proposal.block, token);
      const list = this.covering.get(key);
      if (list) list.push(proposal);
      else this.covering.set(key, [proposal]);
    }
  }

  /** Says that somebody else bears a short form, there. */
  contest(form: string, block: number, token: number): void {
    const place = placeKey(block, token);
    if (place < (this.contests.get(form) ?? Infinity)) this.contests.set(form, place);
  }

  /** Whether, as far as the article has come, somebody else bears the short form at the span too. Before both are named, the one named first is meant. */
  isContested(form: string, span: Span, bearers: Iterable<number>): boolean {
    const contest = this.contests.get(form);
    if (contest === undefined) return false;
    if (contest <= placeKey(span.block, span.token)) return true;
    for (const person of bearers) {
      const named = this.named.get(person);
      if (named && placeKey(named.block, named.token) < contest) return false;
    }
    return true;
  }

  /** Proposals over a token of a block. */
  over(block: number, token: number): readonly Proposal[] {
    return this.covering.get(placeKey(block, token)) ?? [];
  }

  /** Whether the span lies within longer words that were left open: a part of them is no other body. */
  leftOpen(span: Span): boolean {
    const end = this.open.get(placeKey(span.block, span.token));
    if (end === undefined || end < span.token + span.tokens) return false;
    return end > span.token + span.tokens || this.open.get(placeKey(span.block, span.token - 1)) === end;
  }

  /** Whether the article has to do with an entity's country, or it has none. */
  concerns(entity: number): boolean {
    const country = this.pack.countryOf(entity);
    return country < 0 || this.doc.concerns(country);
  }

  /** Proposals of a block and the ones beside it. */
  near(block: number): readonly Proposal[] {
    return [block - 1, block, block + 1].flatMap((place) => this.byBlock.get(place) ?? []);
  }

  /** Says that the office at a token is the title of a person named at `span`. */
  attach(block: number, token: number, person: number, span: Span): void {
    this.titles.set(placeKey(block, token), { person, span });
    if (!this.titled.has(span)) this.titled.set(span, { person, token });
  }

  /** Whose title the office at a token is. */
  apposition(block: number, token: number): { person: number; span: Span } | undefined {
    return this.titles.get(placeKey(block, token));
  }

  /** The title beside the person named at `span`: where it begins, and who bears it. */
  titleOf(span: Span): { person: number; token: number } | undefined {
    return this.titled.get(span);
  }

  abstain(span: Span, candidates: { entity: number; score: number; evidence: Evidence[] }[], end = span.end): void {
    if (candidates.length === 0 || this.abstained.length >= MAX_ABSTENTIONS) return;
    for (let token = span.token; token < span.token + span.tokens; token++) this.open.set(placeKey(span.block, token), Math.max(span.token + span.tokens, this.open.get(placeKey(span.block, token)) ?? 0));
    this.abstained.push({
      block: span.block, start: span.start, end,
      candidates: candidates.map(({ entity, score, evidence }) => ({ entity: this.pack.idOf(entity), score, evidence })).slice(0, 8),
    });
  }

  postId(post: number): string {
    return this.pack.idOf(this.pack.bases.posts + post);
  }

  /** Whether words of the span already belong to an accepted longer name. */
  covered(span: Span): boolean {
    return this.over(span.block, span.token).some((p) => p.token + p.tokens >= span.token + span.tokens);
  }
}

/** The terms of a post that hold at a day for certain: begun at the latest then, not yet over. */
export function holdersAt(pack: Pack, post: number, day: number, acting: boolean | null): Term[] {
  const terms = pack.termsOfPost(post).filter((term) => term.startLast <= day && day <= term.endFirst);
  if (acting !== null) {
    const wanted = terms.filter((term) => term.acting === acting);
    if (wanted.length > 0 || acting) return wanted;
  }
  // On the day of a handover the newcomer holds the office.
  const starts = terms.map((t) => t.startLast);
  const newest = Math.max(...starts);
  return pack.post(post).seats === 1 && terms.length > 1 && terms.some((t) => t.endFirst === day) ? terms.filter((t) => t.startLast === newest) : terms;
}

/** Whether somebody held the post at the day, or at any time before it. */
export function heldBy(pack: Pack, post: number, person: number, day: number): 'then' | 'before' | 'later' | null {
  let found: 'then' | 'before' | 'later' | null = null;
  for (const term of pack.termsOfPerson(person)) {
    if (term.post !== post) continue;
    if (term.startFirst <= day && day <= term.endLast) return 'then';
    const when = term.endLast < day ? 'before' : 'later';
    if (found !== 'before') found = when;
  }
  return found;
}

/** Words a body's name needs beside it when it is also a common word and its entry says nothing itself, folded. */
const COMPANY_OF_CLASS: Record<string, string[]> = {
  media: ['صحيفه', 'جريده', 'يوميه', 'قناه', 'وكاله', 'مجله', 'اذاعه', 'تلفزيون', 'فضائيه', 'قناتي', 'صحيفتي'],
  party: ['حزب', 'حركه', 'تيار', 'كتله', 'جبهه', 'تحالف', 'رئيس', 'زعيم', 'امين', 'حزبي', 'حركتي', 'مجموعه', 'فريق', 'نواب', 'نائب', 'كتل', 'احزاب', 'وزراء', 'مقاعد', 'اصوات', 'مستشارو', 'مناضلو', 'قيادي', 'القيادي', 'حزبا', 'حركتا', 'مرشح', 'مرشحي', 'مرشحو'],
  movement: ['حركه', 'جماعه', 'تنظيم', 'حركتي', 'فصائل', 'جبهه', 'حزب'],
  'armed-group': ['حركه', 'جماعه', 'تنظيم', 'حركتي', 'فصائل', 'كتائب', 'ميليشيا', 'مليشيا', 'قوات'],
  company: ['شركه', 'مجمع', 'موسسه', 'مجموعه'],
  association: ['جمعيه', 'منظمه', 'هيئه', 'رابطه'],
};

/**
 * Whether the company a name needs stands beside it. Null where nothing is needed; else the word found, or ''.
 */
export function companyOf(state: State, span: Span, name: number, entity: number): string | null {
  const needs = state.pack.index.has(name, FLAG_NEEDS) ? state.pack.needsOf(name, entity) : null;
  if (!needs) return null;
  const block = state.block(span);
  return beside(block, span, needs.after) || around(block, span, needs.with);
}

/** The company bodies of this class usually stand in, for a name that is a common word: the word found, or ''. */
export function usualCompany(state: State, span: Span, entity: number): string {
  return beside(state.block(span), span, COMPANY_OF_CLASS[state.pack.classificationOf(entity)] ?? []);
}

/** The word right before the span if it is, clitics aside, one of `words` (folded), or ''. */
function beside(block: ReadBlock, span: Span, words: readonly string[]): string {
  const before = span.token - 1;
  return words.length > 0 && hasReading(block.folded(before), (word) => words.includes(word)) && block.loose(span.token) ? block.word(before) : '';
}

function around(block: ReadBlock, span: Span, words: readonly string[]): string {
  if (words.length === 0) return '';
  const [from, to] = [Math.max(0, span.token - 4), Math.min(block.count, span.token + span.tokens + 4)];
  for (let token = from; token < to; token++) {
    if ((token >= span.token && token < span.token + span.tokens) || block.sentence[token] !== block.sentence[span.token]) continue;
    if (hasReading(block.folded(token), (word) => words.includes(word))) return block.word(token);
  }
  return '';
}

/** Letters that may be written together before a word. */
const JOINING = /^[وف]/;
const PREPOSED = /^[بلك]/;

/** Whether a folded word, with or without what may be written together before it, passes. */
export function hasReading(word: string, passes: (reading: string) => boolean): boolean {
  if (passes(word) || hasReadingBehindPreposed(word, passes)) return true;
  if (word.length < 2 || !JOINING.test(word)) return false;
  const rest = word.slice(1);
  return passes(rest) || hasReadingBehindPreposed(rest, passes);
}

function hasReadingBehindPreposed(word: string, passes: (reading: string) => boolean): boolean {
  if (word.length < 2 || !PREPOSED.test(word)) return false;
  return passes(word.slice(1)) || (word.length > 2 && word.startsWith('لل') && passes(`ال${word.slice(2)}`));
}
