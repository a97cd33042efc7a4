import { fold } from '../arabic/letters';
import { spellings } from '../arabic/variants';
import type { NameEntry, NameType } from '../matching/names';
import { officeSurfaces, ambassadorSurfaces, embassySurfaces } from './offices';
import type { Company, Country, Dataset, Organization, Person } from './schema';

/** Countries whose own people write their names in Arabic: no foreign-sound spellings for those. */
const ARABIC_COUNTRIES = new Set('DZ MA TN LY MR EG SD SA AE QA KW BH OM YE IQ SY LB JO PS EH SO DJ KM'.split(' '));

/** Classes of bodies every country has under the same words: without the country in the name, the context decides. */
const COMMON_BODIES = new Set(['ministry', 'court', 'central-bank', 'government', 'presidency', 'police']);
/** Of these classes a name of three words and more is one country's own («مجلس القيادة الرئاسي»). */
const OWN_WORDS = new Set(['government', 'presidency']);

/** How the whole names of parties begin; what begins otherwise («المؤتمر الوطني») asks for «حزب» or its like beside it. */
const PARTY_HEADS = /^(حزب|حركة|جبهة|تيار|تجمع|التجمع|اتحاد|الاتحاد|ائتلاف|الائتلاف|كتلة|تحالف|جماعة|جمعية|تنسيقية|هيئة|رابطة|منظمة|لجنة|قوى|التيار)( |$)/;

/** How the names of such bodies begin. */
const COMMON_HEADS = /^(وزارة|محكمة|المحكمة|بنك|البنك|مصرف|المصرف|حكومة|الحكومة|رئاسة|الرئاسة|مجلس|المجلس|شرطة|الشرطة|الأمن|ديوان|الديوان|نيابة|النيابة|إدارة|الإدارة)( |$)/;

/** What must stand near a name, by its folded form: goes into the entity's record. */
export type Needs = Map<string, Company>;

/** Everything the index of names is built from; `needs` by entity id. */
export interface Surfaces {
  entries: NameEntry[];
  needs: Map<string, Needs>;
}

/**
 * Every surface form of the dataset, with the spellings outlets use. Targets are places: entities (people, then
 * organizations), posts, countries, in the dataset's own order.
 */
