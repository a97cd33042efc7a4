import type { z } from 'zod';
import { slugOf } from '../../utils/dataset/exchange/merge';
import {
  CLASSIFICATIONS, EVENT_CLASSIFICATIONS, NAME_NOTES, RANKS, eventSchema, holderSchema, organizationSchema, personSchema, postSchema, sourceSchema, type Dataset, type Source,
} from '../../utils/dataset/schema';
import type { Answer, Prompt } from './prompt';

/** Reads an answer by a part of the schema; its message is the reason for refusing one. */
export function by<T>(schema: z.ZodType<T>): (answer: string) => Answer<T> {
  return (answer) => {
    const result = schema.safeParse(answer);
    return result.success ? { value: result.data } : { reason: answer === '' ? 'an answer is needed' : result.error.issues[0]!.message };
  };
}

/** The same, a blank answer for none. */
export function optional<T>(read: (answer: string) => Answer<T>): (answer: string) => Answer<T | undefined> {
  return (answer) => (answer === '' ? { value: undefined } : read(answer));
}

const oneOf = <T extends string>(values: readonly T[]) => (answer: string): Answer<T> =>
  values.includes(answer as T) ? { value: answer as T } : { reason: `one of: ${values.join(', ')}` };
const wholeNumber = (answer: string): Answer<number> => (/^[1-9]\d*$/.test(answer) ? { value: Number(answer) } : { reason: 'a whole number from 1' });
const yesNo = (answer: string): Answer<true | undefined> => (/^(y|yes|n|no|)$/i.test(answer) ? { value: /^y/i.test(answer) || undefined } : { reason: 'yes or no' });

/** The questions of each kind of entry, against one dataset. */
export class Questions {
  /** Sources told on the way, by `folder:key`. */
  readonly newSources = new Map<string, Source>();

  constructor(
    private readonly prompt: Prompt,
    private readonly dataset: Dataset,
    private readonly folder: string,
    private readonly today: string,
  ) {}

  async person(): Promise<Record<string, unknown>> {
    const name = await this.name();
    const id = await this.newId('person', name.en);
    return { id, name, country: await this.country(), other_names: await this.otherNames() };
  }

  async organization(): Promise<Record<string, unknown>> {
    const name = await this.name();
    const id = await this.newId('organization', name.en);
    const classification = await this.prompt.ask('classification', oneOf(CLASSIFICATIONS));
    const country = await this.country();
    const parent = await this.prompt.ask('id of the body it is part of (blank: none)', optional(this.known(['organizations'])));
    const founding_date = await this.prompt.ask('founded (blank: not known)', optional(by(organizationSchema.shape.founding_date.unwrap())));
    return { id, name, classification, country, parent, founding_date, other_names: await this.otherNames(), sources: founding_date ? await this.sources() : undefined };
  }

  async post(): Promise<Record<string, unknown>> {
    const label = await this.text('label', postSchema.shape.label);
    const id = await this.newId('post', label.en!);
    const wordings = await this.prompt.askMany('another Arabic wording, without the country', by(postSchema.shape.wordings.unwrap().element));
    const distinct = await this.prompt.askMany('an Arabic wording that names this one office wherever it stands', by(postSchema.shape.distinct.unwrap().element));
    const organization = await this.prompt.ask('id of its organization (blank: none)', optional(this.known(['organizations'])));
    const country = await this.country();
    const rank = await this.prompt.ask('rank', oneOf(RANKS));
    const seats = (await this.prompt.ask('how many hold it at once (blank: 1)', optional(wholeNumber))) ?? 1;
    return { id, label, wordings, distinct, organization, country, rank, seats };
  }

  /** A term of office: the post it is of, and what is added to its holders. */
  async term(): Promise<{ post: string; holder: Record<string, unknown> }> {
    const post = await this.prompt.ask('id of the post', this.known(['posts']));
    const person = await this.prompt.ask('id of the person', this.known(['people']));
    const start_date = await this.prompt.ask('took office on', by(holderSchema.shape.start_date));
    const openStart = await this.prompt.ask('in office by then, since when is not known (y/N)', yesNo);
    const end_date = await this.prompt.ask('left office on (blank: still in office)', optional(by(holderSchema.shape.end_date.unwrap())));
    const verified_on = end_date === undefined ? await this.prompt.ask('date of the newest source that shows it', by(holderSchema.shape.verified_on.unwrap())) : undefined;
    const acting = await this.prompt.ask('acting, not confirmed (y/N)', yesNo);
    const note = await this.prompt.ask('note (blank: none)', optional(by(holderSchema.shape.note.unwrap())));
    return { post, holder: { person, start_date, start_qualifier: openStart && 'by', end_date, acting, verified_on, note, sources: await this.sources() } };
  }

  async event(): Promise<Record<string, unknown>> {
    const classification = await this.prompt.ask('classification', oneOf(EVENT_CLASSIFICATIONS));
    const start_date = await this.prompt.ask('date, or the first day', by(eventSchema.shape.start_date));
    const end_date = await this.prompt.ask('last day (blank: one day)', optional(by(eventSchema.shape.end_date.unwrap())));
    const title = await this.text('title', eventSchema.shape.title);
    const id = await this.newId('event', `${start_date} ${title.en}`);
    const summary = await this.text('one sentence of your own', eventSchema.shape.summary);
    const entity = await this.prompt.ask('id of a person or organization that took part', this.known(['people', 'organizations']));
    const participants = [{ entity, part: await this.text('its part', eventSchema.shape.title) }];
    for (const more of await this.prompt.askMany('id of another that took part', this.known(['people', 'organizations']))) {
      participants.push({ entity: more, part: await this.text(`part of ${more}`, eventSchema.shape.title) });
    }
    return { id, classification, start_date, end_date, title, summary, participants, sources: await this.sources() };
  }

