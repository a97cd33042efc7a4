/**
 * What the reader chose. Stored whole under one key of `storage.local`; unknown or broken fields fall back to
 * their defaults one by one, so that no stored state can break the extension. Read by hand and not by a schema:
 * every article's content script carries this file.
 */

/** The form of settings written today; older forms are brought up by settings-store. */
export const SETTINGS_VERSION = 1;

/** Turns whatever is stored into a usable value. */
type Field<T> = (stored: unknown) => T;

const bool =
  (fallback: boolean): Field<boolean> =>
  (stored) =>
    typeof stored === 'boolean' ? stored : fallback;

const oneOf =
  <const Values extends readonly string[]>(...values: Values): Field<Values[number]> =>
  (stored) =>
    values.find((value) => value === stored) ?? values[0]!;

const integer =
  (min: number, max: number, fallback: number): Field<number> =>
  (stored) =>
    Number.isInteger(stored) && (stored as number) >= min && (stored as number) <= max ? (stored as number) : fallback;

/** A list that loses its unusable items, not its good ones. */
const strings =
  (pattern: RegExp): Field<string[]> =>
  (stored) =>
    Array.isArray(stored) ? [...new Set(stored.filter((item): item is string => typeof item === 'string' && pattern.test(item)))] : [];

const group =
  <Fields extends Record<string, Field<unknown>>>(fields: Fields): Field<{ [Key in keyof Fields]: ReturnType<Fields[Key]> }> =>
  (stored) => {
    const given = typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Record<string, unknown>) : {};
    const read = Object.entries(fields).map(([key, field]) => [key, field(Object.hasOwn(given, key) ? given[key] : undefined)]);
    return Object.fromEntries(read) as { [Key in keyof Fields]: ReturnType<Fields[Key]> };
  };

/** Where a field allows few values, the first is the default. */
const FIELDS = {
  version: (): typeof SETTINGS_VERSION => SETTINGS_VERSION,
  /** The whole extension. */
  on: bool(true),
  kinds: group({ person: bool(true), organization: bool(true), office: bool(true) }),
  /** Words in doubt are marked too; else they are left as they are, and shown only when asked for. */
  uncertain: bool(false),
  /** Which of an entity's mentions are marked: the first in each block, the first in the page, or all. */
  density: oneOf('block', 'page', 'all'),
  style: oneOf('dotted', 'dashed', 'solid', 'tint'),
  colours: oneOf('calm', 'vivid', 'mono'),
  /** What opens the card; the keyboard always does. */
  trigger: oneOf('hover', 'click'),
  /** Milliseconds from rest on a mark to the card (WCAG 1.4.13 leaves it to us; 300 to 500 reads well). */
  delay: integer(150, 2000, 400),
  language: oneOf('ar', 'en', 'fr', 'auto'),
  size: oneOf('medium', 'small', 'large'),
  /** Month names in cards: as the outlet's country writes them, or one naming for all. */
  months: oneOf('outlet', 'maghreb', 'mashreq', 'gulf'),
  hijri: bool(false),
  /** Marks in menus, headers and footers too. */
  navigation: bool(false),
  badge: bool(true),
  /** Hosts switched off. */
  off: strings(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/),
  /** Entities never to be marked ("not this person", everywhere). */
  hidden: strings(/^.{1,200}$/),
};

/** Reads whatever is stored; anything unusable becomes its default. */
export const parseSettings = group(FIELDS);

export type Settings = ReturnType<typeof parseSettings>;

/** The settings as the extension comes. */
export const DEFAULT_SETTINGS: Settings = parseSettings(undefined);
