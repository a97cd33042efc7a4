import type { z } from 'zod';
import { fold } from '../../arabic/letters';
import { eventSchema, holderSchema, organizationSchema, personSchema, postSchema, sourceSchema, type Dataset } from '../schema';
import { completeEntry } from './complete';
import type { Drafts, EntryDraft, EntryKind, ItemDraft, ItemKey, Origin } from './drafts';
import { entriesById, type Plan } from './plan';

const SCHEMAS: Record<EntryKind, z.ZodType<object>> = { people: personSchema, organizations: organizationSchema, posts: postSchema, events: eventSchema };
const ITEM_SCHEMAS: Record<ItemKey, z.ZodType<object>> = {
  other_names: personSchema.shape.other_names.unwrap().element,
  holders: holderSchema,
  irregular: postSchema.shape.irregular.unwrap().element,
  participants: eventSchema.shape.participants.element,
};
const MIDDLE: Record<EntryKind, string> = { people: 'person', organizations: 'organization', posts: 'post', events: 'event' };

/**
 * Weighs what was read against the dataset. New entries must satisfy the schema and name only what is there or comes
 * with them; entries that are there get what they lack and keep what they have.
 * @param folder where entries whose ids are not of the form folder/kind/slug are filed; without it they are refused
 */
export function mergeDrafts(dataset: Dataset, drafts: Drafts, folder?: string): Plan {
  return new Merge(dataset, drafts, folder).plan;
}

class Merge {
  readonly plan: Plan;
  private readonly existing;
  private readonly ids = new Map<string, string>();
  private readonly refusedSources = new Set<string>();
  private readonly wikidata: Map<string, string>;
  private readonly names: Map<string, string>;

  constructor(
    private readonly dataset: Dataset,
    private readonly drafts: Drafts,
    private readonly folder: string | undefined,
  ) {
    this.plan = { sources: new Map(), entries: [], additions: [], refusals: [...drafts.refusals], unchanged: 0 };
    this.existing = entriesById(dataset);
    this.wikidata = new Map([...dataset.people, ...dataset.organizations].flatMap(({ id, wikidata }) => (wikidata ? [[wikidata.id, id] as const] : [])));
    this.names = new Map(dataset.people.map((person) => [nameKey(person), person.id]));
    this.takeSources();
    for (const draft of drafts.entries) this.nameEntry(draft);
    const items = this.itemsByEntry();
    for (const kind of ['organizations', 'people', 'posts', 'events'] as const) this.takeEntries(kind, items);
    for (const [, orphans] of items) for (const item of orphans) this.refuse(item, item.key === 'holders' ? 'post' : 'id', item.of, 'no entry has this id, here or in the dataset');
    this.dropDangling();
  }

  private refuse(origin: Origin, field: string, value: unknown, reason: string): void {
    const { file, row } = origin;
    this.plan.refusals.push({ file, row, field, value, reason });
  }

  private takeSources(): void {
    for (const draft of this.drafts.sources) {
      const key = draft.key.includes(':') ? draft.key : `${this.folder ?? ''}:${draft.key}`;
      const result = sourceSchema.safeParse(draft.value);
      const known = this.dataset.sources.get(key) ?? this.plan.sources.get(key);
      if (!/^[a-z0-9-]+:[a-z0-9][a-z0-9._-]*$/.test(key)) {
        this.refuse(draft, 'key', draft.key, 'a source key reads folder:key in lower-case Latin letters, digits, dots and hyphens');
        this.refusedSources.add(key);
      } else if (!result.success) {
        for (const issue of result.error.issues) this.refuseIssue(draft, draft.value, issue);
        if (!known) this.refusedSources.add(key);
      } else if (known && known.url !== result.data.url) {
        this.refuse(draft, 'url', result.data.url, `${key} is kept as ${known.url}`);
        this.refusedSources.add(key);
      } else if (!known) this.plan.sources.set(key, result.data);
      else {
        const differing = (['publisher', 'published', 'seen', 'official'] as const).filter((field) => result.data[field] !== undefined && result.data[field] !== known[field]);
        for (const field of differing) this.refuse(draft, field, result.data[field], `${key} is kept as it is (${JSON.stringify(known[field])})`);
        if (differing.length === 0) this.plan.unchanged++;
      }
    }
  }

