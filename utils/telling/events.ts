import { firstDay, lastDay } from '../dataset/dates';
import type { EventFact } from '../dataset/facts';

/** An event, with the others of the article who took part in it. */
export interface RelatedEvent {
  event: EventFact;
  shared: EventFact['participants'];
}

/**
 * An entity's events as this article asks for them: first those that others named in the article took part in,
 * then the nearest in time; of two as near, the one that had happened by then.
 */
export function rankEvents(events: readonly EventFact[], self: string, cast: readonly string[], day: string): RelatedEvent[] {
  const others = new Set(cast.filter((id) => id !== self));
  return events
    .map((event) => ({ event, shared: event.participants.filter(({ id }) => others.has(id)), away: daysAway(event, day) }))
    .sort(
      (a, b) =>
        Number(b.shared.length > 0) - Number(a.shared.length > 0) ||
        a.away - b.away ||
        Number(a.event.start > day) - Number(b.event.start > day) ||
        (a.event.id < b.event.id ? -1 : 1),
    )
    .map(({ event, shared }) => ({ event, shared }));
}

/** Days between a day and an event; none while it lasts. */
export function daysAway(event: Pick<EventFact, 'start' | 'end'>, day: string): number {
  const from = time(firstDay(event.start));
  const to = time(lastDay(event.end ?? event.start));
  const at = time(day);
  return at < from ? from - at : at > to ? at - to : 0;
}

function time(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
