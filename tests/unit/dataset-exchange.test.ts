import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportDataset } from '../../scripts/dataset/export';
import { importFile } from '../../scripts/dataset/import';
import { readCsv, writeCsv } from '../../utils/dataset/exchange/csv';
import { noDrafts, type Drafts } from '../../utils/dataset/exchange/drafts';
import { mergeDrafts } from '../../utils/dataset/exchange/merge';
import { sourceForm } from '../../utils/dataset/exchange/plan';
import { toPopolo } from '../../utils/dataset/exchange/popolo';
import { readPopolo } from '../../utils/dataset/exchange/read-popolo';
import { readTable } from '../../utils/dataset/exchange/read-tables';
import { TABLES, toTables } from '../../utils/dataset/exchange/tables';
import { eventSchema, organizationSchema, personSchema, postSchema, type Dataset } from '../../utils/dataset/schema';
import { readDataset } from '../../utils/dataset/source';
import { datasets } from './dataset-arbitrary';
import { FILES, TODAY, recorder, sampleReading, writeDataset } from './dataset-fixture';

const SCHEMAS = { people: personSchema, organizations: organizationSchema, posts: postSchema, events: eventSchema };
const bare = (dataset: Dataset): Dataset => ({ ...dataset, people: [], organizations: [], posts: [], events: [], sources: new Map() });

function fromTables(dataset: Dataset): Drafts {
  const all = noDrafts();
  for (const [name, rows] of toTables(dataset)) {
    const read = readTable(`${name}.csv`, writeCsv(rows));
    all.entries.push(...read.entries);
    all.items.push(...read.items);
    all.sources.push(...read.sources);
    all.refusals.push(...read.refusals);
  }
  return all;
}
const fromPopolo = (dataset: Dataset) => readPopolo('popolo.json', JSON.stringify(toPopolo(dataset)), { folder: 'xa', today: TODAY });

/** What the drafts make of an empty dataset, read as the schema reads its files. */
function rebuilt(dataset: Dataset, drafts: Drafts) {
  const plan = mergeDrafts(bare(dataset), drafts);
  expect(plan.refusals).toEqual([]);
  const of = <K extends keyof typeof SCHEMAS>(kind: K) => plan.entries.filter((entry) => entry.kind === kind).map((entry) => SCHEMAS[kind].parse(sourceForm(entry)));
  return { people: of('people'), organizations: of('organizations'), posts: of('posts'), events: of('events'), sources: Object.fromEntries(plan.sources) };
}
/** The same of the dataset itself: defaults filled, its folder's own sources by their bare keys. */
function whole(dataset: Dataset, sources: Dataset['sources']) {
  const of = <K extends keyof typeof SCHEMAS>(kind: K) => dataset[kind].map((value) => SCHEMAS[kind].parse(sourceForm({ kind, id: value.id, value: value as never })));
  return { people: of('people'), organizations: of('organizations'), posts: of('posts'), events: of('events'), sources: Object.fromEntries(sources) };
}

describe('CSV', () => {
  const cells = fc.array(fc.array(fc.oneof(fc.string(), fc.constantFrom('=SUM(A1)', "'=x", '"', 'a,b', 'a\nb', 'a\r\nb', '+', '-1', '@', '\tx', 'نور')), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });

  it('reads back every cell it writes', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        expect(readCsv(writeCsv(rows)).map((row) => row.cells)).toEqual(rows);
      }),
    );
  });

  it('writes no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        for (const line of writeCsv(rows.map((row) => row.map((cell) => cell.replace(/["\r\n,]/g, '')))).split('\r\n')) for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=+\-@\t\r]/);
      }),
    );
  });

  it('knows on which line a row begins, past a cell of several lines', () => {
    expect(readCsv('\uFEFFa,b\n"x\ny",2\n\nc,d\n')).toEqual([{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['x\ny', '2'] }, { line: 5, cells: ['c', 'd'] }]);
  });

  it.each([['a,"b\nc', 'line 1: a quoted cell is never closed'], ['a\n"b"c,d', 'line 2: text behind the closing quote of a cell']])('refuses %j', (text, message) => {
    expect(() => readCsv(text)).toThrow(message);
  });
});

