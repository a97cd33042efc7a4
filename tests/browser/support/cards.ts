import type { CardContent } from '../../../utils/browser/protocol';

/** Cards of real people and bodies, as the background would tell them. */

const un: CardContent['sources'][number] = { publisher: 'الأمم المتحدة', url: 'https://www.un.org/sg/ar', published: null, official: true };
const reuters: CardContent['sources'][number] = {
  publisher: 'رويترز',
  url: 'https://www.reuters.com/',
  published: '1 يناير 2017',
  official: false,
};

export const GUTERRES: CardContent = {
  language: 'ar',
  entity: {
    id: 'antonio-guterres',
    kind: 'person',
    name: 'أنطونيو غوتيريش',
    otherName: 'António Guterres',
    country: 'البرتغال',
    kindLabel: 'شخصية عامة',
    description: null,
  },
  date: { iso: '2025-01-22', text: '22 يناير 2025', note: null },
  role: { label: 'الأمين العام للأمم المتحدة', status: 'current', acting: false, period: 'منذ 1 يناير 2017', since: null },
  parent: null,
  head: null,
  timeline: [
    { label: 'رئيس وزراء البرتغال', acting: false, start: '1995-10-28', end: '2002-04-06', period: '28 أكتوبر 1995 – 6 أبريل 2002' },
    {
      label: 'المفوض السامي لشؤون اللاجئين',
      acting: false,
      start: '2005-06-15',
      end: '2015-12-31',
      period: '15 يونيو 2005 – 31 ديسمبر 2015',
    },
    { label: 'الأمين العام للأمم المتحدة', acting: false, start: '2017-01-01', end: null, period: 'منذ 1 يناير 2017' },
  ],
  events: [
    {
      id: 'e1',
      start: '2021-06-18',
      date: '18 يونيو 2021',
      title: 'تعيينه لولاية ثانية',
      summary: 'عينته الجمعية العامة أمينا عاما لولاية ثانية من خمس سنوات تبدأ في أول يناير 2022.',
      shared: ['الجمعية العامة للأمم المتحدة'],
      sources: [un],
    },
    {
      id: 'e2',
      start: '2016-10-13',
      date: '13 أكتوبر 2016',
      title: 'تعيينه أمينا عاما',
      summary: 'عينته الجمعية العامة خلفا لبان كي مون.',
      shared: [],
      sources: [un],
    },
    {
      id: 'e3',
      start: '2015-12-31',
      date: '31 ديسمبر 2015',
      title: 'نهاية ولايته في المفوضية',
      summary: 'أنهى ولايته الثانية مفوضا ساميا لشؤون اللاجئين.',
      shared: [],
      sources: [un],
    },
    {
      id: 'e4',
      start: '1995-10-28',
      date: '28 أكتوبر 1995',
      title: 'توليه رئاسة وزراء البرتغال',
      summary: 'تولى رئاسة الحكومة البرتغالية بعد فوز حزبه في الانتخابات.',
      shared: [],
      sources: [reuters],
    },
  ],
  evidence: ['ورد اسمه كاملا.', 'بجانبه لقب «الأمين العام».'],
  sources: [un, reuters, { publisher: 'حكومة البرتغال', url: 'https://www.portugal.gov.pt/', published: null, official: true }],
  verified: 'تم التحقق في 3 نوفمبر 2025',
  links: [
    { label: 'ويكيبيديا', url: 'https://ar.wikipedia.org/wiki/أنطونيو_غوتيريش' },
    { label: 'Wikidata', url: 'https://www.wikidata.org/wiki/Q311440' },
  ],
  report: 'https://example.org/report',
};

export const BENSALAH: CardContent = {
  ...GUTERRES,
  entity: {
    ...GUTERRES.entity,
    id: 'abdelkader-bensalah',
    name: 'عبد القادر بن صالح',
    otherName: 'Abdelkader Bensalah',
    country: 'الجزائر',
  },
  date: { iso: '2019-07-05', text: '5 جويلية 2019', note: 'لم يُعثر على تاريخ المقال في الصفحة.' },
  role: {
    label: 'رئيس الدولة',
    status: 'current',
    acting: true,
    period: 'من 9 أفريل 2019 إلى 19 ديسمبر 2019',
    since: 'انتهت مهامه في 19 ديسمبر 2019، وخلفه عبد المجيد تبون رئيسا للجمهورية.',
  },
  timeline: [
    { label: 'رئيس المجلس الشعبي الوطني', acting: false, start: '1997-06-14', end: '2002-06-10', period: '1997 – 2002' },
    { label: 'رئيس مجلس الأمة', acting: false, start: '2002-07-02', end: '2019-04-09', period: '2002 – 2019' },
    { label: 'رئيس الدولة', acting: true, start: '2019-04-09', end: '2019-12-19', period: '9 أفريل – 19 ديسمبر 2019' },
  ],
  events: GUTERRES.events.slice(0, 0),
};

export const FOREIGN_MINISTRY: CardContent = {
  ...GUTERRES,
  entity: {
    id: 'dz-mfa',
    kind: 'organization',
    name: 'وزارة الشؤون الخارجية',
    otherName: 'Ministère des Affaires étrangères',
    country: 'الجزائر',
    kindLabel: 'وزارة',
    description: 'الوزارة المكلفة بالسياسة الخارجية للجزائر وبعثاتها في الخارج.',
  },
  role: null,
  parent: { id: 'dz-gov', name: 'حكومة الجزائر' },
  head: { id: 'ahmed-attaf', name: 'أحمد عطاف', label: 'وزير الشؤون الخارجية' },
  timeline: [
    { label: 'رمطان لعمامرة', acting: false, start: '2021-07-07', end: '2023-03-16', period: '7 جويلية 2021 – 16 مارس 2023' },
    { label: 'أحمد عطاف', acting: false, start: '2023-03-16', end: null, period: 'منذ 16 مارس 2023' },
  ],
  events: [],
};

/** The same in a language written from left to right. */
export const GUTERRES_EN: CardContent = {
  ...GUTERRES,
  language: 'en',
  entity: { ...GUTERRES.entity, name: 'António Guterres', otherName: 'أنطونيو غوتيريش', country: 'Portugal', kindLabel: 'public figure' },
  date: { iso: '2025-01-22', text: '22 January 2025', note: null },
  role: { label: 'Secretary-General of the United Nations', status: 'current', acting: false, period: 'since 1 January 2017', since: null },
  timeline: GUTERRES.timeline.map((term, index) => ({
    ...term,
    label: ['Prime Minister of Portugal', 'UN High Commissioner for Refugees', 'Secretary-General of the United Nations'][index],
    period: `${term.start} – ${term.end ?? ''}`,
  })),
  events: [
    {
      id: 'e1',
      start: '2021-06-18',
      date: '18 June 2021',
      title: 'Appointed to a second term',
      summary: 'The General Assembly appointed him to a second five-year term from 1 January 2022.',
      shared: ['UN General Assembly'],
      sources: [{ ...un, publisher: 'United Nations' }],
    },
  ],
  evidence: ['The full name stands in the text.'],
  sources: [{ ...un, publisher: 'United Nations' }],
  verified: 'Verified on 3 November 2025',
  links: [{ label: 'Wikidata', url: 'https://www.wikidata.org/wiki/Q311440' }],
};