export function collectSurfaces(dataset: Dataset): Surfaces {
  const entries: NameEntry[] = [];
  const needs = new Map<string, Needs>();
  const adjectives = dataset.countries.flatMap((country) => country.adjectives);
  const common = new Set([...dataset.commonWords, ...dataset.cues.verbs, ...dataset.cues.modifiers, ...adjectives].map(fold));
  const given = givenNames(dataset);
  const isWeak = (text: string) => common.has(fold(text));
  const isGiven = (text: string) => given.has(fold(text));
  const isAllCommon = (text: string) => fold(text).split(' ').every((word) => common.has(word));
  const add = (type: NameType, target: number, text: string, more: Partial<NameEntry> = {}) => {
    const clean = cleanName(text);
    if (clean) entries.push({ text: clean, type, target, ...more });
  };
  const addsCommonWord = (text: string, spelling: string) => fold(spelling).split(' ').some((word) => common.has(word) && !fold(text).split(' ').includes(word));
  const need = (id: string, text: string, given: Company | undefined) => {
    if (!given) return false;
    // «موقع الجزيرة», «شبكة الشعب»: before a word these two lead anything.
    const company = isWeak(text) && given.after ? { ...given, after: given.after.filter((word) => !LOOSE_LEADS.has(word)) } : given;
    const of = needs.get(id) ?? new Map<string, Company>();
    needs.set(id, of.set(fold(text), company));
    return true;
  };

  const titles = new Set([...dataset.cues.titles, ...dataset.cues.ranks, 'خادم', 'الحرمين', 'الشريفين'].map(fold).filter((t) => /^ال|^خادم$/.test(t) && !t.includes(' ') && !GIVEN_AND_TITLE.has(t)));
  const heads = headsKnownAlone(dataset, (text) => isWeak(text) || isGiven(text));
  dataset.people.forEach((person, target) => {
    const foreign = !ARABIC_COUNTRIES.has(person.country ?? '');
    const name = (written: string, kind: NameType, company: Company | undefined, alone: boolean, head = false) => {
      const text = withoutTitles(written, titles);
      const type = text === written || text.includes(' ') ? kind : 'person-short';
      for (const { text: spelling, rule } of spellings(text, foreign)) {
        // «غل» is no «كل»: a spelling of ours that makes a common word is none.
        if (rule !== '' && !/\b(?:ibn|dotless-ali)\b/.test(rule) && addsCommonWord(text, spelling)) continue;
        add(type, target, spelling, { needs: need(person.id, spelling, company), alone: alone && !/\b(g|ch)\b/.test(rule), weak: isWeak(spelling), given: isGiven(spelling), head });
      }
    };
    name(person.name.ar, 'person', person.needs, false);
    for (const other of person.other_names) {
      if (other.lang !== 'ar') continue;
      const whole = other.note === 'variant' || other.note === 'alias';
      // One word, however it is noted, is a short form: only its bearer's whole name or a title vouches for it.
      const type = whole && (fold(other.name).includes(' ') || other.alone) ? 'person' : 'person-short';
      name(other.name, type, other.needs, other.alone ?? false, heads.has(`${person.id} ${fold(other.name)}`));
    }
    const surname = unsaidSurname(person);
    // A word or a given name without the article has to be said to be a surname.
    if (surname && !isWeak(surname) && (/^ال/.test(surname) || !isGiven(surname))) name(surname, 'person-short', undefined, false);
    for (const part of [unsaidPatronymic(person), withFather(person), fatherOfSabah(person)]) if (part) name(part, 'person-short', undefined, false);
  });

  const bodies = organizationTypes(dataset, isAllCommon);
  dataset.organizations.forEach((organization, place) => {
    const target = dataset.people.length + place;
    const foreign = !ARABIC_COUNTRIES.has(organization.country ?? '');
    for (const { text, type, company, alone } of bodies.get(organization.id)!) {
      for (const { text: spelling } of spellings(text, foreign)) {
        add(type, target, spelling, { needs: need(organization.id, spelling, company), alone, weak: isWeak(spelling) || ((type === 'organization-short' || (organization.classification === 'company' && !/^(?:بنك|مصرف) /.test(spelling))) && spelling.split(' ').length <= 2 && isAllCommon(spelling)) });
      }
    }
    for (const { text, generic } of embassySurfaces(organization, dataset.countries)) add(generic ? 'organization-generic' : 'organization', target, text);
    // «المركزي»: what every central bank is called once it was named.
    if (organization.classification === 'central-bank') add('organization-short', target, 'المركزي', { weak: true });
    if (organization.classification === 'ministry') {
      // «الخارجية المصرية»: of these two ministries outlets leave the first word out.
      for (const short of ['الخارجية', 'الداخلية']) if ([organization.name.ar, ...organization.other_names.map((o) => o.name)].some((n) => n.startsWith(`وزارة ${short}`) || n === 'وزارة الشؤون ' + short)) add('organization-generic', target, short);
      for (const name of [organization.name.ar, ...organization.other_names.filter((o) => o.lang === 'ar').map((o) => o.name)]) {
        for (const dual of ['وزارتا', 'وزارتي']) if (/^وزارة /.test(name)) add('organization-dual', target, name.replace('وزارة', dual));
      }
    }
  });

  dataset.posts.forEach((post, target) => {
    for (const { text, type } of officeSurfaces(post, dataset.countries)) add(type, target, text);
    for (const { text, type } of ambassadorSurfaces(post, dataset)) add(type, target, text);
  });

  dataset.countries.forEach((country, target) => {
    for (const text of [country.name.ar, ...country.names]) add('country', target, text);
    for (const text of country.adjectives) add('country-adjective', target, text);
    for (const text of country.adjectives_beside) add('country-adjective', target, text, { weak: true });
    for (const text of country.capitals) add('capital', target, text);
  });
  const cues = dataset.cues;
  const lists: [NameType, string[]][] = [
    ['former', cues.former], ['acting', cues.acting], ['elect', cues.elect], ['modifier', cues.modifiers], ['title', cues.titles], ['rank', cues.ranks],
    ['verb', cues.verbs], ['deputy', cues.deputies],
  ];
  for (const [type, words] of lists) words.forEach((word) => add(type, 0, word));
  for (const word of given) add('given', 0, word);
  for (const word of wordsThatLookStripped(dataset.commonWords, entries)) add('word', 0, word);
  return { entries, needs };
}