  private nameEntry(draft: EntryDraft): void {
    const { id, name, label, title } = draft.value as { id?: unknown; name?: { en?: string }; label?: { en?: string }; title?: { en?: string } };
    if (typeof id === 'string' && new RegExp(`^[a-z0-9-]+/${MIDDLE[draft.kind]}/[a-z0-9-]+$`).test(id)) return void this.ids.set(id, id);
    const slug = slugOf(name?.en ?? label?.en ?? title?.en ?? '');
    if (!this.folder || typeof id !== 'string' || id === '' || slug === '') return;
    const own = `${this.folder}/${MIDDLE[draft.kind]}/${slug}`;
    draft.value = { ...draft.value, id: own };
    this.ids.set(id, own);
  }

  /** Items under the id of their entry, as this dataset names it. */
  private itemsByEntry(): Map<string, ItemDraft[]> {
    const byEntry = new Map<string, ItemDraft[]>();
    for (const item of this.drafts.items) {
      const of = this.ids.get(item.of) ?? item.of;
      byEntry.set(of, [...(byEntry.get(of) ?? []), { ...item, of }]);
    }
    return byEntry;
  }

  private takeEntries(kind: EntryKind, items: Map<string, ItemDraft[]>): void {
    const seen = new Set<string>();
    for (const draft of this.drafts.entries.filter((entry) => entry.kind === kind)) {
      const id = String(draft.value.id ?? '');
      const own = items.get(id) ?? [];
      if (seen.has(id) && id !== '') {
        this.refuse(draft, 'id', id, 'stands twice in what is imported: the first was taken');
        continue;
      }
      seen.add(id);
      const there = this.existing.get(id);
      if (there) {
        this.complete(draft, id);
        continue;
      }
      items.delete(id);
      this.takeEntry(draft, id, own);
    }
    for (const [id, list] of items) {
      const there = this.existing.get(id);
      if (there?.kind !== kind) continue;
      items.delete(id);
      for (const item of list) {
        const value = this.validItem(item);
        if (value) this.report(completeEntry(there.value, { id, kind }, { [item.key]: [value] }), item);
      }
    }
  }

  private takeEntry(draft: EntryDraft, id: string, items: readonly ItemDraft[]): void {
    const whole: Record<string, unknown> = this.referred(draft.value);
    for (const item of items) {
      const value = this.validItem(item);
      if (value) whole[item.key] = [...((whole[item.key] as unknown[] | undefined) ?? []), value];
    }
    const result = SCHEMAS[draft.kind].safeParse(whole);
    const reasons = this.plan.refusals.length;
    if (!result.success) for (const issue of result.error.issues) this.refuseIssue(draft, whole, issue);
    this.refuseTwin(draft, whole, id);
    if (this.plan.refusals.length > reasons) {
      for (const item of items) this.refuse(item, '', undefined, `${id || 'its entry'} was refused`);
      return;
    }
    const value = (result as { data: object }).data as Record<string, unknown>;
    if (draft.kind === 'people') this.names.set(nameKey(value as never), id);
    if (value.wikidata) this.wikidata.set((value.wikidata as { id: string }).id, id);
    this.origins.set(id, draft);
    this.plan.entries.push({ kind: draft.kind, id, value });
  }

  private readonly origins = new Map<string, Origin>();

  private refuseTwin(draft: EntryDraft, value: Record<string, unknown>, id: string): void {
    const wikidata = (value.wikidata as { id?: string } | undefined)?.id;
    const same = wikidata === undefined ? undefined : this.wikidata.get(wikidata);
    if (same) this.refuse(draft, 'wikidata', wikidata, `${same} has this Wikidata id`);
    // Namesakes that each say what stands near them are two people on purpose.
    const namesake = draft.kind === 'people' && value.needs === undefined ? this.names.get(nameKey(value as never)) : undefined;
    if (namesake && namesake !== id && namesake !== same) this.refuse(draft, 'name.ar', (value.name as { ar?: string }).ar, `${namesake} of the same country has this name`);
  }

  private complete(draft: EntryDraft, id: string): void {
    const there = this.existing.get(id)!;
    if (there.kind !== draft.kind) return this.refuse(draft, 'id', id, `is one of the ${there.kind} already`);
    const { id: _, ...value } = this.referred(draft.value);
    this.report(completeEntry(there.value, { id, kind: draft.kind }, value), draft);
  }