  /** Keys of the pages that say it; pages not yet known are asked about. At least one. */
  async sources(): Promise<string[]> {
    const keys: string[] = [];
    for (;;) {
      const answer = await this.prompt.ask(keys.length === 0 ? 'source: its key or web address' : 'another source (blank: no more)', (text): Answer<string> => {
        if (text === '' && keys.length === 0) return { reason: 'a fact nobody published does not go in' };
        if (text === '' || URL.canParse(text) || this.source(text)) return { value: text };
        return { reason: `no source has the key ${text}; a new one is given by its web address` };
      });
      if (answer === '') return keys;
      keys.push(this.source(answer) ?? (await this.newSource(answer)));
    }
  }

  /** The full key of a source known by its key or its address. */
  private source(text: string): string | null {
    const all = [...this.dataset.sources, ...this.newSources];
    const key = text.includes(':') ? text : `${this.folder}:${text}`;
    return all.find(([k, source]) => k === key || source.url === text)?.[0] ?? null;
  }

  private async newSource(address: string): Promise<string> {
    const url = await this.prompt.ask(`address [${address}]`, (answer) => by(sourceSchema.shape.url)(answer || address));
    const publisher = await this.prompt.ask('publisher', by(sourceSchema.shape.publisher));
    const published = await this.prompt.ask('date the page gives (blank: none)', optional(by(sourceSchema.shape.published.unwrap())));
    const official = await this.prompt.ask('official: the institution, its gazette or its agency (y/N)', yesNo);
    const host = new URL(url).hostname.replace(/^www\./, '').split('.')[0]!;
    const base = slugOf(`${host} ${published ?? this.today}`);
    let suggested = base;
    for (let n = 2; this.source(suggested); n++) suggested = `${base}-${n}`;
    const key = await this.prompt.ask(`key [${suggested}]`, (answer): Answer<string> => {
      const name = answer || suggested;
      if (!/^[a-z0-9][a-z0-9._-]*$/.test(name)) return { reason: 'lower-case Latin letters, digits, dots and hyphens' };
      return this.source(name) ? { reason: `${name} is another page's key` } : { value: `${this.folder}:${name}` };
    });
    this.newSources.set(key, sourceSchema.parse({ url, publisher, published, seen: this.today, official }));
    return key;
  }

  private async name(): Promise<{ ar: string; en: string; fr?: string }> {
    const shape = personSchema.shape.name.shape;
    const ar = await this.prompt.ask('name in Arabic, as its own country writes it most', by(shape.ar));
    const en = await this.prompt.ask('name in English', by(shape.en));
    return { ar, en, fr: await this.prompt.ask('name in French (blank: as in English)', optional(by(shape.fr.unwrap()))) };
  }

  private async text(what: string, { shape }: typeof eventSchema.shape.title): Promise<{ ar: string; en: string; fr: string }> {
    const ar = await this.prompt.ask(`${what} in Arabic`, by(shape.ar));
    const en = await this.prompt.ask(`${what} in English`, by(shape.en));
    return { ar, en, fr: await this.prompt.ask(`${what} in French`, by(shape.fr)) };
  }

  private async otherNames(): Promise<object[]> {
    const names = await this.prompt.askMany('another Arabic form of the name', by(personSchema.shape.other_names.unwrap().element.shape.name));
    const others: object[] = [];
    for (const name of names) others.push({ name, lang: 'ar', note: await this.prompt.ask(`«${name}» is a`, oneOf(NAME_NOTES)) });
    return others;
  }

  private country(): Promise<string | null> {
    const codes = this.dataset.countries.map((c) => c.code);
    return this.prompt.ask('country, ISO 3166-1 (blank: none)', (answer): Answer<string | null> => {
      if (answer === '') return { value: null };
      return codes.includes(answer) ? { value: answer } : { reason: `countries.yaml has no ${answer}` };
    });
  }

  private newId(middle: string, name: string): Promise<string> {
    const suggested = slugOf(name);
    return this.prompt.ask(`last part of the id [${suggested}]`, (answer): Answer<string> => {
      const id = `${this.folder}/${middle}/${answer || suggested}`;
      if (!/^[a-z0-9-]+\/[a-z]+\/[a-z0-9-]+$/.test(id)) return { reason: 'lower-case Latin letters, digits and hyphens' };
      return this.ids(['people', 'organizations', 'posts', 'events']).has(id) ? { reason: `${id} is there already` } : { value: id };
    });
  }

  private known(kinds: readonly ('people' | 'organizations' | 'posts')[]): (answer: string) => Answer<string> {
    const ids = this.ids(kinds);
    return (answer) => (ids.has(answer) ? { value: answer } : { reason: `no entry of ${kinds.join(' or ')} has the id ${answer || '(blank)'}; find TEXT shows ids` });
  }

  private ids(kinds: readonly ('people' | 'organizations' | 'posts' | 'events')[]): Set<string> {
    return new Set(kinds.flatMap((kind) => this.dataset[kind].map((entry) => entry.id)));
  }
}
