import arabic from '../../../public/_locales/ar/messages.json';
import english from '../../../public/_locales/en/messages.json';
import type { Outside } from '../../../entrypoints/content/session';
import type { CardContent } from '../../../utils/browser/protocol';
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
  };
}

const later = (ms: number): Promise<void> => new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : resolve()));
