import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { compileDataset } from '../../utils/dataset/compile';
import { firstDay, lastDay, yearsBefore } from '../../utils/dataset/dates';
import { readFact } from '../../utils/dataset/records';
import type { Holder } from '../../utils/dataset/schema';
import { Pack, dayNumber } from '../../utils/matching/pack';
import { heldBy, holdersAt } from '../../utils/matching/resolve/state';
import { statusAt } from '../../utils/telling/roles';
import { sampleReading } from './dataset-fixture';

const [NIBRAS, SADIM] = ['xa/person/nibras-zumurrud', 'xa/person/sadim-yaqut'];
const { dataset } = sampleReading();

/** The pack of the sample dataset, its first post held as told. */
function packOf(holders: Partial<Holder>[], seats = 1): Pack {
  const [post, ...rest] = dataset.posts;
  const held = holders.map((holder) => ({ person: SADIM, start_date: '2022-06-16', sources: ['xa:gazette-2021'], ...holder }));
  return Pack.read(compileDataset({ ...dataset, posts: [{ ...post!, seats, holders: held }, ...rest] }, 'test'), 'all');
}
const names = (pack: Pack, day: string) => holdersAt(pack, 0, dayNumber(day), null).map((term) => pack.idOf(term.person));
const held = (pack: Pack, person: string, day: string) => heldBy(pack, 0, pack.find(person), dayNumber(day));

describe('a term whose start is only the latest possible one', () => {
  it('leads nobody from the office to its holder before that day, but lets a name be its holder\u2019s', () => {
    const pack = packOf([{ start_qualifier: 'by' }]);
    expect(names(pack, '2022-06-15')).toEqual([]);
    expect(names(pack, '2022-06-16')).toEqual([SADIM]);
    expect(held(pack, SADIM, '2012-06-15')).toBe('later');
    expect(held(pack, SADIM, '2012-06-16')).toBe('then');
    expect(held(packOf([{}]), SADIM, '2022-06-15')).toBe('later');
  });

  it('does not reach back behind the last holder of an office that one holds at a time', () => {
    const holders = [{ person: NIBRAS, start_date: '2015', end_date: '2019-04' }, { start_qualifier: 'by' as const }];
    expect(readFact(packOf(holders), SADIM)!.terms[0]).toMatchObject({ start: '2022-06-16', earliest: '2019-04-01' });
    expect(held(packOf(holders), SADIM, '2018-01-01')).toBe('later');
    expect(held(packOf(holders, 2), SADIM, '2018-01-01')).toBe('then');
    // Nor behind its own date, where the last one left later.
    expect(readFact(packOf([{ ...holders[0]!, end_date: '2022-08' }, holders[1]!]), SADIM)!.terms[0]!.earliest).toBe('2022-06-16');
  });

  it('keeps its date in the record, and others have nothing beside theirs', () => {
    expect(readFact(packOf([{ start_qualifier: 'by', start_date: '2024-02-29' }]), SADIM)!.terms[0]).toMatchObject({ start: '2024-02-29', earliest: '2014-02-28' });
    expect(readFact(packOf([{}]), SADIM)!.terms[0]!.earliest).toBeNull();
  });

  it('is told and matched by the same days', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), fc.option(day, { nil: undefined }), day, (start, length, left, at) => {
        const start_date = start.slice(0, length);
        const before = left !== undefined && left < firstDay(start_date) ? [{ person: NIBRAS, start_date: yearsBefore(left, 3), end_date: left }] : [];
        const pack = packOf([...before, { start_date, start_qualifier: 'by' }]);
        const status = statusAt(readFact(pack, SADIM)!.terms[0]!, at);
        expect(held(pack, SADIM, at)).toBe(status === 'later' ? 'later' : 'then');
        if (at >= lastDay(start_date)) expect(names(pack, at)).toEqual([SADIM]);
        if (status === 'possible') expect(names(pack, at)).not.toContain(SADIM);
      }),
      { numRuns: 100 },
    );
  });
});
