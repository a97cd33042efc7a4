import { describe, expect, it } from 'vitest';
import { check } from '../../scripts/dataset/check';
import { checkDataset } from '../../utils/dataset/check';
import { spellingKey } from '../../utils/dataset/checks/identity';
import { FILES, TODAY, recorder, sampleReading, writeDataset } from './dataset-fixture';

/** Findings for the sample dataset with some text of one file replaced. */
function findings(file: string, from: string, to: string, today = TODAY) {
  const text = FILES[file]!;
  expect(text).toContain(from);
  const { dataset, places, problems } = sampleReading({ [file]: text.replace(from, to) });
  expect(problems).toEqual([]);
  return checkDataset(dataset, places, today);
}
const messages = (list: { kind: string; entity: string; message: string }[]) => list.map(({ kind, entity, message }) => `${kind} ${entity} ${message}`);

describe('the dataset check', () => {
  it('finds nothing wrong with a dataset in order', () => {
    const { dataset, places, problems } = sampleReading();
    expect(problems).toEqual([]);
    expect(checkDataset(dataset, places, TODAY)).toEqual({ problems: [], warnings: [] });
  });

  it.each([
    ['xa/posts.yaml', 'person: xa/person/sadim-yaqut', 'person: xa/person/nobody', 'no entry has the id xa/person/nobody'],
    ['xa/posts.yaml', 'organization: xa/organization/ministry-of-gems', 'organization: xa/organization/none', 'no entry has the id xa/organization/none'],
    ['xa/events.yaml', '- mirror-2024', '- mirror-1999', 'no source has the key xa:mirror-1999'],
    ['xa/people.yaml', 'country: XA', 'country: ZZ', 'countries.yaml has no ZZ'],
  ])('refuses a reference that leads nowhere (%s: %s)', (file, from, to, message) => {
    const { problems } = findings(file, from, to);
    expect(problems.map((p) => [p.kind, p.message])).toContainEqual(['reference', message]);
  });

  it('asks for two publishers or an official page for a minister', () => {
    const { problems } = findings('xa/sources.yaml', '  official: true\n', '');
    expect(messages(problems)).toEqual(['sources xa/post/minister-of-gems a term of this rank needs one official source or two of different publishers']);
  });

  it('says where the trouble stands', () => {
    const { problems } = findings('xa/posts.yaml', "end_date: '2024-06-01'", "end_date: '2020-06-01'");
    expect(problems[0]).toMatchObject({ file: 'xa/posts.yaml', line: 1, field: 'holders.0 (xa/person/nibras-zumurrud)', message: 'ends (2020-06-01) before it starts (2021-04-02)' });
  });

  it('shows gaps and overlaps in a succession, and is content once they are explained', () => {
    const gap = findings('xa/posts.yaml', "end_date: '2024-06-01'", "end_date: '2023-06-01'");
    expect(messages(gap.warnings)).toEqual(['succession xa/post/minister-of-gems gap from 2023-06-01 to 2024-06-01']);
    const overlap = findings('xa/posts.yaml', "end_date: '2024-06-01'", "end_date: '2024-08'");
    expect(messages(overlap.warnings)).toEqual(['succession xa/post/minister-of-gems overlap from 2024-06-01 to 2024-08']);
    const explained = findings('xa/posts.yaml', "  rank: minister\n  holders:\n  - person: xa/person/nibras-zumurrud\n    start_date: '2021-04-02'\n    end_date: '2024-06-01'", "  rank: minister\n  irregular:\n  - around: 2023-09\n    why: The post was vacant.\n  holders:\n  - person: xa/person/nibras-zumurrud\n    start_date: '2021-04-02'\n    end_date: '2023-06-01'");
    expect(explained.warnings).toEqual([]);
  });

  it('sees no gap in front of a term that may have begun earlier, but an overlap', () => {
    const start = "    start_date: '2024-06-01'\n";
    const open = (end: string) => {
      const { dataset, places } = sampleReading({ 'xa/posts.yaml': FILES['xa/posts.yaml']!.replace(start, `${start}    start_qualifier: by\n`).replace("end_date: '2024-06-01'", `end_date: '${end}'`) });
      return messages(checkDataset(dataset, places, TODAY).warnings);
    };
    expect(open('2023-06-01')).toEqual([]);
    expect(open('2024-08')).toEqual(['succession xa/post/minister-of-gems overlap from 2024-06-01 to 2024-08']);
  });

  it('asks for a new look at a term last verified more than a year ago', () => {
    expect(findings('xa/posts.yaml', "verified_on: '2026-10-01'", "verified_on: '2025-11-01'").warnings.map((w) => w.kind)).toEqual(['stale']);
    expect(findings('xa/posts.yaml', "verified_on: '2026-10-01'", "verified_on: '2025-12-01'").warnings).toEqual([]);
  });

  it('refuses a term without end that nothing shows to go on', () => {
    const { problems } = findings('xa/posts.yaml', "    verified_on: '2026-10-01'\n", '');
    expect(problems.map((p) => p.message)).toEqual(['a term without end_date needs verified_on']);
  });

  it.each([
    ['a presentation form', 'سديم الياقوت\uFEF2'],
    ['a Persian letter', 'سديم الیاقوتي'],
    ['a bidi mark', 'سديم\u200F الياقوتي'],
    ['a tatweel', 'سديم اليـاقوتي'],
    ['a vowel mark', 'سديم الياقوتيّ'],
    ['a no-break space', 'سديم\u00A0الياقوتي'],
  ])('refuses %s in a name', (_, name) => {
    const { problems } = findings('xa/people.yaml', 'سديم الياقوتي', `"${name}"`);
    expect(problems.map((p) => p.kind)).toEqual(['spelling']);
  });

  it('allows the tatweel that ties a preposition to a number, and no other', () => {
    expect(findings('xa/events.yaml', 'بـ3 أيام', 'بـ«3» أيام').problems).toEqual([]);
    expect(findings('xa/events.yaml', 'بـ3 أيام', 'بــلا أيام').problems.map((p) => p.kind)).toEqual(['spelling']);
    expect(findings('xa/events.yaml', 'بـ3 أيام', 'أيـام').problems.map((p) => p.kind)).toEqual(['spelling']);
  });

  it('refuses a title as part of a name, but not a given name that a title is too', () => {
    expect(findings('xa/people.yaml', 'ar: سديم', 'ar: الملك سديم').problems.map((p) => p.kind)).toEqual(['title']);
    expect(findings('xa/people.yaml', 'ar: سديم', 'ar: السيد سديم').problems).toEqual([]);
    const cheikh = findings('xa/people.yaml', 'ar: سديم الياقوتي\n    en: Sadim', 'ar: الشيخ الياقوتي\n    en: Cheikh');
    expect(cheikh.problems).toEqual([]);
  });

  it('refuses two people with one Wikidata id', () => {
    const { problems } = findings('xa/people.yaml', '    fr: Sadim Yacout\n  country: XA', '    fr: Sadim Yacout\n  country: XA\n  wikidata:\n    id: Q900000001\n    source: mirror-2024');
    expect(messages(problems)).toEqual(['duplicate xa/person/sadim-yaqut xa/person/nibras-zumurrud has Q900000001 too: one of them is wrong, or both are one']);
  });

  it.each([
    ['abdel-fattah-el-sisi', 'abdelfattah-al-sisi'],
    ['mohamed-bousaid', 'mohamed-boussaid'],
    ['ministry-of-defence', 'ministry-of-defense'],
  ])('takes %s and %s for spellings of one slug', (a, b) => expect(spellingKey(a)).toBe(spellingKey(b)));

  it('does not take different slugs for one', () => expect(spellingKey('ali-hasan')).not.toBe(spellingKey('ali-husayn')));

  it('shows ids that differ in their spelling only, unless either entry says that they are two people', () => {
    const namesake = (more: string) => {
      const { dataset, places, problems } = sampleReading({ 'xa/people.yaml': `${FILES['xa/people.yaml']}- id: xa/person/sadim-al-yaqut\n  name: { ar: سديم ياقوتة, en: Sadim Yaquta }\n  country: XB\n${more}` });
      expect(problems).toEqual([]);
      const { problems: wrong, warnings } = checkDataset(dataset, places, TODAY);
      return messages([...wrong, ...warnings.filter((w) => w.kind === 'duplicate')]);
    };
    expect(namesake('')).toEqual(['duplicate xa/person/sadim-al-yaqut differs from xa/person/sadim-yaqut in its spelling only: one entry if they are one, else `different_from`']);
    expect(namesake('  different_from: [xa/person/sadim-yaqut]\n')).toEqual([]);
    expect(namesake('  different_from: [xa/person/nobody, xa/person/sadim-yaqut]\n')).toEqual(['reference xa/person/sadim-al-yaqut no entry has the id xa/person/nobody']);
  });

  it('shows people who hold no post and take part in nothing', () => {
    const { warnings } = findings('xa/posts.yaml', "  - person: xa/person/nibras-zumurrud\n    start_date: '2021-04-02'\n    end_date: '2024-06-01'\n    sources:\n    - gazette-2021\n", '');
    expect(messages(warnings)).toEqual(['unused xa/person/nibras-zumurrud holds no post and takes part in no event: the card has nothing to tell']);
  });
});

