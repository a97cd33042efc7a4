import type { Country, Dataset } from '../../utils/dataset/schema';

/** English names compare without case, diacritics, hyphens and the article al-/el-; spaces do not count either. */
export function englishKey(name: string): string {
  return words(name).join('');
}

function words(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`".,()]/g, ' ')
    .replace(/&/g, ' and ')
    .split(/[\s\-–/]+/)
    .filter((word) => word && word !== 'al' && word !== 'el' && word !== 'the');
}

/** The names that «Name (Other name)» joins; none where there are no brackets. */
function withoutBrackets(name: string): string[] {
  const parts = /^(.+?)\s*\(([^()]+)\)$/.exec(name);
  return parts ? [parts[1]!, parts[2]!] : [];
}

/** Links between the parts of an Arabic name that romanizations leave out as they like. */
const LINKS = new Set(['bin', 'ibn', 'ben', 'bint']);

const ROMANIZED: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|ch/g, 'S'], [/kh/g, 'X'], [/ph/g, 'f'], [/dj|g(?!h)/g, 'j'], [/gh/g, 'G'], [/dh/g, 'd'], [/th/g, 't'],
  [/q|ck|c(?=[aouklrt])/g, 'k'], [/c/g, 's'], [/x/g, 'ks'], [/h$/, ''],
  // What a word begins with stays, and an ending «-i»; between consonants vowels are written as one likes.
  [/^[aeiou]+/, 'V'], [/[iy]+$/, 'I'], [/(?!^)[aeiouyw]/g, ''], [/(.)\1+/g, '$1'],
];
/** Shorter than this, two names that sound alike are too often two people's. */
const MIN_CONSONANTS = 4;

/**
 * What the romanizations of one Arabic name have in common: the consonants of each word («Ouchane», «Ouchene»; «Dbeibah»,
 * «Dbeibeh»). Empty where that says too little.
 */
export function romanizedWords(name: string): string[] {
  const joined = words(name).join(' ').replace(/\babd(?:[uea]l|oul|)[ ]?(?=[a-z])/g, 'abd');
  const sounds = joined.split(' ').filter((word) => !LINKS.has(word)).map((word) => ROMANIZED.reduce((text, [pattern, letter]) => text.replace(pattern, letter), word));
  return sounds.length < 2 || sounds.join('').length < MIN_CONSONANTS ? [] : sounds;
}

/** «Ould», as it sounds: without it a name is another. */
const OULD = 'Vld';

/** Whether two names' words sound alike: the first and the last ones, and all of the shorter name among those of the longer. */
function soundAlike(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  return shorter[0] === longer[0] && shorter.at(-1) === longer.at(-1) && shorter.includes(OULD) === longer.includes(OULD) && shorter.every((word) => longer.includes(word));
}

/** Spellings of the one word. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [[/defense/, 'defence'], [/organiz/, 'organis'], [/stabiliz/, 'stabilis'], [/labor$/, 'labour'], [/center/, 'centre'], [/programme/, 'program']];

/** Demonyms that do not follow from the country's name. */
const DEMONYMS: Record<string, string[]> = {
  DZ: ['algerian'], MA: ['moroccan'], TN: ['tunisian'], LY: ['libyan'], MR: ['mauritanian'], EG: ['egyptian'], SD: ['sudanese'], SA: ['saudi'], AE: ['emirati', 'uae'],
  QA: ['qatari'], KW: ['kuwaiti'], BH: ['bahraini'], OM: ['omani'], YE: ['yemeni'], IQ: ['iraqi'], SY: ['syrian'], LB: ['lebanese'], JO: ['jordanian'], PS: ['palestinian'],
  IL: ['israeli'], IR: ['iranian'], TR: ['turkish'], US: ['american', 'us', 'usa'], FR: ['french'], GB: ['british', 'uk'], DE: ['german'], IT: ['italian'], ES: ['spanish'],
  RU: ['russian'], CN: ['chinese'], ML: ['malian'], NE: ['nigerien'], BF: ['burkinabe'], TD: ['chadian'], UA: ['ukrainian'],
  SO: ['somali'], ET: ['ethiopian'], ER: ['eritrean'], KE: ['kenyan'], SS: ['southsudanese'], EH: ['sahrawi'], IN: ['indian'], PK: ['pakistani'], JP: ['japanese'], BR: ['brazilian'], BE: ['belgian'],
  ZA: ['southafrican'], KP: ['northkorean'], VE: ['venezuelan'], NG: ['nigerian'], PL: ['polish'], NL: ['dutch'], GR: ['greek'], CH: ['swiss'], SE: ['swedish'], NO: ['norwegian'],
};
const FILLERS = new Set(['of', 'for', 'and', 'in', 's', 'republic', 'kingdom', 'state']);

/** «Sport» and «sports», «affair» and «affairs» tell no body from another. */
function singular(word: string): string {
  return word.length > 4 ? word.replace(/(?<!s)s$/, '') : word;
}

/** Finds entities by English names: persons by their names, bodies also with the country said another way. */
export class EnglishNames {
  private readonly byKey = new Map<string, Set<string>>();
  private readonly bodies = new Map<string, { id: string; country: string | null }[]>();
  private readonly countryWords = new Map<string, string>();
  /** By the sound of the last word. */
  private readonly bySound = new Map<string, { id: string; sounds: string[] }[]>();

  constructor(dataset: Dataset) {
    dataset.countries.forEach((country) => this.addCountry(country));
    const add = (name: string, id: string) => {
      const key = englishKey(name);
      this.byKey.set(key, (this.byKey.get(key) ?? new Set()).add(id));
    };
    for (const entity of [...dataset.people, ...dataset.organizations]) {
      const names = [entity.name.en, entity.name.fr, ...entity.other_names.filter((o) => o.lang !== 'ar' && o.note !== 'surname' && o.note !== 'short').map((o) => o.name)];
      for (const name of names) if (name) add(name, entity.id);
      if (!('classification' in entity)) {
        for (const name of names) {
          const sounds = name ? romanizedWords(name) : [];
          const last = sounds.at(-1);
          if (last) this.bySound.set(last, [...(this.bySound.get(last) ?? []), { id: entity.id, sounds }]);
        }
        continue;
      }
      for (const name of names.flatMap((name) => (name ? [name, ...this.apart(name)] : []))) {
        const { core } = this.split(name);
        const list = this.bodies.get(core) ?? [];
        list.push({ id: entity.id, country: entity.country });
        this.bodies.set(core, list);
      }
    }
  }

  private addCountry(country: Country): void {
    for (const word of [englishKey(country.name.en), ...(DEMONYMS[country.code] ?? [])]) this.countryWords.set(word, country.code);
    this.countryWords.set('unitedstates', 'US');
    this.countryWords.set('unitedarabemirates', 'AE');
    this.countryWords.set('unitedkingdom', 'GB');
  }

  /** A body's name without its country, and the country it said. */
  private split(name: string): { core: string; country: string | null } {
    const parts = words(name);
    let country: string | null = null;
    const kept: string[] = [];
    for (let i = 0; i < parts.length; i++) {
      const three = this.countryWords.get(parts.slice(i, i + 3).join(''));
      const two = this.countryWords.get(parts.slice(i, i + 2).join(''));
      const one = this.countryWords.get(parts[i]!);
      if (three ?? two ?? one) {
        country = (three ?? two ?? one)!;
        i += three ? 2 : two ? 1 : 0;
      } else if (!FILLERS.has(parts[i]!)) kept.push(singular(SPELLINGS.reduce((word, [pattern, spelling]) => word.replace(pattern, spelling), parts[i]!)));
    }
    return { core: kept.sort().join(' '), country };
  }

  /**
   * Ids of everybody a gold name may mean; `home` is the country of a body whose name says none. What brackets add that is no
   * country («Heart of Tunisia (Qalb Tounes)») is another name of the same: one of the two is enough.
   */
  find(kind: 'P' | 'O' | 'T', name: string, home: string | null): Set<string> {
    for (const form of [name, ...this.apart(name)]) {
      const found = this.findForm(kind, form, home);
      if (found.size > 0) return found;
    }
    return new Set();
  }

  /** The two names that brackets join; none where they tell the country. */
  private apart(name: string): string[] {
    const parts = withoutBrackets(name);
    return parts[1] && this.split(parts[1]).country ? [] : parts;
  }

  private findForm(kind: 'P' | 'O' | 'T', name: string, home: string | null): Set<string> {
    const exact = this.byKey.get(englishKey(name)) ?? new Set<string>();
    const wanted = kind === 'O' ? 'organization' : 'person';
    const found = new Set([...exact].filter((id) => id.includes(`/${wanted}/`)));
    if (kind !== 'O') {
      if (found.size > 0) return found;
      // An Arabic name has many romanizations: one that a single person's name has in common is that person's.
      const sounds = romanizedWords(name);
      const alike = new Set((this.bySound.get(sounds.at(-1) ?? '') ?? []).filter((other) => soundAlike(sounds, other.sounds)).map(({ id }) => id));
      return alike.size === 1 ? alike : found;
    }
    const { core, country } = this.split(name);
    const same = core === '' ? [] : (this.bodies.get(core) ?? []);
    const where = country ?? home;
    const there = same.filter((body) => body.country === where);
    for (const { id } of there.length > 0 ? there : country ? [] : same) found.add(id);
    if (country) for (const { id } of same.filter((body) => body.country === null && found.size === 0)) found.add(id);
    return found;
  }
}
