import type { Dataset, OtherName } from '../schema';
import type { Findings } from './report';

const BAD_LETTERS: [RegExp, string][] = [
  [/[\uFB50-\uFDFF\uFE70-\uFEFC]/u, 'presentation forms, write plain letters'],
  [/[\u06CC\u06A9\u06BE\u06C1\u06C0\u06D2]/u, 'Persian or Urdu letters, write Arabic ي ك ه'],
  [/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u, 'an invisible or bidi control character'],
  [/\uFFFD/u, 'a character that was lost in decoding'],
  [/^\s|\s$|\s{2}|[^\S ]/u, 'stray spaces'],
];
/** A tatweel that stretches a word; the lone one that ties «بـ» or «لـ» to a digit, a quote or a Latin word is right. */
const STRETCH = /\u0640(?=[\u0620-\u065F\u0670-\u06D3])|(?<![\u0620-\u064A])\u0640/u;
/** In names, which are compared letter by letter, no tatweel and no vowel mark at all. */
const DECORATED = /[\u0640\u064B-\u065F\u0670]/u;

/** Names and sentences written with Arabic letters as Unicode means them, so that they equal what outlets write. */
export function checkOrthography(dataset: Dataset, findings: Findings): void {
  const name = (of: string, field: string, value: string) => {
    const reason = badLetters(value) ?? (DECORATED.test(value) ? 'tatweel or vowel marks: names are written plain' : null);
    if (reason) findings.problem('spelling', of, field, `${reason}: «${value}»`);
  };
  const prose = (of: string, field: string, value: string | undefined) => {
    if (value === undefined) return;
    const reason = badLetters(value) ?? (STRETCH.test(value) ? 'tatweel inside a word' : null);
    if (reason) findings.problem('spelling', of, field, `${reason}: «${value}»`);
  };
  const names = (of: string, main: string, others: readonly OtherName[]) => {
    name(of, 'name.ar', main);
    others.forEach((other, i) => other.lang === 'ar' && name(of, `other_names.${i}`, other.name));
  };

  for (const person of dataset.people) names(person.id, person.name.ar, person.other_names);
  for (const organization of dataset.organizations) {
    names(organization.id, organization.name.ar, organization.other_names);
    prose(organization.id, 'description.ar', organization.description?.ar);
  }
  for (const post of dataset.posts) {
    prose(post.id, 'label.ar', post.label.ar);
    post.wordings.forEach((value, i) => prose(post.id, `wordings.${i}`, value));
    post.distinct.forEach((value, i) => prose(post.id, `distinct.${i}`, value));
    post.holders.forEach((holder, i) => prose(post.id, `holders.${i}.label.ar`, holder.label?.ar));
  }
  for (const event of dataset.events) {
    prose(event.id, 'title.ar', event.title.ar);
    prose(event.id, 'summary.ar', event.summary.ar);
    prose(event.id, 'place.ar', event.place?.ar);
    event.participants.forEach((p, i) => prose(event.id, `participants.${i}.part.ar`, p.part.ar));
  }
}

function badLetters(value: string): string | null {
  return BAD_LETTERS.find(([pattern]) => pattern.test(value))?.[1] ?? null;
}
