import { noDrafts, withoutBlanks, type Drafts, type EntryKind, type Origin } from './drafts';
import { MULTILINGUAL } from './popolo';

type Properties = Record<string, unknown>;
const isObject = (value: unknown): value is Properties => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** What the reading knows beside the file itself. */
export interface PopoloContext {
  /** Folder under which sources without a key of ours are filed. */
  folder: string;
  /** The day of the import, YYYY-MM-DD: when sources without their own `seen` were seen. */
  today: string;
}

/**
 * Reads Popolo JSON, the export's own or another's. Another's main names may be Latin: the Arabic one is then looked
 * for among the other names. What the source format asks for and the file lacks, the merge refuses by name.
 * @param file its name, for messages
 */
export function readPopolo(file: string, text: string, context: PopoloContext): Drafts {
  const drafts = noDrafts();
  const refuse = (row: string, field: string, value: unknown, reason: string) => drafts.refusals.push({ file, row, field, value, reason });
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    refuse('1', '', undefined, `not JSON: ${(error as Error).message}`);
    return drafts;
  }
  if (!isObject(root)) {
    refuse('1', '', undefined, 'must be an object with persons, organizations, posts, memberships or events');
    return drafts;
  }
  const sources = new SourceReader(drafts, context);
  const readers: Record<string, (item: Properties, origin: Origin) => void> = {
    persons: (item, origin) => readNamed('people', item, origin, drafts, sources, { different_from: item.different_from }),
    organizations: (item, origin) =>
      readNamed('organizations', item, origin, drafts, sources, {
        classification: item.classification, parent: item.parent_id, accredited_to: item.accredited_to, founding_date: item.founding_date,
        dissolution_date: item.dissolution_date, description: item.descriptions, sources: sources.read(item.sources, origin),
      }),
    posts: (item, origin) => {
      const { label, labels, organization_id, ...rest } = item;
      drafts.entries.push({ ...origin, kind: 'posts', value: withoutBlanks({ ...known(rest, POST_KEYS), country: item.country ?? null, label: labels ?? { ar: label }, organization: organization_id }) });
    },
    memberships: (item, origin) => {
      if (typeof item.post_id !== 'string') return refuse(origin.row, 'post_id', item.post_id, 'a membership without a post says no office');
      const value = { ...known(item, TERM_KEYS), person: item.person_id, label: item.labels, sources: sources.read(item.sources, origin) };
      drafts.items.push({ ...origin, key: 'holders', of: item.post_id, value: withoutBlanks(value) });
    },
    events: (item, origin) => {
      const { id, classification, start_date, end_date, name, names, description, descriptions, location, locations, attendees } = item;
      const value = {
        id, classification, start_date, end_date, title: names ?? { ar: name }, summary: descriptions ?? { ar: description },
        place: locations ?? (location === undefined ? undefined : { ar: location }), sources: sources.read(item.sources, origin),
      };
      drafts.entries.push({ ...origin, kind: 'events', value: withoutBlanks(value) });
      list(attendees).forEach((attendee, i) => {
        const row = `${origin.row}.attendees[${i}]`;
        if (!isObject(attendee)) return refuse(row, '', attendee, 'must be an object');
        drafts.items.push({ file, row, key: 'participants', of: String(id ?? ''), value: withoutBlanks({ entity: attendee.id, part: attendee.parts }) });
      });
    },
  };
  for (const [key, value] of Object.entries(root)) {
    const read = readers[key];
    if (!read) {
      refuse(key, '', undefined, 'Popolo classes read here are persons, organizations, posts, memberships and events');
    } else if (!Array.isArray(value)) {
      refuse(key, '', value, 'must be a list');
    } else {
      value.forEach((item: unknown, i) => (isObject(item) ? read(item, { file, row: `${key}[${i}]` }) : refuse(`${key}[${i}]`, '', item, 'must be an object')));
      for (const [field, count] of unread(key, value)) refuse(`${key}[*]`, field, undefined, `not read: the source format does not hold it (${count} of ${value.length} have it)`);
    }
  }
  return drafts;
}

