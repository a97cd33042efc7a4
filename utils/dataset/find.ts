import { fold } from '../arabic/letters';
import type { Dataset, Text } from './schema';
import type { Places } from './source';

/** An entry whose names or wordings hold what was looked for. */
export interface Found {
  id: string;
  kind: 'person' | 'organization' | 'post' | 'event' | 'source';
  name: { ar: string; en: string };
  /** The form that holds it, where it is not the name. */
  form: string;
  /** Below the dataset's folder; a source's file is its folder's sources.yaml. */
  file: string;
  line: number;
}

/**
 * Entries whose id, names, wordings or titles hold `text`: Arabic as the matcher folds it, Latin without case and
 * diacritics. Whole matches first, then beginnings, then the rest; the dataset's order within each.
 */
export function findEntries(dataset: Dataset, places: Places, text: string): Found[] {
  const wanted = plain(text);
  if (wanted === '') return [];
  const found: (Found & { rank: number })[] = [];
  const look = (id: string, kind: Found['kind'], name: { ar: string; en: string }, forms: readonly string[]) => {
    let best = { rank: 3, form: '' };
    for (const form of [name.ar, name.en, ...forms, id]) {
      const letters = plain(form);
      const rank = letters === wanted ? 0 : letters.startsWith(wanted) ? 1 : letters.includes(wanted) ? 2 : 3;
      if (rank < best.rank) best = { rank, form: form === name.ar ? '' : form };
    }
    const place = places.get(id);
    if (best.rank < 3) found.push({ id, kind, name: { ar: name.ar, en: name.en }, form: best.form, file: place?.file ?? '', line: place?.line ?? 1, rank: best.rank });
  };
  const french = (value: Text) => (value.fr === undefined ? [] : [value.fr]);
  for (const p of dataset.people) look(p.id, 'person', p.name, [...french(p.name), ...p.other_names.map((o) => o.name)]);
  for (const o of dataset.organizations) look(o.id, 'organization', o.name, [...french(o.name), ...o.other_names.map((n) => n.name)]);
  for (const p of dataset.posts) {
    const labels = p.holders.flatMap(({ label }) => (label ? [label.ar, label.en, ...french(label)] : []));
    look(p.id, 'post', p.label, [...french(p.label), ...p.wordings, ...p.distinct, ...labels]);
  }
  for (const e of dataset.events) look(e.id, 'event', e.title, [...french(e.title), e.summary.ar, e.summary.en, e.summary.fr]);
  for (const [key, source] of dataset.sources) {
    const folder = key.split(':')[0]!;
    if (plain(key).includes(wanted) || plain(source.url).includes(wanted)) {
      found.push({ id: key, kind: 'source', name: { ar: source.publisher, en: source.publisher }, form: source.url, file: `${folder}/sources.yaml`, line: 1, rank: 2 });
    }
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ rank: _, ...rest }) => rest);
}

function plain(text: string): string {
  return fold(text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC').toLowerCase()).trim();
}
