import type { Pack } from './pack';
import { readDocument } from './resolve/document';
import { readOffices, resolveOffices, type OfficeReading } from './resolve/offices';
import { resolveOrganizations } from './resolve/organizations';
import { attachOffices, resolveFullNames, resolveShortForms } from './resolve/people';
import { resolveSlips } from './resolve/slips';
import { State, THRESHOLD, type Proposal } from './resolve/state';
import type { Annotation, ArticleContext, Block, Mention } from './types';

/**
 * Who and what an article names, as of its date: one scan of every block, then the passes, each in the light of the ones
 * before. Blocks are the article in reading order, headline first.
 */
export function annotate(pack: Pack, blocks: readonly Block[], context: ArticleContext): Annotation {
  const doc = readDocument(pack, blocks, context);
  const state = new State(doc);
  resolveFullNames(state);
  const offices = new Map<number, OfficeReading[]>(doc.blocks.map((block) => [block.place, readOffices(state, block)]));
  attachOffices(state, offices);
  resolveShortForms(state);
  resolveSlips(state);
  resolveOffices(state, offices);
  resolveOrganizations(state);
  const mentions = settle(state.proposals, insideDroppedOffices(state, offices));
  const free = state.abstained.filter((a) => !mentions.some((m) => m.block === a.block && m.start < a.end && a.start < m.end));
  const abstained = free
    .filter((a) => !free.some((o) => o !== a && o.block === a.block && o.start <= a.start && o.end >= a.end && o.end - o.start > a.end - a.start))
    .sort((a, b) => a.block - b.block || a.start - b.start);
  const home = doc.dateline >= 0 ? doc.dateline : doc.outlet;
  return { mentions, abstained, country: home >= 0 ? pack.meta.countries[home]! : null };
}

/** Words of offices that stand alone and stay unresolved: a body named in them is not what is meant. */
function insideDroppedOffices(state: State, offices: ReadonlyMap<number, OfficeReading[]>): (p: Proposal) => boolean {
  return (p) =>
    p.as === 'organization' &&
    (offices.get(p.block) ?? []).some(
      (r) => !r.deputy && r.span.token <= p.token && r.tokensEnd > p.token && r.span.tokens > p.tokens && !state.appositions.has(`${p.block} ${r.span.token}`),
    );
}

/** Longest first, none over another. */
function settle(proposals: readonly Proposal[], dropped: (p: Proposal) => boolean): Mention[] {
  const ranked = proposals.filter((p) => p.score >= THRESHOLD && !dropped(p)).sort((a, b) => b.end - b.start - (a.end - a.start) || b.score - a.score);
  const kept: Proposal[] = [];
  for (const p of ranked) if (!kept.some((k) => k.block === p.block && k.start < p.end && p.start < k.end)) kept.push(p);
  kept.sort((a, b) => a.block - b.block || a.start - b.start);
  return kept.map(({ token: _token, tokens: _tokens, ...mention }) => mention);
}