describe('ambiguous names', () => {
  it('refuses a common word that asks for no company', () => {
    const unmarked = findings('xa/organizations.yaml', '    needs:\n      after:\n      - حركة\n', '');
    expect(unmarked.problems.map((p) => [p.kind, p.entity, p.field])).toEqual([['ambiguous', 'xa/organization/amal', 'other_names.0']]);
    const short = findings('xa/organizations.yaml', '    note: variant\n    needs:\n      after:\n      - حركة\n', '    note: short\n');
    expect(short.problems).toEqual([]);
  });

  it('refuses a surname that stands alone though it is a common word', () => {
    const { problems } = findings('xa/people.yaml', 'name: الزمرداوي\n    lang: ar\n    note: surname', 'name: نور\n    lang: ar\n    note: surname\n    alone: true');
    expect(problems.map((p) => p.kind)).toEqual(['ambiguous']);
  });

  it('refuses a whole name that two of one country bear, unless each says what stands near', () => {
    const shared = findings('xa/people.yaml', 'ar: سديم الياقوتي', 'ar: نبراس الزمرداوي');
    expect(shared.problems.map((p) => [p.kind, p.entity])).toEqual([['ambiguous', 'xa/person/nibras-zumurrud'], ['ambiguous', 'xa/person/sadim-yaqut']]);
    const needs = '  needs:\n    with:\n    - الجواهر\n';
    const people = FILES['xa/people.yaml']!.replace('ar: سديم الياقوتي', 'ar: نبراس الزمرداوي').replace('  country: XA\n  other_names', `  country: XA\n${needs}  other_names`) + needs;
    const { dataset, places } = sampleReading({ 'xa/people.yaml': people });
    expect(checkDataset(dataset, places, TODAY).problems).toEqual([]);
  });

  it('lets the country tell namesakes of two countries apart, and a whole name win over a short form', () => {
    expect(findings('xa/people.yaml', 'ar: سديم الياقوتي\n    en: Sadim Yaqut\n    fr: Sadim Yacout\n  country: XA', 'ar: نبراس الزمرداوي\n    en: Sadim Yaqut\n  country: XB').problems).toEqual([]);
    expect(findings('xa/people.yaml', 'ar: سديم الياقوتي\n', 'ar: الزمرداوي\n').problems).toEqual([]);
  });

  it('lets one of two bearers of a surname stand alone, not both', () => {
    const surname = (alone: boolean) => `  other_names:\n  - name: الزمرداوي\n    lang: ar\n    note: surname\n${alone ? '    alone: true\n' : ''}`;
    const both = (second: boolean) => {
      const people = FILES['xa/people.yaml']!.replace('    note: surname\n', '    note: surname\n    alone: true\n') + surname(second);
      const { dataset, places, problems } = sampleReading({ 'xa/people.yaml': people });
      expect(problems).toEqual([]);
      return checkDataset(dataset, places, TODAY).problems.map((p) => [p.kind, p.entity]);
    };
    expect(both(false)).toEqual([]);
    expect(both(true)).toEqual([['ambiguous', 'xa/person/nibras-zumurrud'], ['ambiguous', 'xa/person/sadim-yaqut']]);
  });

  it("refuses a name that is a country's too", () => {
    expect(findings('xa/organizations.yaml', 'ar: وزارة الجواهر', 'ar: عقيقستان').problems.map((p) => p.kind)).toEqual(['ambiguous']);
  });

  it('refuses a distinct wording of two posts', () => {
    const posts = FILES['xa/posts.yaml']!.replace('  wordings: [وزير الجوهر]', '  distinct: [صاحب الخاتم]').replace('  rank: other', '  distinct: [صاحب الخاتم]\n  rank: other');
    const { dataset, places } = sampleReading({ 'xa/posts.yaml': posts });
    expect(checkDataset(dataset, places, TODAY).problems.map((p) => [p.entity, p.field])).toEqual([['xa/post/minister-of-gems', 'distinct'], ['xa/post/keeper-of-seals', 'distinct']]);
  });
});

