import { firstDay, lastDay } from '../dates';
import type { Dataset, Post } from '../schema';
import type { Findings } from './report';

/** Days by which a term may begin after the last one ended, or overlap it, without a word. */
const SLACK_DAYS = 3;
/** Months after which a claim that somebody is still in office asks for a new look. */
const STALE_MONTHS = 12;

/**
 * Dates in order, terms verified within the year, and successions without a gap or overlap that `irregular` does not explain.
 * @param today YYYY-MM-DD
 */
export function checkTerms(dataset: Dataset, findings: Findings, today: string): void {
  for (const post of dataset.posts) {
    post.holders.forEach((holder, i) => {
      const field = `holders.${i} (${holder.person})`;
      const { start_date, end_date, verified_on } = holder;
      if (end_date && firstDay(start_date) > lastDay(end_date)) findings.problem('dates', post.id, field, `ends (${end_date}) before it starts (${start_date})`);
      if (firstDay(start_date) > today) findings.problem('dates', post.id, field, `starts in the future (${start_date})`);
      if (!end_date && !verified_on) findings.problem('dates', post.id, field, 'a term without end_date needs verified_on');
      if (!end_date && verified_on && verified_on > today) findings.problem('dates', post.id, field, `verified in the future (${verified_on})`);
      if (!end_date && verified_on && verified_on < firstDay(start_date)) findings.warn('dates', post.id, field, `announced only: verified (${verified_on}) before it starts (${start_date})`);
      if (!end_date && verified_on && daysBetween(verified_on, today) / 30.44 > STALE_MONTHS) findings.warn('stale', post.id, field, `last verified on ${verified_on}, more than ${STALE_MONTHS} months ago`);
    });
    for (const { field, message } of succession(post)) findings.warn('succession', post.id, field, message);
  }
  for (const event of dataset.events) {
    if (event.end_date && firstDay(event.start_date) > lastDay(event.end_date)) findings.problem('dates', event.id, 'end_date', `ends (${event.end_date}) before it starts (${event.start_date})`);
  }
  for (const { id, founding_date, dissolution_date } of dataset.organizations) {
    if (founding_date && dissolution_date && firstDay(founding_date) > lastDay(dissolution_date)) findings.problem('dates', id, 'dissolution_date', `dissolved (${dissolution_date}) before it was founded (${founding_date})`);
  }
}

/** In front of a term that may have begun earlier there is no gap. */
function succession(post: Post): { field: string; message: string }[] {
  if (post.seats !== 1) return [];
  const found: { field: string; message: string }[] = [];
  const terms = [...post.holders].sort((a, b) => (firstDay(a.start_date) < firstDay(b.start_date) ? -1 : 1));
  for (let i = 1; i < terms.length; i++) {
    const [before, after] = [terms[i - 1]!, terms[i]!];
    const explained = post.irregular.some(({ around }) => touches(around, before.end_date ?? after.start_date, after.start_date));
    if (explained) continue;
    const field = `holders (${before.person} → ${after.person})`;
    if (!before.end_date) found.push({ field, message: `the earlier term has no end, the later starts ${after.start_date}` });
    else if (after.start_qualifier === undefined && daysBetween(lastDay(before.end_date), firstDay(after.start_date)) > SLACK_DAYS) found.push({ field, message: `gap from ${before.end_date} to ${after.start_date}` });
    else if (daysBetween(lastDay(after.start_date), firstDay(before.end_date)) > SLACK_DAYS) found.push({ field, message: `overlap from ${after.start_date} to ${before.end_date}` });
  }
  return found;
}

function touches(around: string, from: string, to: string): boolean {
  const [low, high] = from < to ? [from, to] : [to, from];
  return firstDay(around) <= lastDay(high) && lastDay(around) >= firstDay(low);
}

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const daysBetween = (a: string, b: string) => day(b) - day(a);