/** A name as the index can hold it: plain letters and single spaces, other signs for spaces. */
export function cleanName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0640\u064B-\u065F\u0670\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/[^\u0620-\u064A\u0660-\u0669\u0671-\u06D3A-Za-z0-9]+/g, ' ')
    .trim();
}

/** Titles that are given names too («السيد القصير»). */
const GIVEN_AND_TITLE = new Set(['السيد', 'الحاج'].map(fold));

/** The name behind its titles («الملك محمد السادس»): the mark covers the name alone. */
function withoutTitles(text: string, titles: ReadonlySet<string>): string {
  const words = text.split(' ');
  const from = words.findIndex((word) => !titles.has(fold(word)));
  return from <= 0 ? text : words.slice(from).join(' ');
}

/** Shortest last word of a name that is taken for a surname. */
const SURNAME_LETTERS = 4;

/** The last word of a name whose entry says no surname or short form: it stands alone once the whole name was given. Null for the houses of the Gulf. */
function unsaidSurname({ name, other_names }: Person): string | null {
  const words = name.ar.split(' ');
  // «محمد الأحمد» is no surname of محمد طه الأحمد.
  if (other_names.some((other) => other.lang === 'ar' && (other.note === 'surname' || (other.note === 'short' && !other.name.startsWith(`${words[0]} `))))) return null;
  // «عبد الغني»: half of it is no name.
  const last = words.length > 2 && HALVES.test(words.at(-2)!) ? words.slice(-2).join(' ') : words.at(-1)!;
  return words.length < 2 || ORDINAL.test(last) || HALVES.test(words.at(-2)!) === !last.includes(' ') || last.length < SURNAME_LETTERS || words.includes('آل') || words.includes('بن') ? null : last;
}

/** «بن فرحان», «ولد سيد المختار»: what stands for a name told by the father's. Null where the entry says one, or it is not told so. */
function unsaidPatronymic({ name, other_names }: Person): string | null {
  const words = name.ar.split(' ');
  const at = Math.max(words.lastIndexOf('بن'), words.lastIndexOf('ولد'));
  if (at < 1 || at === words.length - 1 || other_names.some(({ lang, name: other }) => lang === 'ar' && other.startsWith(`${words[at]} `))) return null;
  const house = words.indexOf('آل');
  return words.slice(at, house > at + 1 ? house : undefined).join(' ');
}

/** «عبدالعزيز بن تركي» الفيصل: given name and father's, of a name that goes on; null where the entry says it. */
function withFather({ name, other_names }: Person): string | null {
  const words = name.ar.split(' ');
  const at = words.indexOf('بن');
  const end = at + (HALVES.test(words[at + 1] ?? '') ? 3 : 2);
  if (at < 1 || end >= words.length) return null;
  const part = words.slice(0, end).join(' ');
  return other_names.some((other) => other.lang === 'ar' && other.name === part) ? null : part;
}

/** «المبارك» of جابر المبارك الحمد الصباح: Kuwait's ruling house goes by the father's name. */
function fatherOfSabah({ name, other_names }: Person): string | null {
  const words = name.ar.split(' ');
  const father = words.length > 2 && words.at(-1) === 'الصباح' ? words.find((word, i) => i > 0 && /^ال...+/.test(word)) : undefined;
  // Of half the house.
  return !father || /^(?:الصباح|الأحمد|الجابر)$/.test(father) || other_names.some((other) => other.lang === 'ar' && other.name === father) ? null : father;
}