describe('round trips', () => {
  it('bring back through Popolo JSON all that was exported', () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        const cited = new Set([...dataset.people.flatMap((p) => p.wikidata?.source ?? []), ...[...dataset.organizations, ...dataset.events].flatMap((e) => e.sources ?? []), ...dataset.posts.flatMap((p) => p.holders.flatMap((h) => h.sources))]);
        expect(rebuilt(dataset, fromPopolo(dataset))).toEqual(whole(dataset, new Map([...dataset.sources].filter(([key]) => cited.has(key)))));
      }),
      { numRuns: 60 },
    );
  });

  it('bring back through CSV all that was exported', () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        expect(rebuilt(dataset, fromTables(dataset))).toEqual(whole(dataset, dataset.sources));
      }),
      { numRuns: 60 },
    );
  });

  it('find nothing to add when the dataset gets its own export back', () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        for (const drafts of [fromPopolo(dataset), fromTables(dataset)]) {
          const { entries, additions, sources } = mergeDrafts(dataset, drafts);
          expect([entries, additions, [...sources]]).toEqual([[], [], []]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(['popolo', 'csv'] as const)('write the sample dataset to files and read it back (%s)', (format) => {
    const from = writeDataset();
    const out = mkdtempSync(join(tmpdir(), 'siyaq-export-'));
    exportDataset(from, format, out, recorder());
    const into = writeDataset({ 'xa/sources.yaml': null, 'xa/people.yaml': null, 'xa/organizations.yaml': null, 'xa/posts.yaml': null, 'xa/events.yaml': null });
    expect(importFile({ root: into, file: format === 'popolo' ? join(out, 'popolo.json') : out, dryRun: false, today: TODAY }, recorder())).toBe(0);
    expect(readDataset(into).dataset).toEqual(readDataset(from).dataset);
    if (format === 'csv') expect(readdirSync(out).sort()).toEqual(TABLES.map((table) => `${table.name}.csv`).sort());
  });
});

describe('import', () => {
  const importText = (name: string, text: string, options: { into?: string; dryRun?: boolean; root?: string } = {}) => {
    const root = options.root ?? writeDataset();
    const file = join(mkdtempSync(join(tmpdir(), 'siyaq-import-')), name);
    writeFileSync(file, text);
    const out = recorder();
    const code = importFile({ root, file, into: options.into, dryRun: options.dryRun ?? false, today: TODAY }, out);
    return { root, code, lines: out.lines, file: (path: string) => readFileSync(join(root, path), 'utf8') };
  };

  it('adds a row at the end of its file and changes nothing before it', () => {
    const { code, file } = importText('persons.csv', 'id,name_ar,name_en,country\r\nxa/person/rana-firuz,رنا الفيروزي,Rana Firuz,XA\r\n');
    expect(code).toBe(0);
    expect(file('xa/people.yaml')).toBe(`${FILES['xa/people.yaml']}- id: xa/person/rana-firuz\n  name:\n    ar: رنا الفيروزي\n    en: Rana Firuz\n  country: XA\n`);
  });

  it('says which rows it refuses: the file, the row, the field, the value', () => {
    const { code, lines } = importText('persons.csv', 'id,name_ar,name_en,country\nxa/person/a,,A,XA\nxa/person/B,ب,B,XA\nxa/person/c,ج,C,QQ\nxa/person/d,د,D,XA,more\nxa/person/e,نبراس الزمرداوي,E,XA\n');
    expect(code).toBe(1);
    expect(lines).toEqual([
      'refused: persons.csv:5: has 5 cells under 4 headings (found "more")',
      'refused: persons.csv:2: name.ar: is missing',
      expect.stringMatching(/^refused: persons\.csv:3: id: an id reads folder\/kind\/slug.* \(found "xa\/person\/B"\)$/),
      'refused: persons.csv:6: name.ar: xa/person/nibras-zumurrud of the same country has this name (found "نبراس الزمرداوي")',
      'refused: persons.csv:4: country: is not in the dataset, nor among what was taken (found "QQ")',
      'added 0 entries, 0 additions to entries, 0 sources in 0 files; 0 rows known already; 5 refused',
    ]);
  });

  it('fills what an entry lacks and never writes over what it has', () => {
    const { lines, file } = importText('persons.csv', 'id,name_ar,name_en,name_fr,country,wikidata,wikidata_source\nxa/person/sadim-yaqut,سديم ياقوت,Sadim Yaqut,Sadim Yacout,XA,Q900000002,xa:mirror-2024\n');
    expect(lines[0]).toBe('refused: persons.csv:2: name.ar: kept as it is ("سديم الياقوتي") (found "سديم ياقوت")');
    expect(file('xa/people.yaml')).toBe(`${FILES['xa/people.yaml']}  wikidata:\n    id: Q900000002\n    source: mirror-2024\n`);
  });

  it('adds a term to a post, and the end of one that was running, but no second end', () => {
    const rows = [
      'post,person,start_date,end_date,sources',
      'xa/post/keeper-of-seals,xa/person/sadim-yaqut,2019-05,2020-01,xa:mirror-2024',
      'xa/post/minister-of-gems,xa/person/sadim-yaqut,2024-06-01,2026-11-02,xa:mirror-2024',
      'xa/post/minister-of-gems,xa/person/nibras-zumurrud,2021-04-02,2024-05-30,xa:gazette-2021',
    ];
    const { root, lines, file } = importText('memberships.csv', rows.join('\n'));
    expect(lines[0]).toBe('refused: memberships.csv:4: holders.0.end_date: kept as it is ("2024-06-01") (found "2024-05-30")');
    const { dataset, problems } = readDataset(root);
    expect(problems).toEqual([]);
    expect(dataset.posts[1]!.holders).toEqual([{ person: 'xa/person/sadim-yaqut', start_date: '2019-05', end_date: '2020-01', sources: ['xa:mirror-2024'] }]);
    expect(dataset.posts[0]!.holders[1]).toMatchObject({ start_date: '2024-06-01', verified_on: '2026-10-01', end_date: '2026-11-02' });
    expect(file('xa/posts.yaml')).toContain('wordings: [وزير الجوهر]');
  });

  it('does not make a start uncertain that is known, nor takes another qualifier than the format has', () => {
    const rows = ['post,person,start_date,start_qualifier,sources', 'xa/post/minister-of-gems,xa/person/nibras-zumurrud,2021-04-02,by,xa:gazette-2021', 'xa/post/keeper-of-seals,xa/person/sadim-yaqut,2019-05,after,xa:mirror-2024'];
    const { lines, file } = importText('memberships.csv', rows.join('\n'));
    expect(lines.filter((line) => line.startsWith('refused'))).toEqual([expect.stringMatching(/^refused: memberships\.csv:3: .*start_qualifier: the only qualifier is "by"/)]);
    expect(file('xa/posts.yaml')).toBe(FILES['xa/posts.yaml']);
  });

  it('writes nothing on a dry run and shows the diff', () => {
    const { root, lines } = importText('persons.csv', 'id,name_ar,name_en,country\nxa/person/rana-firuz,رنا الفيروزي,Rana Firuz,\n', { dryRun: true });
    expect(readFileSync(join(root, 'xa/people.yaml'), 'utf8')).toBe(FILES['xa/people.yaml']);
    expect(lines).toContain('+++ b/dataset/xa/people.yaml');
    expect(lines).toContain('+- id: xa/person/rana-firuz');
    expect(lines.at(-1)).toBe('would add 1 entries, 0 additions to entries, 0 sources in 1 files; 0 rows known already; 0 refused');
  });

  it("takes another's Popolo: Arabic among the other names, ids and sources made for a folder, unread properties told", () => {
    const foreign = {
      persons: [
        { id: 'p1', name: 'Rana Firuz', gender: 'female', other_names: [{ name: 'رنا الفيروزي', lang: 'ar', note: 'multilingual' }], identifiers: [{ scheme: 'wikidata', identifier: 'Q900000003', sources: [{ url: 'https://tables.example/xb' }] }] },
        { id: 'p2', name: 'Without Arabic' },
      ],
      memberships: [{ person_id: 'p1', post_id: 'xa/post/keeper-of-seals', start_date: '2025-01-01', end_date: '2025-02-01', sources: [{ url: 'https://tables.example/xb' }] }, { person_id: 'p1', role: 'member' }],
    };
    const { code, lines, root } = importText('popolo.json', JSON.stringify(foreign), { into: 'xb' });
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith('refused'))).toEqual([
      'refused: popolo.json:persons[*]: gender: not read: the source format does not hold it (1 of 2 have it)',
      'refused: popolo.json:memberships[1]: post_id: a membership without a post says no office',
      'refused: popolo.json:persons[1]: name.ar: is missing',
    ]);
    const { dataset, problems } = readDataset(root);
    expect(problems).toEqual([]);
    expect(dataset.people.at(-1)).toMatchObject({ id: 'xb/person/rana-firuz', name: { ar: 'رنا الفيروزي', en: 'Rana Firuz' }, wikidata: { id: 'Q900000003', source: 'xb:tables-example-1' } });
    expect(dataset.posts[1]!.holders[0]).toMatchObject({ person: 'xb/person/rana-firuz', sources: ['xb:tables-example-1'] });
    expect(dataset.sources.get('xb:tables-example-1')).toEqual({ url: 'https://tables.example/xb', publisher: 'tables.example', seen: TODAY });
  });

  it('refuses what cites a refused source or person along with it', () => {
    const drafts = noDrafts();
    const origin = { file: 'test', row: '1' };
    drafts.sources.push({ ...origin, key: 'xa:mirror-2024', value: { url: 'https://other.example/', publisher: 'Other', seen: TODAY } });
    drafts.items.push({ ...origin, row: '2', key: 'holders', of: 'xa/post/keeper-of-seals', value: { person: 'xa/person/sadim-yaqut', start_date: '2020', end_date: '2021', sources: ['xa:mirror-2024'] } });
    drafts.items.push({ ...origin, row: '3', key: 'holders', of: 'xa/post/keeper-of-seals', value: { person: 'xa/person/nobody', start_date: '2021', end_date: '2022', sources: ['xa:gazette-2021'] } });
    const plan = mergeDrafts(sampleReading().dataset, drafts);
    expect(plan.additions).toEqual([]);
    expect(plan.refusals.map(({ row, field, value }) => [row, field, value])).toEqual([['1', 'url', 'https://other.example/'], ['2', 'holders.sources', 'xa:mirror-2024'], ['3', 'holders.person', 'xa/person/nobody']]);
  });

  it.each([
    ['popolo.json', '{"persons": [', 'not JSON'],
    ['popolo.json', '[]', 'must be an object'],
    ['popolo.json', '{"persons": {}}', 'must be a list'],
    ['popolo.json', '{"persons": [7]}', 'must be an object'],
    ['table.csv', 'colour,weight\nred,1\n', 'the headings are those of none of'],
    ['table.csv', 'id,name_ar\n"x', 'not CSV: line 2: a quoted cell is never closed'],
    ['posts.csv', 'id,label_ar,seats\nxa/post/x,ا,many\n', 'seats: not a whole number (found "many")'],
  ])('refuses %s that reads %j', (name, text, message) => {
    const { code, lines } = importText(name, text);
    expect(code).toBe(1);
    expect(lines[0]).toContain(message);
  });

  it('says so when there is no file, or one of no kind it reads', () => {
    expect(() => importFile({ root: writeDataset(), file: '/nowhere/x.csv', dryRun: true, today: TODAY }, recorder())).toThrow('/nowhere/x.csv: cannot be read (ENOENT)');
    expect(() => importFile({ root: writeDataset(), file: '/nowhere/x.csv', into: '../x', dryRun: true, today: TODAY }, recorder())).toThrow("--into ../x: a folder's name is");
    expect(() => importText('people.xml', '<x/>')).toThrow('people.xml: must be Popolo (.json) or a table (.csv)');
  });
});
