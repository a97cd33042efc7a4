import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { barChart } from '../../scripts/dataset/chart';
import { find, list, sample } from '../../scripts/dataset/look';
import { publishStats, stats } from '../../scripts/dataset/stats';
import { findEntries } from '../../utils/dataset/find';
import { sampleFacts } from '../../utils/dataset/sample';
import { datasetStats } from '../../utils/dataset/stats';
import { FILES, recorder, sampleReading, writeDataset } from './dataset-fixture';

const { dataset, places } = sampleReading();
const ids = (text: string) => findEntries(dataset, places, text).map((found) => found.id);

describe('find', () => {
  it('finds Arabic as the matcher folds it', () => {
    expect(ids('سَديم الياقـوتي')).toEqual(['xa/person/sadim-yaqut', 'xa/event/2024-06-01-handover']);
    expect(ids('وزارة الجواهر')[0]).toBe('xa/organization/ministry-of-gems');
  });

  it('finds Latin without case and diacritics', () => {
    expect(ids('MINISTÈRE des gemmes')).toEqual(['xa/event/2024-06-01-handover']);
    expect(ids('yacout')).toContain('xa/person/sadim-yaqut');
  });

  it('finds wordings of posts and pages by their address, whole matches first', () => {
    expect(ids('وزير الجوهر')).toEqual(['xa/post/minister-of-gems']);
    expect(ids('mirror.example')).toEqual(['xa:mirror-2024']);
    expect(ids('أمل')[0]).toBe('xa/organization/amal');
  });

  it('says where each stands, and by which form it was found', () => {
    expect(findEntries(dataset, places, 'الزمرداوي')).toEqual([
      { id: 'xa/person/nibras-zumurrud', kind: 'person', name: { ar: 'نبراس الزمرداوي', en: 'Nibras Zumurrud' }, form: 'الزمرداوي', file: 'xa/people.yaml', line: 1 },
    ]);
  });

  it('finds nothing for nothing, and says so by its exit code', () => {
    expect(ids('ـَ ')).toEqual([]);
    const out = recorder();
    expect(find(writeDataset(), 'xyzzy', false, out)).toBe(1);
    expect(out.errors).toEqual(['find: no name, wording or title holds «xyzzy»']);
    expect(find(writeDataset(), 'Yaqut', true, out)).toBe(0);
    expect(JSON.parse(out.lines.join('\n'))).toMatchObject([{ id: 'xa/person/sadim-yaqut', line: 13 }, { kind: 'event' }]);
  });
});

describe('list', () => {
  it('gives every person and organization with their names in three languages', () => {
    const out = recorder();
    expect(list(writeDataset(), true, out)).toBe(0);
    const rows = JSON.parse(out.lines.join('\n')) as unknown[];
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual({
      id: 'xa/person/nibras-zumurrud', kind: 'person', country: 'XA', name: { ar: 'نبراس الزمرداوي', en: 'Nibras Zumurrud', fr: 'Nibras Zumurrud' },
      other_names: [{ name: 'الزمرداوي', lang: 'ar', note: 'surname' }],
    });
  });
});

