import { describe, expect, it } from 'vitest';
import { cardContentSchema } from '../../utils/browser/protocol';
import { EVIDENCE_CODES } from '../../utils/matching/types';
import { tellCard, tellRoleLine } from '../../utils/telling/card';
import { dateStyle, tellDate, tellPeriod, tellSince } from '../../utils/telling/dates';
import { tellEvidence } from '../../utils/telling/evidence';
import { otherName, tellCountry } from '../../utils/telling/names';
import { AFRICOM, event, KEPT_MINISTER, options, PERSON, REQUEST, term } from './telling-facts';

const t = (language: 'ar' | 'en' | 'fr') => options(language).t;

describe('dates in the reader’s words', () => {
  it('have the month names and digits of the outlet’s country', () => {
    const told = (country: string | null) => tellDate('2025-08-15', dateStyle('ar', 'outlet', false, country));
    expect(told('DZ')).toBe('15 أوت 2025');
    expect(told('MA')).toBe('15 غشت 2025');
    expect(told('LB')).toBe('15 آب 2025');
    expect(told('AE')).toBe('15 أغسطس 2025');
    expect(told('EG')).toBe('١٥ أغسطس ٢٠٢٥');
    expect(told(null)).toBe('15 أغسطس 2025');
  });

  it('have the names the reader chose', () => {
    expect(tellDate('2025-08', dateStyle('ar', 'maghreb', false, 'EG'))).toBe('أوت 2025');
    expect(tellDate('2025-08', dateStyle('ar', 'mashreq', false, 'DZ'))).toBe('آب 2025');
  });

  it('are as precise as they are given, in every language', () => {
    const style = (language: 'ar' | 'en' | 'fr') => dateStyle(language, 'outlet', false, 'DZ');
    expect(['1962', '1962-07', '1962-07-05'].map((date) => tellDate(date, style('ar')))).toEqual(['1962', 'جويلية 1962', '5 جويلية 1962']);
    expect(['1962', '1962-07', '1962-07-05'].map((date) => tellDate(date, style('en')))).toEqual(['1962', 'July 1962', '5 July 1962']);
    expect(['1962', '1962-07', '1962-07-01'].map((date) => tellDate(date, style('fr')))).toEqual(['1962', 'juillet 1962', '1er juillet 1962']);
  });

  it('have the Hijri date beside a whole day only', () => {
    const style = dateStyle('ar', 'outlet', true, 'SA');
    expect(tellDate('2023-07-28', style)).toMatch(/^٢٨ يوليو ٢٠٢٣ \((٩|١٠|١١) محرم ١٤٤٥هـ\)$/);
    expect(tellDate('2023-07', style)).toBe('يوليو ٢٠٢٣');
    expect(tellDate('2023-07-28', dateStyle('fr', 'outlet', true, 'DZ'))).toMatch(/^28 juillet 2023 \(\d+ [a-zé]+ 1445 H\)$/);
  });

  it('make natural periods', () => {
    const style = (language: 'ar' | 'en' | 'fr') => dateStyle(language, 'outlet', false, 'DZ');
    expect(tellSince('2023-10-30', style('ar'), t('ar'))).toBe('منذ 30 أكتوبر 2023');
    expect(tellSince('2023', style('ar'), t('ar'))).toBe('منذ سنة 2023');
    expect(tellSince('2023-10-30', style('fr'), t('fr'))).toBe('depuis le 30 octobre 2023');
    expect(tellPeriod('2019-04-02', '2021-07-07', style('ar'), t('ar'))).toBe('من 2 أفريل 2019 إلى 7 جويلية 2021');
    expect(tellPeriod('2019-04-02', '2021-07-07', style('en'), t('en'))).toBe('from 2 April 2019 to 7 July 2021');
    expect(tellPeriod('2019-04', '2021', style('fr'), t('fr'))).toBe('d’avril 2019 à 2021');
    expect(tellPeriod('2019-04-02', '2021-07-07', style('fr'), t('fr'))).toBe('du 2 avril 2019 au 7 juillet 2021');
    expect(tellPeriod('2019', '2019', style('ar'), t('ar'))).toBe('سنة 2019');
    expect(tellPeriod('2019', null, style('en'), t('en'))).toBe('since 2019');
  });

  it('do not say since when somebody holds an office whose start is only the latest possible one', () => {
    const by = (language: 'ar' | 'en' | 'fr', start: string, end: string | null = null) => tellPeriod(start, end, dateStyle(language, 'outlet', false, 'AE'), t(language), true);
    const starts = ['2022-06-16', '2022-06', '2022'];
    expect(starts.map((date) => by('ar', date))).toEqual(['في المنصب منذ 16 يونيو 2022 على الأقل', 'في المنصب منذ يونيو 2022 على الأقل', 'في المنصب منذ سنة 2022 على الأقل']);
    expect(starts.map((date) => by('en', date))).toEqual(['in office by 16 June 2022', 'in office by June 2022', 'in office by 2022']);
    expect(starts.map((date) => by('fr', date))).toEqual(['en poste au plus tard le 16 juin 2022', 'en poste au plus tard en juin 2022', 'en poste au plus tard en 2022']);
    expect(by('ar', '2022-06-16', '2024-09-01')).toBe('من 16 يونيو 2022 على الأقل إلى 1 سبتمبر 2024');
    expect(by('en', '2022-06-16', '2024-09-01')).toBe('from 16 June 2022 at the latest to 1 September 2024');
    expect(by('fr', '2022-04', '2024-09-01')).toBe('au plus tard d’avril 2022 au 1er septembre 2024');
    expect(by('en', '2022-06-16', '2022-06-16')).toBe('from 16 June 2022 at the latest to 16 June 2022');
  });
});

