import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { label, monogram, webAddress } from '../../components/card/text';
import { placeCard } from '../../components/card/placement';
import { layoutTimeline } from '../../components/card/timeline';
import { castOf, doubtsOf, mentionsOf, today, type Annotation } from '../../entrypoints/content/article';

const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => new Date(Date.UTC(1930, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

describe('the timeline', () => {
  const terms = [
    { start: '1995-10-28', end: '2002-04-06', acting: false },
    { start: '2005-06-15', end: '2015-12-31', acting: false },
    { start: '2017-01-01', end: null, acting: true },
  ];
  it('puts the older on the right where one reads from there', () => {
    const { bars, now, lanes } = layoutTimeline(terms, '2025-01-22', '2025-11-03', true);
    expect(bars[0].x).toBeGreaterThan(bars[1].x);
    expect(bars[1].x).toBeGreaterThan(bars[2].x);
    expect(now).toBeGreaterThan(bars[2].x);
    expect(now).toBeLessThan(bars[2].x + bars[2].width);
    expect(bars.map(({ current }) => current)).toEqual([false, false, true]);
    expect(bars.map(({ acting }) => acting)).toEqual([false, false, true]);
    expect(lanes).toBe(1);
  });
  it('puts terms held at once in rows of their own, and a handover in one', () => {
    const held = [
      { start: '2020-01-01', end: '2022-01-01', acting: false },
      { start: '2021-01-01', end: '2023-01-01', acting: false },
      { start: '2022-01-01', end: '2024-01-01', acting: false },
    ];
    expect(layoutTimeline(held, '2021-06-01', '2025-01-01', false).bars.map(({ lane }) => lane)).toEqual([0, 1, 0]);
  });
  it('stays inside the chart whatever the terms', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ start: day, end: fc.option(day), acting: fc.boolean() }), { maxLength: 40 }),
        day,
        day,
        fc.boolean(),
        (some, article, now, rtl) => {
          const layout = layoutTimeline(some, article, now, rtl);
          expect(layout.now).toBeGreaterThanOrEqual(0);
          expect(layout.now).toBeLessThanOrEqual(100);
          expect(layout.lanes).toBeLessThanOrEqual(5);
          for (const { x, width, lane } of layout.bars) {
            expect(x).toBeGreaterThanOrEqual(-1e-9);
            expect(x + width).toBeLessThanOrEqual(100 + 1e-9);
            expect(lane).toBeLessThan(layout.lanes);
          }
          expect(layout.ticks.length).toBeLessThanOrEqual(7);
        },
      ),
    );
  });
});

describe('the place of the card', () => {
  const view = { width: 1000, height: 800 };
  const words = { left: 500, right: 600, top: 100, bottom: 130 };
  it('is below the words, beginnings in line', () => {
    expect(placeCard(words, { width: 376, height: 500 }, view, true)).toMatchObject({ left: 224, top: 138 });
    expect(placeCard(words, { width: 376, height: 500 }, view, false)).toMatchObject({ left: 500, top: 138 });
  });
  it('is above them where there is more room', () => {
    const { top, room } = placeCard({ ...words, top: 600, bottom: 630 }, { width: 376, height: 500 }, view, true);
    expect(top + 500).toBe(592);
    expect(room).toBe(584);
  });
  it('never leaves the window, and covers the words only where there is no room at all', () => {
    const side = fc.integer({ min: -3000, max: 3000 });
    fc.assert(
      fc.property(
        side,
        side,
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 40, max: 900 }),
        fc.boolean(),
        (left, top, width, height, cardHeight, rtl) => {
          const box = { left, top, right: left + width, bottom: top + height };
          const place = placeCard(box, { width: 376, height: cardHeight }, view, rtl);
          const bottom = place.top + Math.min(cardHeight, place.room);
          expect(place.left).toBeGreaterThanOrEqual(8);
          expect(place.left + 376).toBeLessThanOrEqual(992);
          expect(place.top).toBeGreaterThanOrEqual(8);
          expect(bottom).toBeLessThanOrEqual(792);
          if (box.top >= 0 && box.bottom <= 800) expect(place.top >= box.bottom || bottom <= box.top).toBe(true);
        },
      ),
    );
  });
});