describe('stats', () => {
  it('counts by country, kind, class and year', () => {
    const counted = datasetStats(dataset);
    expect(counted.totals).toEqual({ people: 2, organizations: 2, posts: 2, memberships: 2, events: 1, sources: 2, officialSources: 1, publishers: 2, names: 6 });
    expect(counted.countries).toEqual([{ code: 'XA', people: 2, organizations: 2, posts: 2, memberships: 2, events: 1 }]);
    expect(counted.ranks).toEqual({ minister: 1, other: 1 });
    expect(counted.organizationClasses).toEqual({ ministry: 1, movement: 1 });
    expect(counted.years).toEqual([{ year: '2021', memberships: 1, events: 0 }, { year: '2024', memberships: 1, events: 1 }]);
    expect(counted.verified).toEqual({ 2026: 1 });
    expect(counted.sourcesPerFact).toEqual({ one: 2, two: 1, more: 0 });
    expect(counted.newestSource).toBe('2024-06');
  });

  it("counts what belongs to no country under its folder's name", () => {
    const changed = sampleReading({ 'xa/posts.yaml': FILES['xa/posts.yaml']!.replaceAll('country: XA', 'country: null'), 'league/organizations.yaml': '- id: league/organization/league\n  name: { ar: الرابطة, en: League }\n  classification: international\n  country: null\n' });
    expect(changed.problems).toEqual([]);
    expect(datasetStats(changed.dataset).countries.map(({ code, posts, organizations }) => [code, posts, organizations])).toEqual([['XA', 2, 2], ['league', 0, 1]]);
  });

  it('prints tables or JSON', () => {
    const root = writeDataset();
    const [plain, json] = [recorder(), recorder()];
    stats(root, false, plain);
    expect(plain.lines).toContain('Zumurrudistan    2       2              2      2            1');
    stats(root, true, json);
    expect(JSON.parse(json.lines.join('\n'))).toEqual(JSON.parse(JSON.stringify(datasetStats(dataset))));
  });

  it('writes its Markdown between the marks of a page, again and again, and draws the chart', () => {
    const root = writeDataset();
    const folder = mkdtempSync(join(tmpdir(), 'siyaq-stats-'));
    const [page, chart] = [join(folder, 'dataset.md'), join(folder, 'images/coverage.svg')];
    writeFileSync(page, '# Before\n<!-- coverage: begin (npm run dataset -- stats --markdown) -->\nold\n<!-- coverage: end -->\nAfter\n');
    publishStats(root, page, chart, recorder());
    const once = readFileSync(page, 'utf8');
    expect(once).toMatch(/^# Before\n<!--[^]*\| Zumurrudistan \| 2 \| 2 \| 2 \| 2 \| 1 \|[^]*-->\nAfter\n$/);
    expect(once).not.toContain('old');
    publishStats(root, page, chart, recorder());
    expect(readFileSync(page, 'utf8')).toBe(once);
    expect(readFileSync(chart, 'utf8')).toMatch(/^<svg [^]*Zumurrudistan[^]*<\/svg>\n$/);
    writeFileSync(page, '# No marks\n');
    expect(() => publishStats(root, page, chart, recorder())).toThrow('has no lines');
  });
});

describe('the chart', () => {
  it('draws bars as long as their values and escapes its labels', () => {
    const svg = barChart('A & B', ['x', 'y'], [{ label: '<one>', values: [30, 10] }, { label: 'two', values: [0, 20] }]);
    const widths = [...svg.matchAll(/<rect [^>]*width="([\d.]+)" height="13"/g)].map((m) => Number(m[1]));
    expect(widths).toHaveLength(3);
    expect(widths[0]! / widths[1]!).toBeCloseTo(3, 1);
    expect(widths[2]! / widths[1]!).toBeCloseTo(2, 1);
    expect(svg).toContain('&lt;one&gt;');
    expect(svg).toContain('<title>A &amp; B</title>');
  });
});

describe('sample', () => {
  it('draws the same facts for the same seed, none twice, others for another', () => {
    const many = { ...dataset, events: Array.from({ length: 40 }, (_, i) => ({ ...dataset.events[0]!, id: `xa/event/e${i}` })) };
    const drawn = (seed: number) => sampleFacts(many, { memberships: 1, events: 10 }, seed).map((fact) => fact.id);
    expect(drawn(7)).toEqual(drawn(7));
    expect(new Set(drawn(7)).size).toBe(11);
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  it('draws each fact about as often as any other', () => {
    const many = { ...dataset, posts: [], events: Array.from({ length: 10 }, (_, i) => ({ ...dataset.events[0]!, id: `xa/event/e${i}` })) };
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++) for (const { id } of sampleFacts(many, { memberships: 0, events: 3 }, seed)) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect([...counts.values()].every((n) => n > 500 && n < 700)).toBe(true);
  });

  it('gives each fact with its dates and the addresses of its pages, and prints its seed', () => {
    const out = recorder();
    expect(sample(writeDataset(), { memberships: 150, events: 50 }, 5, true, out)).toBe(0);
    const { seed, facts } = JSON.parse(out.lines.join('\n')) as { seed: number; facts: unknown[] };
    expect(seed).toBe(5);
    expect(facts).toHaveLength(3);
    expect(facts[1]).toEqual({
      kind: 'membership', id: 'xa/post/minister-of-gems', entities: ['xa/person/sadim-yaqut'], fact: 'سديم الياقوتي (Sadim Yaqut): وزير الجواهر (Minister of Gems, XA)',
      start_date: '2024-06-01', end_date: null, verified_on: '2026-10-01',
      sources: [
        { key: 'xa:gazette-2021', url: 'https://gazette.example/2021/04', publisher: 'الجريدة الرسمية', published: '2021-04-02' },
        { key: 'xa:mirror-2024', url: 'https://mirror.example/government', publisher: 'Mirror', published: '2024-06' },
      ],
    });
    const plain = recorder();
    sample(writeDataset(), { memberships: 1, events: 1 }, 5, false, plain);
    expect(plain.lines[0]).toBe('seed 5: 1 memberships, 1 events');
  });
});
