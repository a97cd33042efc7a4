import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { newEntry } from '../../scripts/dataset/new';
import { readDataset } from '../../utils/dataset/source';
import { FILES, TODAY, writeDataset } from './dataset-fixture';

/** Runs `new` with these answers, a line each. */
async function answer(lines: readonly string[], root = writeDataset()) {
  const output = new PassThrough();
  let said = '';
  output.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await newEntry(root, TODAY, Readable.from([lines.map((line) => `${line}\n`).join('')]), output).catch((error: Error) => error.message);
  return { code, said, root, file: (path: string) => readFileSync(join(root, path), 'utf8') };
}

const PERSON = ['person', 'xa', 'رنا الفيروزي', 'Rana Firuz', '', '', 'XA'];

describe('new', () => {
  it('writes a person at the end of the file, the rest as it was', async () => {
    const { code, said, file } = await answer([...PERSON, 'الفيروزي', '', 'surname']);
    expect(code).toBe(0);
    expect(said).toContain('written to xa/people.yaml');
    expect(file('xa/people.yaml')).toBe(
      `${FILES['xa/people.yaml']}- id: xa/person/rana-firuz\n  name:\n    ar: رنا الفيروزي\n    en: Rana Firuz\n  other_names:\n  - name: الفيروزي\n    lang: ar\n    note: surname\n  country: XA\n`,
    );
  });

  it('asks again until an answer can be taken, and says why', async () => {
    const { code, said } = await answer(['vizier', 'person', 'X A', 'xa', '', 'رنا الفيروزي', 'Rana Firuz', '', 'sadim-yaqut', 'Rana', '', 'ZZ', 'XA', '']);
    expect(code).toBe(0);
    for (const reason of ['one of: person, organization, post, term, event', 'lower-case Latin letters, digits and hyphens', 'an answer is needed', 'xa/person/sadim-yaqut is there already', 'countries.yaml has no ZZ']) {
      expect(said).toContain(`  ${reason}\n`);
    }
  });

  it('adds a term with a page not known before, and takes a known page by its address', async () => {
    const { code, root } = await answer([
      'term', 'xa', 'xa/post/keeper-of-emeralds', 'xa/post/keeper-of-seals', 'xa/person/sadim-yaqut', '2020-13', '2020-12-01', 'perhaps', 'y', '', '2026-11-01', 'n', '',
      'https://www.courier.example/2026/11', '', 'Courier', '2026-11-01', '', '', 'https://mirror.example/government', '',
    ]);
    expect(code).toBe(0);
    const { dataset, problems } = readDataset(root);
    expect(problems).toEqual([]);
    expect(dataset.posts[1]!.holders).toEqual([{ person: 'xa/person/sadim-yaqut', start_date: '2020-12-01', start_qualifier: 'by', verified_on: '2026-11-01', sources: ['xa:courier-2026-11-01', 'xa:mirror-2024'] }]);
    expect(dataset.sources.get('xa:courier-2026-11-01')).toEqual({ url: 'https://www.courier.example/2026/11', publisher: 'Courier', published: '2026-11-01', seen: TODAY });
  });

  it('writes an organization, a post and an event', async () => {
    const root = writeDataset();
    expect((await answer(['organization', 'xa', 'مجلس الدرر', 'Council of Pearls', '', '', 'parliament', 'XA', '', '2001', '', 'gazette-2021', ''], root)).code).toBe(0);
    expect((await answer(['post', 'xa', 'رئيس مجلس الدرر', 'Speaker of the Council of Pearls', 'Président du Conseil des Perles', 'speaker', '', '', 'xa/organization/council-of-pearls', 'XA', 'parliament', ''], root)).code).toBe(0);
    const event = ['event', 'xa', 'visit', '2025-02-03', '', 'زيارة', 'A visit', 'Une visite', '', 'زار سديم الياقوتي مجلس الدرر.', 'Sadim Yaqut visited the Council of Pearls.', 'Sadim Yacout a visité le Conseil des Perles.'];
    expect((await answer([...event, 'xa/person/sadim-yaqut', 'زار', 'visited', 'a visité', 'xa/organization/council-of-pearls', '', 'استقبل', 'received', 'a reçu', 'mirror-2024', ''], root)).code).toBe(0);
    const { dataset, problems } = readDataset(root);
    expect(problems).toEqual([]);
    expect(dataset.organizations.at(-1)).toMatchObject({ id: 'xa/organization/council-of-pearls', classification: 'parliament', founding_date: '2001', sources: ['xa:gazette-2021'] });
    expect(dataset.posts.at(-1)).toMatchObject({ id: 'xa/post/speaker', rank: 'parliament', organization: 'xa/organization/council-of-pearls' });
    expect(dataset.events.at(-1)).toMatchObject({ id: 'xa/event/2025-02-03-a-visit', participants: [{ entity: 'xa/person/sadim-yaqut' }, { entity: 'xa/organization/council-of-pearls' }] });
  });

  it('begins a folder that is not there', async () => {
    const { code, file } = await answer(['person', 'xb', 'رنا الفيروزي', 'Rana Firuz', '', '', 'XB', '']);
    expect(code).toBe(0);
    expect(file('xb/people.yaml')).toMatch(/^- id: xb\/person\/rana-firuz\n/);
  });

  it('refuses a namesake of the same country', async () => {
    const { code, said, file } = await answer(['person', 'xa', 'نبراس الزمرداوي', 'Nibras', '', '', 'XA', '']);
    expect(code).toBe(1);
    expect(said).toContain('xa/person/nibras-zumurrud of the same country has this name');
    expect(file('xa/people.yaml')).toBe(FILES['xa/people.yaml']);
  });

  it('writes nothing that the check refuses', async () => {
    const { code, said, file, root } = await answer(['person', 'xb', 'الملك رنا', 'Rana', '', '', 'XB', '']);
    expect(code).toBe(1);
    expect(said).toContain('«الملك رنا» begins with the title «الملك»');
    expect(said).toContain('nothing was written');
    expect(existsSync(join(root, 'xb/people.yaml'))).toBe(false);
    const lone = await answer(['term', 'xa', 'xa/post/minister-of-gems', 'xa/person/nibras-zumurrud', '2018', '', '2019', '', '', 'mirror-2024', '']);
    expect(lone.code).toBe(1);
    expect(lone.said).toContain('a term of this rank needs one official source or two of different publishers');
    expect(lone.file('xa/posts.yaml')).toBe(FILES['xa/posts.yaml']);
    expect(file('xa/people.yaml')).toBe(FILES['xa/people.yaml']);
  });

  it('writes nothing when the answers end early', async () => {
    const { code, file } = await answer(PERSON.slice(0, 5));
    expect(code).toBe('the answers ended before the questions: nothing was written');
    expect(file('xa/people.yaml')).toBe(FILES['xa/people.yaml']);
  });
});