describe('names', () => {
  it('come from the platform for countries', () => {
    expect(tellCountry('US', 'ar')).toBe('الولايات المتحدة');
    expect(tellCountry('PS', 'ar')).toBe('فلسطين');
    expect(tellCountry('DZ', 'fr')).toBe('Algérie');
    expect(tellCountry('??', 'en')).toBe('??');
  });

  it('stand in the other script beside', () => {
    expect(otherName({ ar: 'أفريكوم', en: 'AFRICOM', fr: 'AFRICOM' }, 'ar')).toBe('AFRICOM');
    expect(otherName({ ar: 'أفريكوم', en: 'AFRICOM', fr: 'AFRICOM' }, 'fr')).toBe('أفريكوم');
    expect(otherName({ ar: 'AFP', en: 'AFP', fr: 'AFP' }, 'ar')).toBeNull();
  });
});

describe('the card of a person', () => {
  it('tells the role at the article’s date', () => {
    const card = tellCard(PERSON, REQUEST, options('ar'));
    expect(cardContentSchema.safeParse(card).success).toBe(true);
    expect(card.entity).toMatchObject({ name: 'صبري بوقادوم', otherName: 'Sabri Boukadoum', country: 'الجزائر', kindLabel: 'شخصية عامة' });
    expect(card.date).toEqual({ iso: '2025-03-09', text: '9 مارس 2025', note: null });
    expect(card.role).toEqual({ label: 'سفير الجزائر لدى الولايات المتحدة', status: 'current', acting: false, period: 'منذ 30 أكتوبر 2023', since: null });
    expect(card.verified).toBe('آخر تحقق: 20 جانفي 2026');
    expect(card.links).toEqual([{ label: 'ويكي بيانات', url: 'https://www.wikidata.org/wiki/Q62635974' }]);
    expect(card.report).toBeNull();
  });

  it('shows each source once, and only web addresses', () => {
    expect(tellCard(PERSON, REQUEST, options('ar')).sources).toEqual([{ publisher: 'وكالة الأنباء الجزائرية', url: 'https://www.aps.dz/a', published: '30 أكتوبر 2023', official: true }]);
  });

  it('says what has changed since the article', () => {
    const request = { ...REQUEST, date: '2020-06-01' };
    expect(tellCard(PERSON, request, options('ar')).role).toMatchObject({
      label: 'وزير الشؤون الخارجية',
      period: 'منذ 2 أفريل 2019',
      since: 'انتهت هذه المهمة في 7 جويلية 2021. الآن: سفير الجزائر لدى الولايات المتحدة، منذ 30 أكتوبر 2023.',
    });
    expect(tellCard(PERSON, request, options('en')).role?.since).toBe('This term ended on 7 July 2021. Now: Ambassador of Algeria to the United States, since 30 October 2023.');
    expect(tellCard(PERSON, request, options('fr')).role?.since).toBe('Ces fonctions ont pris fin le 7 juillet 2021. Aujourd’hui : Ambassadeur d’Algérie aux États-Unis, depuis le 30 octobre 2023.');
  });

  it('says former and later plainly', () => {
    expect(tellCard(PERSON, { ...REQUEST, date: '2022-01-01' }, options('ar')).role).toMatchObject({ status: 'former', period: 'سابقا، من 2 أفريل 2019 إلى 7 جويلية 2021' });
    expect(tellCard(PERSON, { ...REQUEST, date: '2018-01-01' }, options('ar')).role).toMatchObject({ status: 'later', period: 'لاحقا، بدءا من 2 أفريل 2019' });
  });

  it('says by when somebody was in office where the start is not known, and no role before', () => {
    const kept = { ...PERSON, terms: [{ ...KEPT_MINISTER, end: null }] };
    const at = (date: string) => tellCard(kept, { ...REQUEST, date }, options('en'));
    expect(at('2025-03-09').role).toMatchObject({ status: 'current', period: 'in office by 16 June 2022' });
    expect(at('2025-03-09').timeline).toMatchObject([{ start: '2022-06-16', end: null, period: 'in office by 16 June 2022' }]);
    expect(at('2020-01-01')).toMatchObject({ role: null, timeline: [{ start: '2022-06-16' }] });
    expect(at('2010-01-01').role).toMatchObject({ status: 'later', period: 'later, in office by 16 June 2022' });
    const over = tellCard({ ...kept, terms: [KEPT_MINISTER] }, { ...REQUEST, date: '2025-03-09' }, options('en'));
    expect(over.role).toMatchObject({ status: 'former', period: 'formerly, from 16 June 2022 at the latest to 1 September 2024' });
    expect(tellRoleLine(kept, '2020-01-01', options('en'))).toBeNull();
  });

  it('says acting, once', () => {
    const card = tellCard(PERSON, { ...REQUEST, date: '2019-12-20' }, options('ar'));
    expect(card.role).toMatchObject({ label: 'وزير أول بالنيابة', acting: true });
    expect(tellCard(PERSON, { ...REQUEST, date: '2019-12-20' }, options('fr')).role?.label).toBe('Premier ministre par intérim');
    const said = { ...PERSON, terms: [term({ start: '2020', acting: true, label: { ar: 'وزير الصحة بالنيابة', en: 'Acting Minister of Health', fr: 'Ministre de la Santé par intérim' } })] };
    expect(tellCard(said, REQUEST, options('ar')).role?.label).toBe('وزير الصحة بالنيابة');
    expect(tellCard(said, REQUEST, options('en')).role?.label).toBe('Acting Minister of Health');
  });

  it('names the country of an office held for another', () => {
    const abroad = { ...PERSON, country: 'US', terms: [term({ start: '2020' })] };
    expect(tellCard(abroad, REQUEST, options('ar')).role?.label).toBe('وزير الشؤون الخارجية (الجزائر)');
  });

  it('says when the article’s date was not found', () => {
    expect(tellCard(PERSON, { ...REQUEST, dateSource: 'today' }, options('ar')).date.note).toMatch(/تاريخ اليوم/);
  });

  it('gives the whole course of offices by day', () => {
    expect(tellCard(PERSON, REQUEST, options('ar')).timeline.map(({ label, start, end }) => [label, start, end])).toEqual([
      ['وزير الشؤون الخارجية', '2019-04-02', '2021-07-07'],
      ['وزير أول بالنيابة', '2019-12-19', '2019-12-28'],
      ['سفير الجزائر لدى الولايات المتحدة', '2023-10-30', null],
    ]);
  });

  it('ties events to the others in the article', () => {
    const fact = { ...PERSON, events: [event('one', '2025-03-08'), event('two', '2024-01-01', [PERSON.id, 'us/person/x'], '2024-01-03')] };
    const { events } = tellCard(fact, { ...REQUEST, cast: [PERSON.id, 'us/person/x'] }, options('ar'));
    expect(events.map(({ id, shared }) => [id, shared])).toEqual([['two', ['اسم us/person/x']], ['one', []]]);
    expect(events[0]!.date).toBe('من 1 جانفي 2024 إلى 3 جانفي 2024');
  });

  it('has nothing to say of offices where none is known', () => {
    const card = tellCard({ ...PERSON, terms: [], wikidata: null }, REQUEST, options('ar'));
    expect(card).toMatchObject({ role: null, timeline: [], verified: null, links: [] });
  });
});