describe('the check command', () => {
  const people = FILES['xa/people.yaml']! + Array.from({ length: 7 }, (_, i) => `- id: xa/person/idle-${'abcdefg'[i]}\n  name: { ar: ضاحك الباسم${'ابتثجحخ'[i]}, en: Idle }\n  country: XA\n`).join('');

  it('groups warnings by kind, shows the first of many, and all of them when asked', () => {
    const root = writeDataset({ 'xa/people.yaml': people });
    const brief = recorder();
    expect(check({ root, errorsOnly: false, all: false, today: TODAY }, brief)).toBe(0);
    expect(brief.lines[0]).toBe('7 warnings of kind unused:');
    expect(brief.lines.filter((line) => line.startsWith('warning: '))).toHaveLength(5);
    expect(brief.lines).toContain('  ... 2 more (--all shows them)');
    const whole = recorder();
    check({ root, errorsOnly: false, all: true, today: TODAY }, whole);
    expect(whole.lines.filter((line) => line.startsWith('warning: '))).toHaveLength(7);
  });

  it('prints errors and the count only, and fails on errors', () => {
    const root = writeDataset({ 'xa/people.yaml': people.replace('country: XA', 'country: ZZ') });
    const out = recorder();
    expect(check({ root, errorsOnly: true, all: false, today: TODAY }, out)).toBe(1);
    expect(out.lines).toEqual([
      'error: xa/people.yaml:1: xa/person/nibras-zumurrud: country: countries.yaml has no ZZ',
      '9 people, 2 organizations, 2 posts, 2 memberships, 1 events, 2 sources: 1 errors, 7 warnings',
    ]);
  });

  it('shows what is misshapen by file, line, entity and field', () => {
    const root = writeDataset({ 'xa/posts.yaml': FILES['xa/posts.yaml']!.replace('rank: minister', 'rank: vizier') });
    const out = recorder();
    expect(check({ root, errorsOnly: true, all: false, today: TODAY }, out)).toBe(1);
    expect(out.lines[0]).toMatch(/^error: xa\/posts\.yaml:9: xa\/post\/minister-of-gems: rank: .*\(found "vizier"\)$/);
  });

  it('keeps to one folder when it is named', () => {
    const root = writeDataset({ 'xa/people.yaml': people.replace('country: XA', 'country: ZZ'), 'xb/people.yaml': '[]\n' });
    expect(check({ root, folder: 'xb', errorsOnly: false, all: false, today: TODAY }, recorder())).toBe(0);
  });
});
