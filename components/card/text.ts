/** Strings of the card's frame, by message key. */
export type Labels = Readonly<Record<string, string>>;

/** A label with `$1` filled in. A missing one gives its key: seen at once, breaking nothing. */
export function label(labels: Labels, key: string, value?: string | number): string {
  const text = labels[key] ?? key;
  return value === undefined ? text : text.replace('$1', () => String(value));
}

/** The line over those who may be meant by words in doubt. */
export const unclearKey = (candidates: number): string => (candidates === 1 ? 'card_unclear_one' : 'card_unclear');

/** An address that may be linked to; anything but http and https is refused. */
export function webAddress(address: string): string | null {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

/** The letters that stand for a name where there is no picture: two for a person, one for an organization. */
export function monogram(name: string, kind: 'person' | 'organization'): string {
  const letters = name
    .split(/\s+/)
    .map((word) => [...word.replace(/^(?:ال|لل)(?=\p{L}{2})/u, '')].find((letter) => /\p{L}/u.test(letter)))
    .filter((letter) => letter !== undefined);
  if (letters.length === 0) return '؟';
  // A non-joiner keeps the two from being written as one word.
  return kind === 'person' && letters.length > 1 ? `${letters[0]}\u200c${letters[letters.length - 1]}` : letters[0];
}