describe('words of the card', () => {
  it('fills labels in and shows a missing one', () => {
    expect(label({ all: 'الكل ($1)' }, 'all', 4)).toBe('الكل (4)');
    expect(label({ all: 'الكل ($1)' }, 'all', '$&')).toBe('الكل ($&)');
    expect(label({}, 'missing')).toBe('missing');
  });
  it('links to the web only', () => {
    expect(webAddress('https://www.un.org/')).toBe('https://www.un.org/');
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not an address', '', 'JaVaScRiPt:1'])
      expect(webAddress(bad)).toBeNull();
  });
  it('stands for a name by its letters', () => {
    expect(monogram('أنطونيو غوتيريش', 'person')).toBe('أ\u200cغ');
    expect(monogram('الجيش الوطني الشعبي', 'organization')).toBe('ج');
    expect(monogram('António Guterres', 'person')).toBe('AG'.split('').join('\u200c'));
    expect(monogram('', 'person')).toBe('؟');
  });
});

describe('what the background answered', () => {
  const annotation: Annotation = {
    date: '2025-01-22',
    dateSource: 'meta',
    country: null,
    entities: [
      { id: 'a', kind: 'person', name: { ar: 'أ', en: 'A', fr: 'A' }, role: null },
      { id: 'b', kind: 'organization', name: { ar: 'ب', en: 'B', fr: 'B' }, role: 'هيئة' },
    ],
    mentions: [
      { block: 1, start: 0, end: 2, entity: 0, as: 'office', post: 'p', score: 1, evidence: [] },
      { block: 0, start: 5, end: 8, entity: 1, as: 'organization', score: 1, evidence: [] },
      { block: 0, start: 0, end: 3, entity: 9, as: 'name', score: 1, evidence: [] },
      { block: 2, start: 0, end: 3, entity: 0, as: 'name', score: 1, evidence: [] },
    ],
    abstained: [
      { block: 2, start: 5, end: 9, candidates: [{ entity: 9, score: 0.4, evidence: [] }], more: false },
      {
        block: 1,
        start: 4,
        end: 7,
        candidates: [
          { entity: 1, score: 0.4, evidence: [{ code: 'only-one' }] },
          { entity: 0, score: 0.3, evidence: [] },
        ],
        more: true,
      },
    ],
  };
  it('becomes mentions in reading order, without those that lead nowhere', () => {
    expect(mentionsOf(annotation).map(({ block, entity, kind, post }) => [block, entity, kind, post])).toEqual([
      [0, 'b', 'organization', null],
      [1, 'a', 'office', 'p'],
      [2, 'a', 'person', null],
    ]);
  });
  it('keeps words in doubt apart, with those who may be meant', () => {
    expect(doubtsOf(annotation)).toEqual([
      {
        block: 1, start: 4, end: 7, entity: 'b a', kind: 'uncertain', as: 'name', post: null, evidence: [], more: true,
        candidates: [
          { entity: 'b', kind: 'organization', name: { ar: 'ب', en: 'B', fr: 'B' }, evidence: [{ code: 'only-one' }] },
          { entity: 'a', kind: 'person', name: { ar: 'أ', en: 'A', fr: 'A' }, evidence: [] },
        ],
      },
    ]);
    expect(castOf(annotation, mentionsOf(annotation)).map(({ count }) => count)).toEqual([1, 2]);
  });
  it('becomes a cast in order of first mention', () => {
    expect(castOf(annotation, mentionsOf(annotation)).map(({ id, count }) => [id, count])).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
  });
  it('knows the reader’s day', () => {
    expect(today(new Date(2025, 0, 2, 0, 30))).toBe('2025-01-02');
  });
});
