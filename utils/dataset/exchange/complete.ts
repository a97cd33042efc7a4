import { isDeepStrictEqual } from 'node:util';
import { firstDay, lastDay } from '../dates';
import type { Addition } from './plan';
import type { EntryKind } from './drafts';
import type { NodePath } from '../yaml-text';

/** A value from outside that differs from what the dataset has, which stays. */
export interface Conflict {
  field: string;
  value: unknown;
  kept: unknown;
}

type Entry = Record<string, unknown>;

/**
 * What `offered` adds to an entry: fields it lacks, items its lists lack. What it has already is kept, and said where
 * the two differ.
 */
export function completeEntry(entry: Entry, { id, kind }: { id: string; kind: EntryKind }, offered: Entry): { additions: Addition[]; conflicts: Conflict[] } {
  const additions: Addition[] = [];
  const conflicts: Conflict[] = [];
  const conflict = (path: NodePath, value: unknown, kept: unknown) => conflicts.push({ field: path.join('.'), value, kept });

  const record = (path: NodePath, have: Entry, offer: Entry) => {
    for (const [key, value] of Object.entries(offer)) {
      if (value === undefined || value === null || isDefault(key, value)) continue;
      const there = have[key];
      if (there === undefined || isDefault(key, there)) {
        if (Array.isArray(value)) {
          if (value.length > 0) additions.push({ id, kind, path, key, items: value });
        } else if (there === undefined) additions.push({ id, kind, path, key, value });
        else if (value !== there) conflict([...path, key], value, there);
      } else if (Array.isArray(value)) listItems(path, key, there as unknown[], value);
      else if (isRecord(value) && isRecord(there)) record([...path, key], there, value);
      else if (value !== there) conflict([...path, key], value, there);
    }
  };
  const listItems = (path: NodePath, key: string, have: readonly unknown[], offer: readonly unknown[]) => {
    const fresh: unknown[] = [];
    for (const item of offer) {
      const equal = have.findIndex((other) => isDeepStrictEqual(other, item));
      const place = equal >= 0 ? equal : have.findIndex((other) => isSame(key, other, item));
      if (place < 0) fresh.push(item);
      else if (key === 'sources') continue;
      else if (isRecord(item)) record([...path, key, place], have[place] as Entry, key === 'holders' ? finerOnly(have[place] as Entry, item) : item);
    }
    if (fresh.length > 0) additions.push({ id, kind, path, key, items: fresh });
  };
  record([], entry, offered);
  return { additions, conflicts };
}

const isRecord = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands for nothing said: a flag not set, one seat, an empty list. */
function isDefault(key: string, value: unknown): boolean {
  return value === false || (key === 'seats' && value === 1) || (Array.isArray(value) && value.length === 0);
}

/** Whether two items of a list are about the same thing. */
function isSame(key: string, a: unknown, b: unknown): boolean {
  if (!isRecord(a) || !isRecord(b)) return a === b;
  if (key === 'other_names') return a.name === b.name && a.lang === b.lang;
  if (key === 'participants') return a.entity === b.entity;
  if (key === 'irregular') return a.around === b.around;
  return a.person === b.person && datesMeet(a.start_date as string, b.start_date as string);
}

/** Whether two dates of whatever precision may be one day. */
export function datesMeet(a: string, b: string): boolean {
  return firstDay(a) <= lastDay(b) && firstDay(b) <= lastDay(a);
}

/** A term without what only says more coarsely what is there: dates, and that a start is the latest possible one. */
function finerOnly(have: Entry, offer: Entry): Entry {
  const out = { ...offer };
  if (have.start_qualifier === undefined) delete out.start_qualifier;
  for (const key of ['start_date', 'end_date']) {
    const [kept, offered] = [have[key], out[key]];
    if (typeof kept === 'string' && typeof offered === 'string' && offered.length < kept.length && datesMeet(kept, offered)) delete out[key];
  }
  return out;
}
