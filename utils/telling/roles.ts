import { firstDay, lastDay } from '../dataset/dates';
import type { TermFact, TermStatus } from '../dataset/facts';
import { RANK_ORDER } from './ranks';

/** The days a term may cover. What the term needs of the facts, so that rules can be tried on dates alone. */
export type Span = Pick<TermFact, 'start' | 'end'> & Partial<Pick<TermFact, 'earliest'>>;

/**
 * Where a term stands at a day. Dates of reduced precision are taken at their widest: nobody is called former
 * before the last day the end may mean, nor yet to come after the first day the beginning may mean. The day of
 * leaving still belongs to the term. Before a start that is only the latest possible one, back to the first possible
 * one, nothing is known: neither that the term had begun nor that it was yet to come.
 */
export function statusAt(term: Span, day: string): TermStatus {
  if (day < firstDay(term.start)) return term.earliest && day >= term.earliest ? 'possible' : 'later';
  if (term.end !== null && day > lastDay(term.end)) return 'former';
  return 'current';
}

/** A term, with where it stands at the day asked for. */
export interface Role {
  term: TermFact;
  status: Exclude<TermStatus, 'possible'>;
}

/**
 * The one role to tell of somebody at a day. The post that the article names goes first if they ever hold it. Of
 * several current terms the highest rank, then the confirmed before the acting, then the newest; without a current
 * one the term that ended last; else the one that begins first, unless another may have begun by then. Where that leaves
 * nothing to tell of the post named, the others are asked.
 */
export function roleAt(terms: readonly TermFact[], day: string, post: string | null = null): Role | null {
  const named = post === null ? [] : terms.filter((term) => term.post === post);
  return roleOf(named, day) ?? roleOf(terms, day);
}

function roleOf(terms: readonly TermFact[], day: string): Role | null {
  const by = (status: TermStatus) => terms.filter((term) => statusAt(term, day) === status);

  const [current] = by('current').sort(byWeight);
  if (current) return { term: current, status: 'current' };
  const [former] = by('former').sort((a, b) => compare(lastDay(b.end!), lastDay(a.end!)) || byWeight(a, b));
  if (former) return { term: former, status: 'former' };
  if (by('possible').length > 0) return null;
  const [later] = by('later').sort((a, b) => compare(firstDay(a.start), firstDay(b.start)) || byWeight(a, b));
  return later ? { term: later, status: 'later' } : null;
}

/** What has become of a role since the article: the term is over, another stands in its place, or both. */
export interface Change {
  /** The date the told term ended, if it did between the two days. */
  ended: string | null;
  /** The role today where it is another; null where there is none, or it is the same. */
  now: TermFact | null;
}

/** What has changed between a role at the article's day and today; null where nothing has. */
export function changedSince(terms: readonly TermFact[], role: Role, day: string, today: string): Change | null {
  if (today <= day) return null;
  const { term } = role;
  const ended = role.status !== 'former' && term.end !== null && statusAt(term, today) === 'former' ? term.end : null;
  const latest = roleAt(terms, today);
  // What may have been held already has not come since; but it tells what is left once the told term has ended.
  const fresh = ended === null ? ['later'] : ['later', 'possible'];
  const now = latest?.status === 'current' && latest.term !== term && fresh.includes(statusAt(latest.term, day)) ? latest.term : null;
  const begun = role.status === 'later' && statusAt(term, today) === 'current';
  if (begun) return { ended: null, now: term };
  return ended === null && now === null ? null : { ended, now };
}

function byWeight(a: TermFact, b: TermFact): number {
  return RANK_ORDER[a.rank] - RANK_ORDER[b.rank] || Number(a.acting) - Number(b.acting) || compare(firstDay(b.start), firstDay(a.start));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