  private report({ additions, conflicts }: ReturnType<typeof completeEntry>, origin: Origin): void {
    for (const { field, value, kept } of conflicts) this.refuse(origin, field, value, `kept as it is (${JSON.stringify(kept)})`);
    for (const addition of additions) this.origins.set(additionKey(addition), origin);
    this.plan.additions.push(...additions);
    if (additions.length + conflicts.length === 0) this.plan.unchanged++;
  }

  private validItem(item: ItemDraft): Record<string, unknown> | null {
    const value = this.referred(item.value);
    const result = ITEM_SCHEMAS[item.key].safeParse(value);
    if (result.success) return result.data as Record<string, unknown>;
    for (const issue of result.error.issues) this.refuseIssue(item, value, issue);
    return null;
  }

  /** The value with the ids and source keys it refers to as this dataset names them. */
  private referred(value: Record<string, unknown>): Record<string, unknown> {
    const renamed = { ...value };
    for (const key of ['person', 'organization', 'parent', 'entity', 'accredited_to']) {
      const id = renamed[key];
      if (typeof id === 'string') renamed[key] = this.ids.get(id) ?? id;
    }
    const qualified = (key: unknown) => (typeof key === 'string' && !key.includes(':') && this.folder ? `${this.folder}:${key}` : key);
    if (Array.isArray(renamed.sources)) renamed.sources = renamed.sources.map(qualified);
    return renamed;
  }

  private refuseIssue(origin: Origin, value: unknown, issue: z.core.$ZodIssue): void {
    const found = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
    this.refuse(origin, issue.path.join('.'), typeof found === 'object' ? undefined : found, found === undefined ? 'is missing' : issue.message);
  }

  /** Takes back what names a source, person or body that was refused or is nowhere; until nothing more falls. */
  private dropDangling(): void {
    for (let fallen = true; fallen; ) {
      fallen = false;
      const ids = new Set([...this.existing.keys(), ...this.plan.entries.map((entry) => entry.id)]);
      const missing = (value: unknown) => this.danglingIn(value, ids);
      this.plan.entries = this.plan.entries.filter((entry) => {
        const items = (entry.value.holders ?? []) as unknown[];
        const origin = this.origins.get(entry.id)!;
        // A term that cannot stay leaves its post; anything else takes its entry along.
        const kept = items.filter((item) => !this.lost(missing(item), origin, `holders ${(item as { person: string }).person}`));
        if (kept.length < items.length) entry.value = { ...entry.value, holders: kept };
        const lost = this.lost(missing({ ...entry.value, holders: [] }), origin, '');
        fallen ||= lost;
        return !lost;
      });
      this.plan.additions = this.plan.additions.filter((addition) => !this.lost(missing('items' in addition ? addition.items : { [addition.key]: addition.value }), this.origins.get(additionKey(addition))!, addition.key));
    }
  }

  private lost(dangling: { field: string; value: string } | null, origin: Origin, where: string): boolean {
    if (!dangling) return false;
    this.refuse(origin, [where, dangling.field].filter(Boolean).join('.'), dangling.value, 'is not in the dataset, nor among what was taken');
    return true;
  }

  private danglingIn(value: unknown, ids: ReadonlySet<string>, key = ''): { field: string; value: string } | null {
    if (typeof value === 'string') {
      const isEntity = ['person', 'organization', 'parent', 'entity', 'different_from'].includes(key) || (key === 'accredited_to' && value.includes('/'));
      const isSource = key === 'source' || key === 'sources';
      if (isEntity && !ids.has(value)) return { field: key, value };
      if (isSource && (this.refusedSources.has(value) || !(this.dataset.sources.has(value) || this.plan.sources.has(value)))) return { field: key, value };
      if (key === 'country' && !this.dataset.countries.some((c) => c.code === value)) return { field: key, value };
      return null;
    }
    if (Array.isArray(value)) return value.map((item) => this.danglingIn(item, ids, key)).find(Boolean) ?? null;
    if (typeof value !== 'object' || value === null) return null;
    return Object.entries(value).map(([k, v]) => this.danglingIn(v, ids, k)).find(Boolean) ?? null;
  }
}

function additionKey({ id, path, key, ...rest }: Plan['additions'][number]): string {
  return JSON.stringify([id, path, key, rest]);
}

function nameKey({ name, country }: { name?: { ar?: string }; country?: string | null }): string {
  return `${country ?? ''} ${fold(name?.ar ?? '')}`;
}

/** A Latin name as the last part of an id. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}|['’ʿʾ]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
