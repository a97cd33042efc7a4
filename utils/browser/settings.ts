import * as z from 'zod/mini';

/**
 * What the reader chose. Stored whole under one key of `storage.local`; unknown or broken fields fall back to
 * their defaults one by one, so that no stored state can break the extension.
 */

/** The form of settings written today; older forms are brought up by settings-store. */
export const SETTINGS_VERSION = 1;

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;

/** A list that loses its unusable items, not its good ones. */
const strings = (pattern: RegExp) =>
  z.catch(
    z.pipe(
      z.array(z.unknown()),
      z.transform((items) => [...new Set(items.filter((item): item is string => typeof item === 'string' && pattern.test(item)))]),
    ),
    () => [],
  );

const yes = z.catch(z.boolean(), true);
const no = z.catch(z.boolean(), false);

export const settingsSchema = z.object({
  version: z.catch(z.literal(SETTINGS_VERSION), SETTINGS_VERSION),
  /** The whole extension. */
  on: yes,
  kinds: z.catch(z.object({ person: yes, organization: yes, office: yes }), () => ({ person: true, organization: true, office: true })),
  /** Which of an entity's mentions are marked: the first in each block, the first in the page, or all. */
  density: z.catch(z.enum(['block', 'page', 'all']), 'block'),
  style: z.catch(z.enum(['dotted', 'dashed', 'solid', 'tint']), 'dotted'),
  colours: z.catch(z.enum(['calm', 'vivid', 'mono']), 'calm'),
  /** What opens the card; the keyboard always does. */
  trigger: z.catch(z.enum(['hover', 'click']), 'hover'),
  /** Milliseconds from rest on a mark to the card (WCAG 1.4.13 leaves it to us; 300 to 500 reads well). */
  delay: z.catch(z.int().check(z.minimum(150), z.maximum(2000)), 400),
  language: z.catch(z.enum(['auto', 'ar', 'en', 'fr']), 'auto'),
  size: z.catch(z.enum(['small', 'medium', 'large']), 'medium'),
  /** Month names in cards: as the outlet's country writes them, or one naming for all. */
  months: z.catch(z.enum(['outlet', 'maghreb', 'mashreq', 'gulf']), 'outlet'),
  hijri: no,
  /** Marks in menus, headers and footers too. */
  navigation: no,
  badge: yes,
  /** Hosts switched off. */
  off: strings(HOST),
  /** Entities never to be marked ("not this person", everywhere). */
  hidden: strings(/^.{1,200}$/),
});

export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** Reads whatever is stored; anything unusable becomes its default. */
export function parseSettings(stored: unknown): Settings {
  return settingsSchema.parse(stored && typeof stored === 'object' && !Array.isArray(stored) ? stored : {});
}
