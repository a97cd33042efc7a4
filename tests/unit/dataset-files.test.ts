import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { unifiedDiff } from '../../utils/dataset/diff';
import { sourceForm } from '../../utils/dataset/exchange/plan';
import { editListFile, editSourcesFile, toYaml } from '../../utils/dataset/yaml-text';
import { datasets } from './dataset-arbitrary';
import { FILES } from './dataset-fixture';

const read = (text: string): unknown => parse(text, { schema: 'core' });
const nothing = { entries: [], items: [], fields: [] };
const posts = FILES['xa/posts.yaml']!;

describe('writing YAML', () => {
  it('gives back every entry as it was, whatever its texts hold', () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        const entries = [...dataset.people.map((value) => sourceForm({ kind: 'people', id: value.id, value: value as never })), ...dataset.events.map((value) => sourceForm({ kind: 'events', id: value.id, value: value as never }))];
        expect(read(editListFile('', { ...nothing, entries }))).toEqual(entries);
      }),
    );
  });

  it('quotes dates, so that no reader takes them for something else', () => {
    expect(toYaml({ a: '2021-04-02', b: '2021-04', c: '2021' })).toBe("a: '2021-04-02'\nb: '2021-04'\nc: '2021'\n");
  });

  it('keeps every line that was there, comments and style included', () => {
    const text = '# the top\n- id: a\n  list: [1, 2]   # in flow\n  text: >\n    folded\n    lines\n\n# the end\n';
    const edited = editListFile(text, { entries: [{ id: 'b' }], items: [{ id: 'a', path: [], key: 'list', items: [3] }], fields: [{ id: 'a', path: [], key: 'more', value: 'x' }] });
    expect(edited).toBe('# the top\n- id: a\n  list: [1, 2, 3]   # in flow\n  text: >\n    folded\n    lines\n  more: x\n\n# the end\n- id: b\n');
  });

  it('adds items and fields in parts of an entry, whatever style they are in', () => {
    const edited = editListFile(posts, {
      entries: [],
      items: [
        { id: 'xa/post/minister-of-gems', path: [], key: 'wordings', items: ['وزير: الدرر'] },
        { id: 'xa/post/minister-of-gems', path: ['holders', 1], key: 'sources', items: ['third'] },
        { id: 'xa/post/minister-of-gems', path: [], key: 'irregular', items: [{ around: '2020', why: 'x' }] },
        { id: 'xa/post/keeper-of-seals', path: [], key: 'holders', items: [{ person: 'p', start_date: '2020' }, { person: 'q', start_date: '2021' }] },
      ],
      fields: [{ id: 'xa/post/minister-of-gems', path: ['holders', 0], key: 'note', value: 'n' }],
    });
    const [minister, keeper] = read(posts) as [{ wordings: string[]; holders: { sources: string[] }[] }, object];
    const holders = [{ ...minister.holders[0], note: 'n' }, { ...minister.holders[1], sources: [...minister.holders[1]!.sources, 'third'] }];
    expect(read(edited)).toEqual([
      { ...minister, wordings: [...minister.wordings, 'وزير: الدرر'], holders, irregular: [{ around: '2020', why: 'x' }] },
      { ...keeper, holders: [{ person: 'p', start_date: '2020' }, { person: 'q', start_date: '2021' }] },
    ]);
    const removed = unifiedDiff('posts.yaml', posts, edited).split('\n').filter((line) => /^-(?!--)/.test(line));
    expect(removed).toEqual(['-  wordings: [وزير الجوهر]', '-  holders: []']);
  });

  it('begins a file, and one that holds only comments', () => {
    expect(editListFile('', { ...nothing, entries: [{ id: 'a' }] })).toBe('- id: a\n');
    expect(editListFile('# here\n[]\n', { ...nothing, entries: [{ id: 'a' }] })).toBe('# here\n- id: a\n');
    expect(editSourcesFile('', { a: { url: 'u' } })).toBe('a:\n  url: u\n');
  });

  it('ends the last line of a file that does not, before it goes on', () => {
    expect(editListFile('- id: a', { entries: [{ id: 'b' }], items: [], fields: [{ id: 'a', path: [], key: 'k', value: 1 }] })).toBe('- id: a\n  k: 1\n- id: b\n');
    expect(editSourcesFile('a: {}', { b: { url: 'u' } })).toBe('a: {}\nb:\n  url: u\n');
  });

  it.each([
    ['a: 1\n', { ...nothing, entries: [{ id: 'x' }] }, 'must be a list of entries'],
    ['- id: [\n', nothing, 'not YAML'],
    ['- id: a\n', { ...nothing, fields: [{ id: 'b', path: [], key: 'k', value: 1 }] }, 'no entry has the id b'],
    ['- id: a\n', { ...nothing, fields: [{ id: 'a', path: [], key: 'id', value: 1 }] }, 'a: id is there already'],
    ['- id: a\n  list: text\n', { ...nothing, items: [{ id: 'a', path: [], key: 'list', items: [1] }] }, 'a: list is no list'],
  ])('refuses an edit that does not fit %j', (text, edit, message) => {
    expect(() => editListFile(text, edit)).toThrow(message);
  });

  it('refuses a source key that is there', () => {
    expect(() => editSourcesFile(FILES['xa/sources.yaml']!, { 'mirror-2024': { url: 'u' } })).toThrow('mirror-2024 is there already');
  });
});

describe('unified diffs', () => {
  const lines = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', 'نور\n', '\n', '- x\n', '+ y\n'), { maxLength: 30 });
  const file = fc.tuple(lines, fc.constantFrom('', 'end', 'e')).map(([all, end]) => all.join('') + end);

  it('make one text of the other when git applies them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'siyaq-diff-'));
    mkdirSync(join(folder, 'dataset'));
    fc.assert(
      fc.property(file, file, (before, after) => {
        fc.pre(before !== '' && after !== '' && before !== after);
        writeFileSync(join(folder, 'dataset/x.yaml'), before);
        writeFileSync(join(folder, 'x.diff'), unifiedDiff('dataset/x.yaml', before, after));
        const { status, stderr } = spawnSync('git', ['apply', '--whitespace=nowarn', 'x.diff'], { cwd: folder, encoding: 'utf8' });
        expect([status, stderr, readFileSync(join(folder, 'dataset/x.yaml'), 'utf8')]).toEqual([0, '', after]);
      }),
      { numRuns: 40 },
    );
  });

  it('say that a file is made', () => {
    expect(unifiedDiff('dataset/x.yaml', '', 'a\nb\n')).toBe('--- /dev/null\n+++ b/dataset/x.yaml\n@@ -0,0 +1,2 @@\n+a\n+b\n');
  });

  it('are empty where nothing differs', () => expect(unifiedDiff('x', 'a\n', 'a\n')).toBe(''));

  it('show three lines around each change, and join changes that are near', () => {
    const before = Array.from({ length: 30 }, (_, i) => `${i}\n`);
    const after = before.map((line, i) => (i === 5 || i === 9 || i === 25 ? `new ${line}` : line));
    expect(unifiedDiff('x', before.join(''), after.join('')).match(/^@@.*$/gm)).toEqual(['@@ -3,11 +3,11 @@', '@@ -23,7 +23,7 @@']);
  });
});
