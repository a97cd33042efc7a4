import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertInterval, intervalsAt, type Interval } from '../../utils/page/intervals';
import { canUnderline, LINE_COLOURS, lineOf, markSheet } from '../../utils/page/mark-style';
import { chooseMarks, MARK_KINDS, type Markable } from '../../utils/page/marks';
import { Pacer } from '../../utils/page/pacer';

const all = { person: true, organization: true, office: true };
const mention = (block: number, start: number, entity: string, kind: Markable['kind'] = 'person'): Markable => ({
  block,
  start,
  end: start + 3,
  entity,
  kind,
});

describe('density', () => {
  const mentions = [
    mention(0, 0, 'a'),
    mention(0, 10, 'a'),
    mention(0, 20, 'b', 'organization'),
    mention(1, 0, 'a'),
    mention(1, 9, 'a', 'office'),
  ];
  it.each([
    ['block', [0, 2, 3, 4]],
    ['page', [0, 2, 4]],
    ['all', [0, 1, 2, 3, 4]],
  ] as const)('%s', (density, kept) => {
    expect(chooseMarks(mentions, { density, kinds: all, hidden: new Set() })).toEqual(kept.map((index) => mentions[index]));
  });
  it('leaves out switched-off kinds and hidden entities', () => {
    expect(chooseMarks(mentions, { density: 'all', kinds: { ...all, person: false }, hidden: new Set(['b']) })).toEqual([mentions[4]]);
  });
});

describe('words in doubt', () => {
  const mentions = [mention(0, 0, 'a'), mention(0, 9, 'a b', 'uncertain'), mention(0, 20, 'a b', 'uncertain'), mention(1, 0, 'a b', 'uncertain')];
  it('are marked only where asked for, and by the same density', () => {
    const chosen = (uncertain: boolean) => chooseMarks(mentions, { density: 'block', kinds: { ...all, uncertain }, hidden: new Set() });
    expect(chosen(false)).toEqual([mentions[0]]);
    expect(chosen(true)).toEqual([mentions[0], mentions[1], mentions[3]]);
  });
  it('have one thin grey line of dots whatever the look, and none where there are only tints', () => {
    for (const style of ['dotted', 'dashed', 'solid'] as const)
      for (const colours of ['calm', 'vivid', 'mono'] as const)
        expect(lineOf('uncertain', { style, colours })).toEqual({ style: 'dotted', colour: '#808080', width: 1.5 });
    expect(lineOf('uncertain', { style: 'tint', colours: 'calm' })).toBeNull();
  });
});

describe('intervals', () => {
  it('finds what a plain search finds, whatever the order of insertion', () => {
    const disjoint = fc.uniqueArray(fc.nat(60), { maxLength: 20 }).map((cuts) => {
      const sorted = cuts.sort((a, b) => a - b);
      const intervals: Interval<number>[] = [];
      for (let i = 0; i + 1 < sorted.length; i += 2) intervals.push({ start: sorted[i], end: sorted[i + 1], value: i });
      return intervals;
    });
    fc.assert(
      fc.property(
        disjoint.chain((intervals) => fc.tuple(fc.constant(intervals), fc.shuffledSubarray(intervals, { minLength: intervals.length }))),
        fc.nat(62),
        ([intervals, shuffled], offset) => {
          const sorted: Interval<number>[] = [];
          for (const interval of shuffled) insertInterval(sorted, interval);
          expect(sorted).toEqual(intervals);
          expect(intervalsAt(sorted, offset)).toEqual(
            intervals.filter(({ start, end }) => start <= offset && offset <= end).map(({ value }) => value),
          );
        },
      ),
    );
  });
});

describe('the look of marks', () => {
  const luminance = (hex: string): number => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const share = parseInt(hex.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  it('passes contrast on light and dark pages', () => {
    for (const colours of Object.values(LINE_COLOURS)) {
      for (const colour of Object.values(colours)) {
        expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(3);
        expect(contrast(colour, '#121212')).toBeGreaterThanOrEqual(3);
      }
    }
  });
  it('tints where highlights cannot be underlined, and always inside links', () => {
    const underlined = markSheet({ style: 'dashed', colours: 'calm' }, true);
    const tinted = markSheet({ style: 'dashed', colours: 'mono' }, false);
    for (const kind of MARK_KINDS) {
      const style = kind === 'uncertain' ? 'dotted' : 'dashed';
      expect(underlined).toMatch(new RegExp(`^::highlight\\(siyaq-${kind}\\) \\{ text-decoration: underline ${style}`, 'm'));
      expect(underlined).toMatch(new RegExp(`^:any-link::highlight\\(siyaq-${kind}\\).*text-decoration-line: none.*background-color`, 'm'));
    }
    expect(tinted).not.toContain('underline d');
    expect(tinted).toContain('currentColor');
  });
  it('knows which Firefox can underline', () => {
    const firefox = (version: number): string => `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`;
    expect([140, 145, 146, 153].map((version) => canUnderline(firefox(version)))).toEqual([false, false, true, true]);
    expect(canUnderline('Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36')).toBe(true);
  });
});

describe('the pace of reading again', () => {
  it('waits for quiet, but not for ever', () => {
    const pacer = new Pacer();
    expect(pacer.due()).toBeNull();
    pacer.changed(1_000);
    expect(pacer.due()).toBe(1_120);
    for (let now = 1_000; now <= 2_000; now += 50) pacer.changed(now);
    expect(pacer.due()).toBe(1_700);
  });
  it('spaces readings out while a page does not rest, and forgets it once it does', () => {
    const pacer = new Pacer();
    let now = 0;
    const gaps: number[] = [];
    for (let i = 0; i < 14; i++) {
      pacer.changed(now);
      const due = pacer.due()!;
      gaps.push(due - now);
      now = due;
      pacer.reading(now);
      pacer.costed(2);
    }
    expect(gaps[0]).toBe(120);
    expect(gaps.at(-1)).toBe(15_000);
    expect(gaps.every((gap, i) => i === 0 || gap >= gaps[i - 1])).toBe(true);
    pacer.changed(now + 60_000);
    pacer.reading(pacer.due()!);
    pacer.changed(now + 120_000);
    expect(pacer.due()).toBe(now + 120_120);
  });
  it('gives dear readings no more than their share of the time', () => {
    const pacer = new Pacer();
    pacer.changed(0);
    pacer.reading(120);
    pacer.costed(100);
    pacer.changed(200);
    expect(pacer.due()).toBe(120 + 2_500);
  });
});
