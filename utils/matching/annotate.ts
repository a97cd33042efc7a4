import type { Pack } from './pack';
import { readDocument } from './resolve/document';
import { readOffices, type Offices } from './resolve/offices';
import { resolveOrganizations } from './resolve/organizations';
import { resolveHolders, resolveLooselyNamed } from './resolve/holders';
import { attachOffices, resolveFullNames } from './resolve/people';
import { resolveShortForms } from './resolve/short-forms';
import { resolveSlips } from './resolve/slips';
import { resolveOffices, unknownNameBefore, unknownNameBehind } from './resolve/sole-offices';
import { State, THRESHOLD, placeKey, type Proposal } from './resolve/state';
import type { Abstention, Annotation, ArticleContext, Block, Mention } from './types';

/**
 * Who and what an article names, as of its date: one scan of every block, then the passes, each in the light of the ones
 * before. Blocks are the article in reading order, headline first.
 */
export function annotate(pack: Pack, blocks: readonly Block[], context: ArticleContext): Annotation {
  const doc = readDocument(pack, blocks, context);
  const state = new State(doc);
  resolveFullNames(state);
  const offices = doc.blocks.map((block) => readOffices(state, block));
  resolveLooselyNamed(state, offices);
  attachOffices(state, offices);
  resolveShortForms(state);
  resolveSlips(state);
  resolveOffices(state, offices);
  resolveHolders(state);
  resolveOrganizations(state);
  const mentions = settle(state.proposals, insideDroppedOffices(state, offices));
  const { home } = doc;
  return { mentions, abstained: leftOver(state.abstained, mentions), country: home >= 0 ? pack.meta.countries[home]! : null };
}

/** Words of offices that stand alone and stay unresolved: a body named in them is not what is meant. */
function insideDroppedOffices(state: State, offices: readonly Offices[]): (p: Proposal) => boolean {
  return (p) => {
    if (p.as !== 'organization') return false;
    const office = offices[p.block]?.over(p.token);
    if (office === undefined || office.deputy || office.span.tokens <= p.tokens || state.apposition(p.block, office.span.token)) return false;
    // «محافظ البنك المركزي العراقي مصطفى ...»: a title, though of somebody the dataset lacks.
    const block = state.doc.blocks[p.block]!;
    return !unknownNameBehind(block, office) && !unknownNameBefore(state, block, office);
  };
}

/** Of the words left open, those that no mention touches, and that are no part of longer ones; in reading order. */
function leftOver(abstained: readonly Abstention[], mentions: readonly Mention[]): Abstention[] {
  const kept: Abstention[] = [];
  let next = 0;
  for (const open of [...abstained].sort((a, b) => a.block - b.block || a.start - b.start || b.end - a.end)) {
    const isBefore = ({ block, end }: Mention) => block < open.block || (block === open.block && end <= open.start);
    while (next < mentions.length && isBefore(mentions[next]!)) next++;
    const mention = mentions[next];
    if (mention && mention.block === open.block && mention.start < open.end) continue;
    const last = kept.at(-1);
    const isPart = last && last.block === open.block && last.end >= open.end && last.end - last.start > open.end - open.start;
    if (!isPart) kept.push(open);
  }
  return kept;
}

/** Longest first, none over another. */
function settle(proposals: readonly Proposal[], dropped: (p: Proposal) => boolean): Mention[] {
  const ranked = proposals.filter((p) => p.score >= THRESHOLD && !dropped(p)).sort((a, b) => b.end - b.start - (a.end - a.start) || b.score - a.score);
  const taken = new Set<number>();
  const kept: Proposal[] = [];
  for (const p of ranked) {
    const first = placeKey(p.block, p.token);
    const last = first + p.tokens - 1;
    // Longest first: what lies over another's middle lies over one of its ends, too.
    if (taken.has(first) || taken.has(last)) continue;
    for (let token = first; token <= last; token++) taken.add(token);
    kept.push(p);
  }
  kept.sort((a, b) => a.block - b.block || a.start - b.start);
  return kept.map(({ token: _token, tokens: _tokens, place: _place, ...mention }) => mention);
}
