import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, lastDay, yearsBefore } from '../../utils/dataset/dates';
import { RANKS } from '../../utils/dataset/schema';
import { daysAway, rankEvents } from '../../utils/telling/events';
import { RANK_ORDER } from '../../utils/telling/ranks';
import { changedSince, roleAt, statusAt } from '../../utils/telling/roles';
import { ACTING_PREMIER, AMBASSADOR, event, KEPT_MINISTER, MINISTER, term } from './telling-facts';

const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));
const span = fc
  .tuple(partial, fc.option(partial, { nil: null }))
  .filter(([start, end]) => end === null || firstDay(start) <= lastDay(end))
  .map(([start, end]) => ({ start, end }));
/** The same, some with a start that is only the latest possible one. */
const openSpan = fc
  .tuple(span, fc.option(fc.nat(12), { nil: null }))
  .map(([term_, years]) => ({ ...term_, earliest: years === null ? null : yearsBefore(firstDay(term_.start), years) }));

describe('where a term stands at a day', () => {
  it('is exact where the dates are', () => {
    expect(statusAt(MINISTER, '2019-04-01')).toBe('later');
    expect(statusAt(MINISTER, '2019-04-02')).toBe('current');
    expect(statusAt(MINISTER, '2021-07-07')).toBe('current');
    expect(statusAt(MINISTER, '2021-07-08')).toBe('former');
    expect(statusAt(AMBASSADOR, '2099-01-01')).toBe('current');
  });

  it('calls nobody former or yet to come while the dates leave it open', () => {
    const vague = { start: '2019', end: '2021-07' };
    expect(statusAt(vague, '2018-12-31')).toBe('later');
    expect(statusAt(vague, '2019-01-01')).toBe('current');
    expect(statusAt(vague, '2021-07-31')).toBe('current');
    expect(statusAt(vague, '2021-08-01')).toBe('former');
  });

  it('leaves open whether a term had begun before a start that is only the latest possible one', () => {
    expect(statusAt(KEPT_MINISTER, '2012-06-15')).toBe('later');
    expect(statusAt(KEPT_MINISTER, '2012-06-16')).toBe('possible');
    expect(statusAt(KEPT_MINISTER, '2022-06-15')).toBe('possible');
    expect(statusAt(KEPT_MINISTER, '2022-06-16')).toBe('current');
    expect(statusAt(KEPT_MINISTER, '2024-09-02')).toBe('former');
  });

  it('is the same with and without such a start from its date on, and never current or former before', () => {
    fc.assert(fc.property(openSpan, day, (term_, at) => {
      const exact = statusAt({ start: term_.start, end: term_.end }, at);
      if (exact === 'later') expect(['later', 'possible']).toContain(statusAt(term_, at));
      else expect(statusAt(term_, at)).toBe(exact);
    }));
  });

  it('goes from later (and possible) to current to former as days pass, never back', () => {
    const order = { later: 0, possible: 1, current: 2, former: 3 };
    fc.assert(fc.property(openSpan, day, day, (term_, a, b) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      expect(order[statusAt(term_, early)]).toBeLessThanOrEqual(order[statusAt(term_, late)]);
    }));
  });

  it('is never made narrower by knowing less', () => {
    fc.assert(fc.property(span, day, fc.constantFrom(4, 7), (exact, at, length) => {
      const vague = { start: exact.start.slice(0, length), end: exact.end?.slice(0, length) ?? null };
      if (statusAt(exact, at) === 'current') expect(statusAt(vague, at)).toBe('current');
    }));
  });

  it('is current on its first and last day, whatever their precision', () => {
    fc.assert(fc.property(span, (term_) => {
      expect(statusAt(term_, firstDay(term_.start))).toBe('current');
      if (term_.end !== null) expect(statusAt(term_, lastDay(term_.end))).toBe('current');
    }));
  });
});

