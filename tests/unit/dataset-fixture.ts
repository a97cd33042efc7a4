import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Console } from '../../scripts/dataset/console';
import { readDataset } from '../../utils/dataset/source';

/** The day all checks of these tests run for. */
export const TODAY = '2026-11-23';

/**
 * A small dataset about a country that is not: people, bodies and pages here are invented, and their addresses end in
 * «.example», which no site may use.
 */
export const FILES: Readonly<Record<string, string>> = {
  'common-words.txt': 'في من على أمل فتح نور\n',
  'countries.yaml': `- code: XA
  name: { ar: زمردستان, en: Zumurrudistan, fr: Zoumourroudistan }
  adjectives: [الزمردي, الزمردية]
  capitals: [مرجانة]
- code: XB
  name: { ar: عقيقستان, en: Aqiqistan, fr: Aqiqistan }
  adjectives: [العقيقي, العقيقية]
  capitals: [فيروزة]
`,
  'cues.yaml': `former: [السابق]
acting: [بالنيابة]
elect: [المنتخب]
modifiers: [الجديد]
titles: [السيد, الرئيس, الملك, الشيخ]
ranks: [الفريق]
deputies: [نائب]
given_names: [نبراس, سديم, محمد]
verbs: [قال]
`,
  'xa/sources.yaml': `# Pages of the invented outlets.
gazette-2021:
  url: https://gazette.example/2021/04
  publisher: الجريدة الرسمية
  published: '2021-04-02'
  seen: '2026-11-20'
  official: true
mirror-2024:
  url: https://mirror.example/government
  publisher: Mirror
  published: '2024-06'
  seen: '2026-11-20'
`,
  'xa/people.yaml': `- id: xa/person/nibras-zumurrud
  name:
    ar: نبراس الزمرداوي
    en: Nibras Zumurrud
  country: XA
  other_names:
  - name: الزمرداوي
    lang: ar
    note: surname
  wikidata:
    id: Q900000001
    source: mirror-2024
- id: xa/person/sadim-yaqut
  name:
    ar: سديم الياقوتي
    en: Sadim Yaqut
    fr: Sadim Yacout
  country: XA
`,
  'xa/organizations.yaml': `- id: xa/organization/ministry-of-gems
  name:
    ar: وزارة الجواهر
    en: Ministry of Gems
  country: XA
  classification: ministry
- id: xa/organization/amal
  name:
    ar: حركة أمل الزمردية
    en: Amal Movement
  country: XA
  classification: movement
  other_names:
  - name: أمل
    lang: ar
    note: variant
    needs:
      after:
      - حركة
`,
  'xa/posts.yaml': `- id: xa/post/minister-of-gems
  label:
    ar: وزير الجواهر
    en: Minister of Gems
    fr: Ministre des Gemmes
  wordings: [وزير الجوهر]
  organization: xa/organization/ministry-of-gems
  country: XA
  rank: minister
  holders:
  - person: xa/person/nibras-zumurrud
    start_date: '2021-04-02'
    end_date: '2024-06-01'
    sources:
    - gazette-2021
  - person: xa/person/sadim-yaqut
    start_date: '2024-06-01'
    verified_on: '2026-10-01'
    sources:
    - gazette-2021
    - mirror-2024
- id: xa/post/keeper-of-seals
  label:
    ar: حافظ الأختام
    en: Keeper of Seals
    fr: Garde des Sceaux
  country: XA
  rank: other
  holders: []
`,
  'xa/events.yaml': `- id: xa/event/2024-06-01-handover
  classification: appointment
  start_date: '2024-06-01'
  title:
    ar: تسليم المهام في وزارة الجواهر
    en: Handover at the Ministry of Gems
    fr: Passation au ministère des Gemmes
  summary:
    ar: تسلم سديم الياقوتي مهامه بـ3 أيام بعد تعيينه.
    en: Sadim Yaqut took over three days after being named.
    fr: Sadim Yacout a pris ses fonctions trois jours après sa nomination.
  participants:
  - entity: xa/person/sadim-yaqut
    part:
      ar: تسلم
      en: took over
      fr: a pris ses fonctions
  sources:
  - mirror-2024
`,
};

/** Writes a dataset to a folder of its own: {@link FILES}, with some replaced (or, by null, left out). */
export function writeDataset(changes: Readonly<Record<string, string | null>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'siyaq-dataset-'));
  for (const [file, text] of Object.entries({ ...FILES, ...changes })) {
    if (text === null) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

/** {@link readDataset} of such a folder. */
export function sampleReading(changes: Readonly<Record<string, string | null>> = {}) {
  return readDataset(writeDataset(changes));
}

/** A console that keeps what it is told. */
export function recorder(): Console & { lines: string[]; errors: string[] } {
  const lines: string[] = [];
  const errors: string[] = [];
  return { lines, errors, log: (line) => lines.push(...line.split('\n')), error: (line) => errors.push(...line.split('\n')) };
}
