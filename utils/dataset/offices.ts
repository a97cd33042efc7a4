import { fold } from '../arabic/letters';
import type { NameType } from '../matching/names';
import type { Country, Dataset, Organization, Post } from './schema';

/** Wordings of offices that follow from one another: feminine, dual, construct, and everything an ambassador is called. */

interface OfficeSurface {
  text: string;
  type: NameType;
}

const FEMININE: Record<string, string> = { وزير: 'وزيرة', الوزير: 'الوزيرة', رئيس: 'رئيسة', الرئيس: 'الرئيسة', مدير: 'مديرة', محافظ: 'محافظة', مندوب: 'مندوبة', مستشار: 'مستشارة', المستشار: 'المستشارة' };
const feminine = (text: string) => {
  const [head = '', ...rest] = text.split(' ');
  return FEMININE[head] ? [[FEMININE[head], ...rest].join(' ')] : [];
};

/** «وزير الخارجية» and «وزير الشؤون الخارجية» with a country behind: «وزير خارجية الجزائر». */
function construct(text: string): string[] {
  const words = text.split(' ');
  const last = words[words.length - 1]!;
  return words.length === 2 && last.startsWith('ال') && last.length > 4 ? [`${words[0]} ${last.slice(2)}`] : [];
}

function dual(text: string): string[] {
  return /^وزير (?!دولة)/.test(text) ? [text.replace(/^وزير/, 'وزيرا'), text.replace(/^وزير/, 'وزيري'), text.replace(/^وزير/, 'وزراء')] : [];
}

/** One-word wordings a head of state goes by, by the first word of the post's label. */
const HEADS: Record<string, { alone: string[]; construct: string[] }> = {
  رئيس: { alone: ['الرئيس'], construct: ['رئيس'] },
  ملك: { alone: ['الملك', 'العاهل'], construct: ['ملك', 'عاهل'] },
  أمير: { alone: ['الأمير'], construct: ['أمير'] },
  سلطان: { alone: ['السلطان'], construct: ['سلطان'] },
};

const HONORIFIC = /^(?:صاحب السمو الملكي|صاحبة السمو الملكي|صاحب السمو|صاحب الجلالة|صاحب الفخامة|سمو|جلالة|فخامة|معالي|سعادة|سيادة) (?=\S)/;

/** The office without what its holder is honoured by: «سمو ولي العهد» is said of every country's. */
function withoutHonorifics(text: string): string {
  return text.replace(HONORIFIC, '');
}

/** Every wording of a post, but for ambassadors' (see {@link ambassadorSurfaces}). */
export function officeSurfaces(post: Post, countries: readonly Country[]): OfficeSurface[] {
  const found: OfficeSurface[] = [];
  const own = countries.find((c) => c.code === post.country);
  const names = own ? [own.name.ar, ...own.names].map(fold) : [];
  const adjectives = own ? own.adjectives.map(fold) : [];
  const bearsCountry = (text: string) => {
    const padded = ` ${fold(text)} `;
    return [...names, ...adjectives].some((form) => padded.includes(` ${form} `) || padded.includes(` ل${form} `) || padded.includes(` ب${form} `));
  };
  const add = (type: NameType, text: string) => found.push({ type, text });
  const wordings = [...new Set([post.label.ar, ...post.wordings].map(withoutHonorifics))];
  // A post of no country is told by its words alone, if they are more than «الأمين العام».
  for (const text of wordings) {
    const isDistinct = bearsCountry(text) || (post.country === null && text === post.label.ar && text.split(' ').length > 2);
    for (const form of [text, ...feminine(text)]) add(isDistinct ? 'office-distinct' : 'office', form);
    if (isDistinct || post.country === null) continue;
    for (const form of [text, ...feminine(text)]) construct(form).forEach((made) => add('office-construct', made));
    dual(text).forEach((made) => add('office-dual', made));
  }
  for (const text of post.distinct.map(withoutHonorifics)) for (const form of [text, ...feminine(text)]) add('office-distinct', form);
  if (post.rank === 'head-of-state') {
    const head = HEADS[post.label.ar.split(' ')[0]!] ?? HEADS[post.wordings[0]?.split(' ')[0] ?? ''];
    // No feminine: «الرئيسة» is first an adjective («الأسباب الرئيسة»).
    head?.alone.forEach((text) => add('office', text));
    // «الرئيسين المصري والتركي»
    if (head?.alone[0] === 'الرئيس') for (const text of ['الرئيسان', 'الرئيسين']) add('office-dual', text);
    head?.construct.forEach((text) => [text, ...feminine(text)].forEach((form) => add('office-construct', form)));
  }
  if (post.rank === 'ambassador') {
    for (const text of ['السفير', 'السفيرة']) add('office', text);
    for (const text of ['سفير', 'سفيرة']) add('office-construct', text);
  }
  return found;
}

