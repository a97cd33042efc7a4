import arabic from '../../../public/_locales/ar/messages.json';
import english from '../../../public/_locales/en/messages.json';
import type { Outside } from '../../../entrypoints/content/session';
import type { CandidatesContent, CardContent } from '../../../utils/browser/protocol';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/browser/settings';
import { BENSALAH, FOREIGN_MINISTRY, GUTERRES, GUTERRES_EN } from './cards';

const CARDS: Record<string, CardContent> = {
  'antonio-guterres': GUTERRES,
  'abdelkader-bensalah': BENSALAH,
  'dz-mfa': FOREIGN_MINISTRY,
};

/** Names looked for, as a background with a tiny dataset would. */
const NAMES: [string, string, 'person' | 'organization', 'name' | 'office' | 'organization'][] = [
  ['أنطونيو غوتيريش', 'antonio-guterres', 'person', 'name'],
  ['غوتيريش', 'antonio-guterres', 'person', 'name'],
  ['عبد القادر بن صالح', 'abdelkader-bensalah', 'person', 'name'],
  ['وزارة الشؤون الخارجية', 'dz-mfa', 'organization', 'organization'],
  ['رئيس مجلس الأمة', 'abdelkader-bensalah', 'person', 'office'],
  ['أحمد عطاف', 'ahmed-attaf', 'person', 'name'],
];

/** Words that may name one of several, with those they may name. */
const DOUBTS: [string, string[]][] = [
  ['الأمين العام', ['antonio-guterres', 'abdelkader-bensalah']],
  ['الدول المضيفة', ['dz-mfa']],
];

const DOUBTED: CandidatesContent['candidates'] = [
  { id: 'antonio-guterres', kind: 'person', name: 'أنطونيو غوتيريش', line: 'الأمين العام للأمم المتحدة', evidence: ['كان في المنصب في تاريخ المقال.'] },
  { id: 'abdelkader-bensalah', kind: 'person', name: 'عبد القادر بن صالح', line: 'رئيس مجلس الأمة سابقا', evidence: [] },
  { id: 'dz-mfa', kind: 'organization', name: 'وزارة الشؤون الخارجية', line: 'وزارة · الجزائر', evidence: ['يشير سياق المقال إلى البلد: الجزائر.'] },
];

/** What was asked, and how the answers are to behave. */
export interface Asked {
  outside: Outside;
  sent: { name: string; payload: unknown }[];
  latency: { card: number; annotate: number };
  failing: boolean;
}

/** A background of a few names, for driving a session in a page without an extension around it. */
export function fakeOutside(settings: Partial<Settings> = {}): Asked {
  const asked: Asked = {
    sent: [],
    latency: { card: 0, annotate: 0 },
    failing: false,
    outside: {
      settings: { ...DEFAULT_SETTINGS, ...settings },
      send: (async (name: string, payload: never) => {
        asked.sent.push({ name, payload });
        if (asked.failing) throw new Error('nobody there');
        return reply(name, payload, asked);
      }) as Outside['send'],
    },
  };
  return asked;
}

async function reply(name: string, payload: unknown, asked: Asked): Promise<unknown> {
  const { language } = asked.outside.settings;
  switch (name) {
    case 'labels': {
      const english_ = language === 'en';
      const file: Record<string, { message: string }> = english_ ? english : arabic;
      return {
        language: english_ ? 'en' : 'ar',
        labels: Object.fromEntries(Object.entries(file).map(([key, { message }]) => [key, message])),
      };
    }
    case 'annotate':
      await later(asked.latency.annotate);
      return annotate(payload as { blocks: { text: string }[]; date: string | null; dateSource: string });
    case 'card': {
      await later(asked.latency.card);
      const { entity } = payload as { entity: string };
      if (language === 'en' && entity === 'antonio-guterres') return GUTERRES_EN;
      return CARDS[entity] ?? null;
    }
    case 'candidates': {
      await later(asked.latency.card);
      const ids = (payload as { candidates: { entity: string }[] }).candidates.map(({ entity }) => entity);
      const candidates = DOUBTED.filter(({ id }) => ids.includes(id));
      const told = { iso: '2025-01-22', text: language === 'en' ? '22 January 2025' : '22 يناير 2025', note: null };
      return { language: language === 'en' ? 'en' : 'ar', date: told, candidates } satisfies CandidatesContent;
    }
    default:
      return null;
  }
}

function annotate({ blocks, date, dateSource }: { blocks: { text: string }[]; date: string | null; dateSource: string }): unknown {
  const ids = [...new Set(NAMES.map(([, id]) => id))];
  const mentions: { block: number; start: number; end: number; entity: number; as: string; score: number; evidence: [] }[] = [];
  blocks.forEach(({ text }, block) => {
    for (const [name, id, , as] of NAMES) {
      for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
        const end = start + name.length;
        if (mentions.some((other) => other.block === block && other.start < end && start < other.end)) continue;
        mentions.push({ block, start, end, entity: ids.indexOf(id), as, score: 1, evidence: [] });
      }
    }
  });
  return {
    date: date ?? '2025-01-22',
    dateSource,
    country: null,
    entities: ids.map((id) => {
      const [name, , kind] = NAMES.find((entry) => entry[1] === id)!;
      return { id, kind, name: { ar: name, en: id, fr: id }, role: null };
    }),
    mentions: mentions.sort((a, b) => a.block - b.block || a.start - b.start),
    abstained: blocks.flatMap(({ text }, block) =>
      DOUBTS.flatMap(([words, who]) => {
        const start = text.indexOf(words);
        const candidates = who.map((id) => ({ entity: ids.indexOf(id), score: 0.4, evidence: [{ code: 'holder-at-date' as const }] }));
        return start < 0 ? [] : [{ block, start, end: start + words.length, candidates, more: who.length > 1 }];
      }),
    ),
  };
}

const later = (ms: number): Promise<void> => new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : resolve()));
