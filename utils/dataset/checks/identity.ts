import type { Dataset } from '../schema';
import { writtenForms } from '../surfaces';
import type { Findings } from './report';

/** Words of the cue lists that are given names too («السيد القصير»). */
const ALSO_GIVEN = new Set(['السيد', 'السيدة', 'الحاج', 'اليوم']);

/** One entry per person: no title taken for a name, no second entry for the same one, nobody without a role. */
export function checkIdentity(dataset: Dataset, findings: Findings): void {
  checkTitles(dataset, findings);
  checkWikidata(dataset, findings);
  checkSpellingOfIds(dataset, findings);
  checkUse(dataset, findings);
}

function checkTitles(dataset: Dataset, findings: Findings): void {
  const given = new Set(dataset.cues.given_names);
  const titles = [...dataset.cues.titles, ...dataset.cues.ranks].filter((title) => title.startsWith('ال') && !given.has(title) && !ALSO_GIVEN.has(title));
  for (const person of dataset.people) {
    // An epithet that says what must stand near it («الأمير الوالد») is no name behind a title.
    const epithets = new Set(person.other_names.filter((other) => other.note === 'alias' && other.needs).map((other) => other.name));
    for (const form of writtenForms(person)) {
      if (epithets.has(form)) continue;
      const title = titles.find((t) => form.startsWith(`${t} `));
      // A Mauritanian «الشيخ» is a given name: in Latin letters it is part of the name too.
      if (title === 'الشيخ' && /^(Cheikh|Sheikh)\b/.test(person.name.en)) continue;
      if (title) findings.problem('title', person.id, 'name', `«${form}» begins with the title «${title}»: titles are cues, a name is written without them`);
    }
  }
}

function checkWikidata(dataset: Dataset, findings: Findings): void {
  const first = new Map<string, string>();
  for (const { id, wikidata } of [...dataset.people, ...dataset.organizations]) {
    if (!wikidata) continue;
    const before = first.get(wikidata.id);
    if (before) findings.problem('duplicate', id, 'wikidata', `${before} has ${wikidata.id} too: one of them is wrong, or both are one`);
    else first.set(wikidata.id, id);
  }
}

function checkSpellingOfIds(dataset: Dataset, findings: Findings): void {
  const others = new Set(dataset.people.flatMap(({ id, different_from = [] }) => different_from.flatMap((other) => [`${id} ${other}`, `${other} ${id}`])));
  const groups: [readonly { id: string }[], (id: string) => string][] = [
    // A person may stand in two folders; a ministry of every country has the same slug.
    [dataset.people, (id) => spellingKey(slug(id))],
    [dataset.organizations, (id) => `${id.split('/')[0]}/${spellingKey(slug(id))}`],
    [dataset.posts, (id) => `${id.split('/')[0]}/${spellingKey(slug(id))}`],
  ];
  for (const [items, keyOf] of groups) {
    const first = new Map<string, string>();
    for (const { id } of items) {
      const key = keyOf(id);
      const before = first.get(key);
      if (before && !others.has(`${id} ${before}`)) findings.warn('duplicate', id, 'id', `differs from ${before} in its spelling only: one entry if they are one, else \`different_from\``);
      if (!before) first.set(key, id);
    }
  }
}

const slug = (id: string) => id.split('/')[2]!;

/** What is left of a slug without hyphens, articles and the usual doubts of transliteration. */
export function spellingKey(slugText: string): string {
  return slugText
    .split('-')
    .filter((word) => !/^(el|al)$/.test(word))
    .join('')
    .replace(/defence/g, 'defense')
    .replace(/ou/g, 'u')
    .replace(/y/g, 'i')
    .replace(/(.)\1/g, '$1');
}

function checkUse(dataset: Dataset, findings: Findings): void {
  const used = new Set([
    ...dataset.posts.flatMap((post) => post.holders.map((holder) => holder.person)),
    ...dataset.events.flatMap((event) => event.participants.map((p) => p.entity)),
  ]);
  for (const { id } of dataset.people) if (!used.has(id)) findings.warn('unused', id, '', 'holds no post and takes part in no event: the card has nothing to tell');
}