/** Words that with the next one make one name. */
const HALVES = /^(?:عبد|[أا]بو|[أا]بي|[أا]بن|[أا]م)$/;
/** «محمد السادس» */
const ORDINAL = /^(?:الأول|الاول|الأولى|الثاني|الثانية|الثالث|الرابع|الخامس|السادس|السابع|الثامن)$/;

/** «الزعفراني», «العثماني»: a surname that is an adjective by its form. */
const NISBA = /^ال.+ي$/;

/** Words that lead media's names, and much else. */
const LOOSE_LEADS = new Set(['موقع', 'شبكة']);

/** Shortest surname that tells a head of state or government without the rest of the name. */
const TELLING_LETTERS = 5;

/** Surnames of heads of state and government that nobody else in the dataset bears: readers know whom they mean. */
function headsKnownAlone(dataset: Dataset, isWeak: (text: string) => boolean): Set<string> {
  const leaders = new Set(dataset.posts.filter((post) => /^head-of/.test(post.rank)).flatMap((post) => post.holders.map((h) => h.person)));
  const bearers = new Map<string, Set<string>>();
  for (const { id, other_names } of dataset.people) {
    for (const { name, note } of other_names) if (note === 'surname') bearers.set(fold(name), (bearers.get(fold(name)) ?? new Set()).add(id));
  }
  const telling = [...bearers].filter(([name, ids]) => ids.size === 1 && leaders.has([...ids][0]!) && name.replace(/^ال/, '').length >= TELLING_LETTERS && !NISBA.test(name) && !isWeak(name));
  return new Set(telling.map(([name, ids]) => `${[...ids][0]} ${name}`));
}

function givenNames(dataset: Dataset): Set<string> {
  const counts = new Map<string, number>();
  for (const { name } of dataset.people) {
    const words = fold(name.ar).split(' ');
    if (words.length > 1 && words[0]!.length > 2) counts.set(words[0]!, (counts.get(words[0]!) ?? 0) + 1);
  }
  const common = new Set(dataset.commonWords.map(fold));
  const seen = [...counts].filter(([word, count]) => count >= 2 && !common.has(word)).map(([word]) => word);
  return new Set([...dataset.cues.given_names.map(fold), ...seen]);
}

interface BodyName {
  text: string;
  type: NameType;
  company: Company | undefined;
  alone: boolean;
}

/** Each organization's names with their type; what bodies of two countries are called is generic for all of them. */
function organizationTypes(dataset: Dataset, isAllCommon: (text: string) => boolean): Map<string, BodyName[]> {
  const all = new Map<string, BodyName[]>();
  const bearers = new Map<string, Set<string>>();
  const countryWords = dataset.countries.map((country) => ({ code: country.code, words: countryForms(country) }));
  for (const organization of dataset.organizations) {
    const names: BodyName[] = [{ text: organization.name.ar, type: wholeType(organization, organization.name.ar, countryWords), company: organization.needs, alone: false }];
    for (const { name, lang, note, needs, alone = false } of organization.other_names) {
      if (lang !== 'ar') continue;
      const bare = note !== 'acronym' && !alone && /^(party|movement)$/.test(organization.classification) && !PARTY_HEADS.test(name) && isAllCommon(name);
      const type = note === 'generic' ? 'organization-generic' : bare ? 'organization-short' : (note === 'short' || note === 'surname') && !alone && (!name.includes(' ') || isAllCommon(name)) ? 'organization-short' : wholeType(organization, name, countryWords);
      names.push({ text: name, type, company: needs, alone });
    }
    names.push(...withoutCountry(organization, names, countryWords));
    all.set(organization.id, names.filter(({ text }) => !isWhoeverGoverns(organization, text, countryWords)));
    for (const { text } of names) {
      const key = fold(text);
      bearers.set(key, (bearers.get(key) ?? new Set()).add(organization.id));
    }
  }
  const countryOf = new Map(dataset.organizations.map((o) => [o.id, o.country]));
  for (const names of all.values()) {
    for (const name of names) {
      const bearing = [...(bearers.get(fold(name.text)) ?? [])];
      if (new Set(bearing.map((id) => countryOf.get(id))).size > 1) name.type = 'organization-generic';
    }
  }
  return all;
}