describe('the card of an organization', () => {
  it('tells what it is, its parent and its head at the article’s date', () => {
    const card = tellCard(AFRICOM, { ...REQUEST, entity: AFRICOM.id, as: 'organization' }, options('ar'));
    expect(cardContentSchema.safeParse(card).success).toBe(true);
    expect(card.role).toBeNull();
    expect(card.entity).toMatchObject({ kindLabel: 'قيادة عسكرية', description: 'قيادة قتالية موحدة للقارة الأفريقية · التأسيس: أكتوبر 2007' });
    expect(card.parent?.name).toBe('وزارة الدفاع الأمريكية');
    expect(card.head).toEqual({ id: 'us/person/Michael Langley', name: 'مايكل لانغلي', label: 'قائد أفريكوم' });
  });

  it('charts its highest post, by holder', () => {
    expect(tellCard(AFRICOM, REQUEST, options('ar')).timeline.map(({ label }) => label)).toEqual(['مايكل لانغلي', 'داغفين أندرسون']);
  });

  it('has no head before its first or after its last', () => {
    expect(tellCard(AFRICOM, { ...REQUEST, date: '2015-01-01' }, options('ar')).head).toBeNull();
  });
});

describe('one line on somebody', () => {
  it('is the role at the day', () => {
    expect(tellRoleLine(PERSON, '2025-03-09', options('ar'))).toBe('سفير الجزائر لدى الولايات المتحدة');
    expect(tellRoleLine(PERSON, '2022-01-01', options('ar'))).toBe('وزير الشؤون الخارجية سابقا');
    expect(tellRoleLine(PERSON, '2022-01-01', options('en'))).toBe('former Minister of Foreign Affairs');
    expect(tellRoleLine(AFRICOM, '2025-03-09', options('ar'))).toBe('قائد أفريكوم: مايكل لانغلي');
    expect(tellRoleLine(AFRICOM, '2015-03-09', options('ar'))).toBeNull();
    expect(tellRoleLine({ ...PERSON, terms: [] }, '2015-03-09', options('ar'))).toBeNull();
  });
});