const masculine = (country: Country) => country.adjectives.filter((a) => a.startsWith('ال') && !/(ة|ين|ون)$/.test(a));
const feminineOf = (country: Country) => country.adjectives.filter((a) => a.startsWith('ال') && a.endsWith('ة'));
const namesOf = (country: Country) => [country.name.ar, ...country.names];

/** «في واشنطن», «لدى الولايات المتحدة», «بواشنطن», ... */
function inPlace(places: readonly string[], prepositions: readonly string[]): string[] {
  return places.flatMap((place) => [...prepositions.map((p) => `${p} ${place}`), `ب${place}`]);
}

/** What an ambassador is called, from the sending country and the place: «سفير الجزائر لدى واشنطن», «السفير الجزائري بباريس»; «سفير المملكة لدى طهران» is home's. */
export function ambassadorSurfaces(post: Post, dataset: Dataset): OfficeSurface[] {
  if (post.rank !== 'ambassador' || !post.accredited_to) return [];
  const from = dataset.countries.find((c) => c.code === post.country);
  const places = placesOf(post.accredited_to, dataset);
  if (!from || places.length === 0) return [];
  const where = inPlace(places, ['لدى', 'في', 'إلى']);
  const host = dataset.countries.find((c) => c.code === post.accredited_to);
  const atHome = inPlace(host?.at_home ?? [], ['لدى']);
  const ofHome = from.at_home.flatMap((name) => [`سفير ${name}`, `سفيرة ${name}`]);
  const heads = [
    ...[...namesOf(from), ...from.sovereigns].flatMap((name) => [`سفير ${name}`, `سفيرة ${name}`]),
    ...masculine(from).map((adjective) => `السفير ${adjective}`),
    ...feminineOf(from).map((adjective) => `السفيرة ${adjective}`),
  ];
  const told = (all: readonly string[], places: readonly string[], type: NameType) => all.flatMap((head) => places.map((place) => ({ text: `${head} ${place}`, type })));
  return [...told(heads, where, 'office-distinct'), ...told(ofHome, where, 'office'), ...told(heads, atHome, 'office')];
}

function placesOf(accredited: string, dataset: Dataset): string[] {
  const country = dataset.countries.find((c) => c.code === accredited);
  if (country) return [...namesOf(country), ...country.capitals];
  const body = dataset.organizations.find((o) => o.id === accredited);
  return body ? [body.name.ar] : [];
}

/**
 * What an embassy is called. Without the sending country («السفارة بواشنطن») the context tells whose it is, without the place
 * («السفارة الأمريكية») which one.
 */
export function embassySurfaces(organization: Organization, countries: readonly Country[]): { text: string; generic: boolean }[] {
  const from = countries.find((c) => c.code === organization.country);
  const host = countries.find((c) => c.code === organization.accredited_to);
  if (organization.classification !== 'embassy' || !from || !host) return [];
  const where = inPlace([...namesOf(host), ...host.capitals], ['في', 'لدى']);
  const whole = [...namesOf(from).map((name) => `سفارة ${name}`), ...feminineOf(from).map((adjective) => `السفارة ${adjective}`)];
  return [
    ...whole.flatMap((head) => where.map((place) => ({ text: `${head} ${place}`, generic: false }))),
    ...[...whole, ...where.map((place) => `السفارة ${place}`)].map((text) => ({ text, generic: true })),
  ];
}