describe('the role to tell', () => {
  const terms = [MINISTER, ACTING_PREMIER, AMBASSADOR];

  it('is the highest of several held at once', () => {
    expect(roleAt(terms, '2019-12-20')?.term).toBe(ACTING_PREMIER);
    expect(roleAt(terms, '2020-01-10')).toEqual({ term: MINISTER, status: 'current' });
  });

  it('is the post the article names, even when it is over', () => {
    expect(roleAt(terms, '2019-12-20', MINISTER.post)?.term).toBe(MINISTER);
    expect(roleAt(terms, '2025-03-09', MINISTER.post)).toEqual({ term: MINISTER, status: 'former' });
    expect(roleAt(terms, '2025-03-09', 'dz/post/never-held')).toEqual({ term: AMBASSADOR, status: 'current' });
  });

  it('is the last former one between two posts, and the first later one before any', () => {
    expect(roleAt(terms, '2022-05-01')).toEqual({ term: MINISTER, status: 'former' });
    expect(roleAt(terms, '2010-01-01')).toEqual({ term: MINISTER, status: 'later' });
    expect(roleAt([], '2010-01-01')).toBeNull();
  });

  it('is the confirmed holder’s rather than the acting one’s, and the newer of two alike', () => {
    const acting = term({ start: '2024-05-01', acting: true });
    const confirmed = term({ start: '2024-01-01' });
    const newer = term({ start: '2024-03-01' });
    expect(roleAt([acting, confirmed], '2024-06-01')?.term).toBe(confirmed);
    expect(roleAt([confirmed, newer], '2024-06-01')?.term).toBe(newer);
  });

  it('is none on a day before a start that is only the latest possible one, rather than a later one', () => {
    expect(roleAt([KEPT_MINISTER], '2020-01-01')).toBeNull();
    expect(roleAt([KEPT_MINISTER, term({ post: 'dz/post/prime-minister', start: '2024-09-01' })], '2020-01-01')).toBeNull();
    expect(roleAt([KEPT_MINISTER], '2012-01-01')).toEqual({ term: KEPT_MINISTER, status: 'later' });
    expect(roleAt([KEPT_MINISTER], '2022-06-16')).toEqual({ term: KEPT_MINISTER, status: 'current' });
  });

  it('is then another that is known to be held or over, even where the article names the one in doubt', () => {
    const speaker = term({ post: 'dz/post/speaker', rank: 'parliament', start: '2019', end: '2021-05-01' });
    expect(roleAt([speaker, KEPT_MINISTER], '2020-01-01', KEPT_MINISTER.post)).toEqual({ term: speaker, status: 'current' });
    expect(roleAt([speaker, KEPT_MINISTER], '2021-10-01')).toEqual({ term: speaker, status: 'former' });
  });

  it('ranks as the dataset does', () => {
    expect(Object.entries(RANK_ORDER).sort((a, b) => a[1] - b[1]).map(([rank]) => rank)).toEqual([...RANKS]);
  });
});

describe('what has changed since', () => {
  it('says that a term has ended, and what came of the person', () => {
    const terms = [MINISTER, AMBASSADOR];
    const role = roleAt(terms, '2020-06-01')!;
    expect(changedSince(terms, role, '2020-06-01', '2026-01-01')).toEqual({ ended: '2021-07-07', now: AMBASSADOR });
    expect(changedSince(terms, role, '2020-06-01', '2022-01-01')).toEqual({ ended: '2021-07-07', now: null });
    expect(changedSince(terms, role, '2020-06-01', '2020-12-01')).toBeNull();
  });

  it('says nothing where nothing changed, or of an article of tomorrow', () => {
    const role = roleAt([AMBASSADOR], '2025-03-09')!;
    expect(changedSince([AMBASSADOR], role, '2025-03-09', '2026-02-20')).toBeNull();
    expect(changedSince([MINISTER], roleAt([MINISTER], '2021-07-07')!, '2021-07-07', '2021-07-07')).toBeNull();
  });

  it('says that a role which was yet to come has begun, and a later one of somebody who had left', () => {
    const before = roleAt([AMBASSADOR], '2023-01-01')!;
    expect(changedSince([AMBASSADOR], before, '2023-01-01', '2026-01-01')).toEqual({ ended: null, now: AMBASSADOR });
    const between = roleAt([MINISTER, AMBASSADOR], '2022-01-01')!;
    expect(changedSince([MINISTER, AMBASSADOR], between, '2022-01-01', '2026-01-01')).toEqual({ ended: null, now: AMBASSADOR });
  });

  it('does not call new what may have been held already, but names it where the told term has ended', () => {
    const speaker = term({ post: 'dz/post/speaker', rank: 'parliament', start: '2019', end: '2021-05-01' });
    const terms = [speaker, { ...KEPT_MINISTER, end: null }];
    const former = roleAt(terms, '2021-10-01')!;
    expect(changedSince(terms, former, '2021-10-01', '2026-01-01')).toBeNull();
    const current = roleAt(terms, '2020-01-01')!;
    expect(changedSince(terms, current, '2020-01-01', '2026-01-01')).toEqual({ ended: '2021-05-01', now: terms[1] });
  });

  it('does not call what was held all along a change', () => {
    const both = [MINISTER, { ...ACTING_PREMIER, end: null }];
    const role = roleAt(both, '2020-06-01', MINISTER.post)!;
    expect(changedSince(both, role, '2020-06-01', '2020-12-01')).toBeNull();
  });
});

describe('the order of events', () => {
  it('puts those shared with others of the article first, then the nearest in time', () => {
    const events = [event('far', '2019-01-01', ['a']), event('near', '2025-03-08'), event('after', '2025-03-10'), event('old', '2001')];
    expect(rankEvents(events, 'me', ['a', 'me'], '2025-03-09').map(({ event: { id } }) => id)).toEqual(['far', 'near', 'after', 'old']);
  });

  it('does not count the one asked about as company', () => {
    expect(rankEvents([event('own', '2025', ['me'])], 'me', ['me'], '2025-03-09')[0]!.shared).toEqual([]);
  });

  it('is not away from an event that lasts', () => {
    expect(daysAway({ start: '2025-03-01', end: '2025-03-20' }, '2025-03-09')).toBe(0);
    expect(daysAway({ start: '2025', end: null }, '2025-03-09')).toBe(0);
    expect(daysAway({ start: '2025-03-19', end: null }, '2025-03-09')).toBe(10);
    expect(daysAway({ start: '2025-02-27', end: null }, '2025-03-09')).toBe(10);
  });
});
