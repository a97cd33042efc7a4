import { describe, expect, it } from 'vitest';
import { marksOf, type Example } from './cases/run';

/** What the words around a name decide, beyond the cases of the specification. Invented names stand for nobody. */
const EXAMPLES: readonly (Example & { because: string })[] = [
  {
    because: 'an office’s holder is known by a given name more than the dataset writes',
    text: 'أدى محافظ مصرف ليبيا المركزي الجديد ناجي محمد عيسى اليمين', date: '2024-10-02', country: 'LY',
    marks: [['مصرف ليبيا المركزي', 'ly/organization/central-bank'], ['ناجي محمد عيسى', 'naji-issa']],
  },
  { because: 'an envoy is the one sent to the outlet’s country', text: 'وصل المبعوث الأممي إلى عدن', date: '2025-05-10', country: 'YE', marks: [['المبعوث الأممي', 'hans-grundberg']] },
  { because: 'an ambassador whom home does not know is nobody', text: 'وقال السفير الإيراني إن العلاقات جيدة', country: 'DZ', marks: [] },
  {
    because: 'two adjectives are two ministries', text: 'بيان وزارتي المالية السعودية والقطرية', date: '2025-04-28', country: 'SY',
    marks: [['وزارتي المالية السعودية', 'sa/organization/ministry-of-finance'], ['القطرية', 'qa/organization/ministry-of-finance']],
  },
  { because: 'a sign tells the wider club', text: 'اتفق أعضاء «أوبك+» في فيينا', marks: [['أوبك', 'opec-plus']] },
  { because: 'a student’s word is no governor’s name', text: 'أكد محافظ بنك الجزائر صلاح الدين طالب ذلك.\n\nولم يعد طالب القرض يقبل', date: '2024-03-09', country: 'DZ', marks: [['بنك الجزائر', 'dz/organization/bank-of-algeria'], ['صلاح الدين طالب', 'salah-eddine-taleb']] },
  { because: 'an adjective behind a club may be its meetings’', text: 'شارك في اجتماعات أوبك الوزارية', date: '2019-09-09', country: 'SA', marks: [['أوبك', 'opec/organization/opec']] },
  { because: 'marks tell a name from the word', text: 'وصل قيس سعيّد إلى قابس.\n\nوانتقد أنصار سعيّد القرار', country: 'TN', marks: [['قيس سعيّد', 'kais-saied'], ['سعيّد', 'kais-saied']] },
  { because: 'without marks the word behind a noun stays a word', text: 'وصل قيس سعيّد إلى قابس.\n\nوكان العمال أنصار سعيد الحظ', country: 'TN', marks: [['قيس سعيّد', 'kais-saied']] },
  {
    because: 'somebody else’s surname contests from where that one is named',
    text: 'قال الرئيس بشار الأسد إن الزيارة مهمة.\n\nوأن الأسد نوّه بالمواقف.\n\nوقال مواطن يدعى نبيل الأسد (اسم مخترع) إنه مسرور.\n\nوأضاف الأسد أنه باق', date: '2022-03-20', country: 'SY',
    marks: [['بشار الأسد', 'bashar-al-assad'], ['الأسد', 'bashar-al-assad']],
  },
  { because: 'new ministers named behind their offices are not marked twice', text: 'أدى وزيرا الدفاع والداخلية الجديدان، الفريق حسن داود كبرون والفريق بابكر سمرة، اليمين', date: '2025-06-28', country: 'SD', marks: [['حسن داود كبرون', 'hassan-daoud-kabroun'], ['بابكر سمرة', 'babiker-samra']] },
  { because: 'a common body of a country nobody speaks of is another’s', text: 'كانت الهيئة العامة للرياضة قد أعلنت ذلك', date: '2020-03-09', country: 'DZ', marks: [] },
  { because: 'a commander’s title names his army', text: 'استقبل قائد الجيش العماد رودولف هيكل وفدا', date: '2025-05-01', country: 'LB', marks: [['الجيش', 'lb/organization/armed-forces'], ['رودولف هيكل', 'rodolphe-haykal']] },
  {
    because: 'a council is told by who heads it', text: 'ترأس الجلسة رئيس المجلس محمود المشهداني', country: 'IQ',
    marks: [['المجلس', 'iq/organization/council-of-representatives'], ['محمود المشهداني', 'mahmoud-al-mashhadani']],
  },
  {
    because: 'a foreign minister named before does not make every minister his', text: 'تلقى يائير لابيد رسالة من الوسيط.\n\nوقال وزير الخارجية إن موعداً جديداً سيحدد', date: '2022-10-12', country: 'LB',
    marks: [['يائير لابيد', 'yair-lapid'], ['وزير الخارجية', 'abdallah-bou-habib']],
  },
  {
    because: 'abroad, what says no country is still the outlet’s', text: 'طهران - التقى وزير الدفاع السعودي خالد بن سلمان مسؤولين إيرانيين في إيران.\n\nوتستعد وزارة الثقافة لموسم جديد', date: '2025-04-17', country: 'SA',
    marks: [['خالد بن سلمان', 'khalid-bin-salman'], ['وزارة الثقافة', 'sa/organization/ministry-of-culture']],
  },
  { because: 'a medium by itself between dashes is a dateline', text: 'عمان - بترا - أعلن وزير الداخلية مازن الفراية ذلك في الأردن', date: '2025-04-24', country: 'JO', marks: [['بترا', 'jo/organization/petra'], ['مازن الفراية', 'mazen-al-farrayeh']] },
];

describe('the words around a name', () => {
  it.each(EXAMPLES.map((example) => [example.because, example] as const))('%s', (_, example) => {
    const found = marksOf(example);
    expect(found.map(([words]) => words)).toEqual(example.marks.map(([words]) => words));
    example.marks.forEach(([words, id], at) => expect(found[at]![1], words).toMatch(new RegExp(`(^|/)(${id})$`)));
  });
});