/** Properties of each class that are read, or that repeat what another one says (`role`, the membership's organization). */
const PROPERTIES: Record<string, readonly string[]> = {
  persons: ['id', 'name', 'other_names', 'country', 'needs', 'different_from', 'identifiers'],
  organizations: [
    'id', 'name', 'other_names', 'country', 'needs', 'identifiers', 'classification', 'parent_id', 'accredited_to', 'founding_date', 'dissolution_date',
    'descriptions', 'sources',
  ],
  posts: ['id', 'label', 'labels', 'organization_id', 'country', 'wordings', 'distinct', 'rank', 'accredited_to', 'seats', 'irregular'],
  memberships: ['person_id', 'post_id', 'organization_id', 'role', 'labels', 'start_date', 'start_qualifier', 'end_date', 'acting', 'verified_on', 'note', 'sources'],
  events: [
    'id', 'classification', 'start_date', 'end_date', 'name', 'names', 'description', 'descriptions', 'location', 'locations', 'attendees', 'sources',
  ],
};

function unread(key: string, items: readonly unknown[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items.filter(isObject)) {
    for (const field of Object.keys(item)) if (!PROPERTIES[key]!.includes(field)) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return counts;
}

const POST_KEYS = ['id', 'wordings', 'distinct', 'rank', 'accredited_to', 'seats', 'irregular'];
const TERM_KEYS = ['start_date', 'start_qualifier', 'end_date', 'acting', 'verified_on', 'note'];

function known(item: Properties, keys: readonly string[]): Properties {
  return Object.fromEntries(keys.map((key) => [key, item[key]]));
}

function readNamed(kind: EntryKind, item: Properties, origin: Origin, drafts: Drafts, sources: SourceReader, more: Properties): void {
  const others = list(item.other_names).filter(isObject);
  const translation = (lang: string) => others.find((other) => other.lang === lang && other.note === MULTILINGUAL)?.name;
  // The main name is the Arabic one in the export; in others' files it is what its letters say.
  const isArabic = translation('en') !== undefined || /[\u0620-\u064A]/.test(String(item.name));
  const name = withoutBlanks({ ar: translation('ar') ?? (isArabic ? item.name : undefined), en: translation('en') ?? (isArabic ? undefined : item.name), fr: translation('fr') });
  const identifier = list(item.identifiers).filter(isObject).find((i) => i.scheme === 'wikidata');
  const cited = identifier ? sources.read(identifier.sources, origin)[0] : undefined;
  const wikidata = identifier ? withoutBlanks({ id: identifier.identifier, source: cited }) : undefined;
  drafts.entries.push({ ...origin, kind, value: withoutBlanks({ id: item.id, name, country: item.country ?? null, needs: item.needs, wikidata, ...more }) });
  others.forEach((other, i) => {
    if (other.note === MULTILINGUAL) return;
    drafts.items.push({ file: origin.file, row: `${origin.row}.other_names[${i}]`, key: 'other_names', of: String(item.id ?? ''), value: withoutBlanks(known(other, ['name', 'lang', 'note', 'alone', 'needs'])) });
  });
}

/** Turns links into source drafts, each once, and gives their keys. */
class SourceReader {
  private readonly seen = new Map<string, string>();
  constructor(
    private readonly drafts: Drafts,
    private readonly context: PopoloContext,
  ) {}

  /** Keys of the links of one item. */
  read(links: unknown, origin: Origin): string[] {
    return list(links).flatMap((link) => {
      if (!isObject(link) || typeof link.url !== 'string') {
        this.drafts.refusals.push({ ...origin, field: 'sources', value: link, reason: 'a source is an object with a url' });
        return [];
      }
      const { url, note, published, seen = this.context.today, official } = link;
      const key = typeof link.id === 'string' ? link.id : this.keyOf(url);
      // The same key with another page behind it is a row of its own: the merge says so.
      const mark = JSON.stringify([key, url]);
      if (!this.seen.has(mark)) {
        this.seen.set(mark, key);
        this.drafts.sources.push({ ...origin, key, value: withoutBlanks({ url, publisher: note ?? host(url), published, seen, official }) });
      }
      return [key];
    });
  }

  private keyOf(url: string): string {
    const before = this.seen.get(url);
    if (before) return before;
    const base = `${this.context.folder}:${host(url).replace(/^www\./, '').replace(/[^a-z0-9]+/g, '-') || 'page'}`;
    const taken = new Set(this.seen.values());
    let key = `${base}-1`;
    for (let n = 2; taken.has(key); n++) key = `${base}-${n}`;
    this.seen.set(url, key);
    return key;
  }
}

function host(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