/** «الحكومة اليمنية», «حكومة دولة الإمارات»: no name of a body, only whose government; «حكومة الوحدة الوطنية» is one. */
function isWhoeverGoverns(organization: Organization, text: string, countries: { code: string; words: Set<string> }[]): boolean {
  if (organization.classification !== 'government') return false;
  const own = countries.find((country) => country.code === organization.country)?.words;
  const [head, ...rest] = fold(text).split(' ');
  return /^(?:ال)?حكومه$/.test(head!) && rest.length > 0 && rest.every((word) => own?.has(word) || /^(?:دوله|جمهوريه|المملكه|مملكه|سلطنه)$/.test(word));
}

/** Classes whose bodies outlets at home name without the country («حزب الشعب» الفلسطيني). */
const SAID_AT_HOME = /^(party|movement|union)$/;

/** The names that end in the country's adjective, without it: whose they are then is told by the context. */
function withoutCountry(organization: Organization, names: readonly BodyName[], countries: { code: string; words: Set<string> }[]): BodyName[] {
  const own = countries.find((country) => country.code === organization.country)?.words;
  if (!own || !SAID_AT_HOME.test(organization.classification)) return [];
  const said = new Set(names.map(({ text }) => fold(text)));
  const made = new Map<string, BodyName>();
  for (const { text, type, company } of names) {
    const words = text.split(' ');
    const rest = words.slice(0, -1).join(' ');
    if (type !== 'organization' || company || words.length < 3 || !own.has(fold(words.at(-1)!)) || said.has(fold(rest))) continue;
    made.set(fold(rest), { text: rest, type: 'organization-generic', company: undefined, alone: false });
  }
  return [...made.values()];
}

function wholeType(organization: Organization, name: string, countries: { code: string; words: Set<string> }[]): NameType {
  if (!COMMON_BODIES.has(organization.classification) || !COMMON_HEADS.test(name)) return 'organization';
  if (OWN_WORDS.has(organization.classification) && name.split(' ').length > 2) return 'organization';
  // «محكمة العدل الدولية» is no country's.
  if (organization.country === null) return 'organization';
  const own = countries.find((c) => c.code === organization.country)?.words;
  const named = fold(name).split(' ').some((word) => own?.has(word) || own?.has(word.replace(/^(?:ب|ل|لل)/, '')));
  return named ? 'organization' : 'organization-generic';
}

/** Folded single words that name a country: names without a space, adjectives. */
export function countryForms(country: Country): Set<string> {
  return new Set([country.name.ar, ...country.names, ...country.adjectives].map(fold).flatMap((form) => (form.includes(' ') ? [] : [form])));
}

const CLITICS = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل', 'فك'];

/** Common words that would read as clitic + a name of one word: «لصالح» is no mention of صالح. */
function wordsThatLookStripped(commonWords: readonly string[], entries: readonly NameEntry[]): string[] {
  const single = new Set(entries.filter((e) => /^(person|organization)/.test(e.type) && !e.text.includes(' ')).map((e) => fold(e.text)));
  const common = new Set(commonWords.map(fold));
  // A name that is a common word itself («حماس») asks for company anyway.
  const bars = (rest: string) => single.has(rest) && !common.has(rest);
  return commonWords.filter((word) => {
    const letters = fold(word);
    if (single.has(letters)) return false;
    return CLITICS.some((clitic) => {
      if (!letters.startsWith(clitic)) return false;
      const rest = letters.slice(clitic.length);
      return bars(rest) || (clitic.endsWith('ل') && rest.startsWith('ل') && bars(`ا${rest}`));
    });
  });
}

/** Used by checks: every Arabic form of a person or organization as written in the sources. */
export function writtenForms(entity: Person | Organization): string[] {
  return [entity.name.ar, ...entity.other_names.filter((o) => o.lang === 'ar').map((o) => o.name)];
}
