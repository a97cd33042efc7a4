import { findEntries } from '../../utils/dataset/find';
import { sampleFacts } from '../../utils/dataset/sample';
import { loadDataset } from '../../utils/dataset/source';
import { table } from '../lib/table';
import type { Console } from './console';

/**
 * Prints every person and organization, as JSON or as tab-separated lines.
 * @throws {DatasetError} when the sources break the schema
 */
export function list(root: string, json: boolean, out: Console): number {
  const { dataset } = loadDataset(root);
  const rows = [
    ...dataset.people.map((p) => ({ ...p, kind: 'person' })),
    ...dataset.organizations.map((o) => ({ ...o, kind: 'organization' })),
  ].map(({ id, kind, country, name, other_names }) => ({
    id,
    kind,
    country,
    name: { ar: name.ar, en: name.en, fr: name.fr ?? name.en },
    other_names: [...other_names.map(({ name, lang, note }) => ({ name, lang, note })), ...withAcronym(name.en, other_names)],
  }));
  if (json) out.log(JSON.stringify(rows, null, 1));
  else for (const row of rows) out.log([row.id, row.kind, row.country ?? '', row.name.ar, row.name.en].join('\t'));
  return 0;
}

/** «National Rally of Independents (RNI)»: the English name and an acronym together, as the press introduces bodies. */
function withAcronym(name: string, others: readonly { name: string; lang: string; note?: string | undefined }[]): { name: string; lang: 'en'; note: 'variant' }[] {
  const acronyms = others.filter(({ lang, note, name: acronym }) => lang === 'en' && note === 'acronym' && !name.includes(acronym));
  return acronyms.map((acronym) => ({ name: `${name} (${acronym.name})`, lang: 'en', note: 'variant' }));
}

/** Prints what {@link findEntries} finds and where it stands; exit code 1 when that is nothing. */
export function find(root: string, text: string, json: boolean, out: Console): number {
  const { dataset, places } = loadDataset(root);
  const found = findEntries(dataset, places, text);
  if (json) out.log(JSON.stringify(found, null, 1));
  else {
    for (const { id, kind, name, form, file, line } of found) out.log(`${file}:${line}\t${kind}\t${id}\t${name.ar}\t${name.en}${form ? `\t«${form}»` : ''}`);
    if (found.length === 0) out.error(`find: no name, wording or title holds «${text}»`);
  }
  return found.length > 0 ? 0 : 1;
}

/** Prints facts drawn at random, for somebody to check again against their sources. */
export function sample(root: string, counts: { memberships: number; events: number }, seed: number, json: boolean, out: Console): number {
  const { dataset } = loadDataset(root);
  const facts = sampleFacts(dataset, counts, seed);
  if (json) {
    out.log(JSON.stringify({ seed, facts }, null, 1));
    return 0;
  }
  out.log(`seed ${seed}: ${facts.filter((f) => f.kind === 'membership').length} memberships, ${facts.filter((f) => f.kind === 'event').length} events`);
  out.log(table(['id', 'fact', 'from', 'to', 'sources'], facts.map((f) => [f.id, f.fact, f.start_date, f.end_date ?? `(${f.verified_on ?? ''})`, f.sources.map((s) => s.url).join(' ')])));
  return 0;
}