describe('evidence', () => {
  const tell = (language: 'ar' | 'en' | 'fr', ...evidence: Parameters<typeof tellEvidence>[0]) =>
    tellEvidence(evidence, { language, t: t(language), terms: PERSON.terms, nameOf: (id) => (id === 'dz/organization/x' ? { ar: 'وزارة العدل', en: 'Ministry of Justice', fr: 'Ministère de la Justice' } : null) });

  it('has a sentence for every code, with and without detail, in every language', () => {
    for (const language of ['ar', 'en', 'fr'] as const) {
      for (const code of EVIDENCE_CODES) {
        for (const detail of [undefined, '', '3', 'US', 'dz/post/prime-minister', 'كلمة']) {
          const [sentence] = tell(language, { code, detail });
          expect(sentence).toMatch(/\.$/);
          expect(sentence).not.toMatch(/evidence_|\$\d/);
        }
      }
    }
  });

  it('counts paragraphs as people do and names ids', () => {
    expect(tell('ar', { code: 'after-full-name', detail: '1' })).toEqual(['ورد الاسم كاملا قبل ذلك، في الفقرة 2.']);
    expect(tell('ar', { code: 'holder-at-date', detail: 'dz/post/prime-minister' })).toEqual(['شاغل المنصب في تاريخ المقال: وزير أول.']);
    expect(tell('fr', { code: 'conjoined', detail: 'dz/organization/x' })).toEqual(['Joint par « et » à un organisme déjà reconnu : Ministère de la Justice.']);
    expect(tell('en', { code: 'country-named', detail: 'US' })).toEqual(['The country is named beside it: United States.']);
  });

  it('says the same thing once', () => {
    expect(tell('en', { code: 'only-one' }, { code: 'only-one', detail: '' })).toHaveLength(1);
  });
});
