import { languageOf, labelsOf, loadCatalogue, translator, type Language, type Translate } from '../browser/i18n';
import type { Answer, Payload } from '../browser/protocol';
import { readSettings, watchSettings } from '../browser/settings-store';
import { siteOf } from '../browser/sites';
import { entityRecord, readFact } from '../dataset/records';
import { annotate } from '../matching/annotate';
import type { Pack } from '../matching/pack';
import { tellCandidates } from '../telling/candidates';
import { tellCard, tellRoleLine } from '../telling/card';
import type { Settings } from '../browser/settings';
import { headOnly, tellAbstained } from './abstained';
import { Followed } from './followed';
import { fetchEarly, packInUse, packKey, thePack } from './pack-store';
import { searchEntities } from './search';

/** What the background answers, one function a message. Every one of them may be the first thing a new worker does. */

interface Reader {
  settings: Settings;
  language: Language;
  t: Translate;
  catalogue: Awaited<ReturnType<typeof loadCatalogue>>;
}

const settingsInUse = new Followed(readSettings, watchSettings);

/** Gets ready for the first request; to be called while the background starts, before anything is awaited. */
export function getReady(): void {
  settingsInUse.follow();
  packKey.follow();
  fetchEarly();
  for (const ready of [theReader(), packKey.get()]) ready.catch(() => undefined);
}

async function theReader(): Promise<Reader> {
  const settings = await settingsInUse.get();
  const language = languageOf(settings.language);
  const catalogue = await loadCatalogue(language);
  return { settings, language, catalogue, t: translator(language, catalogue) };
}

const today = () => new Date().toLocaleDateString('sv-SE');

/** Who and what the page names. `url` is the sender's own address, as the browser tells it. */
export async function answerAnnotate(payload: Payload<'annotate'>, url: string | null): Promise<Answer<'annotate'>> {
  const [pack, { language, t }] = await Promise.all([thePack(), theReader()]);
  const address = url ? new URL(url) : null;
  const country = payload.country ?? (address ? (siteOf(address.hostname, address.pathname)?.country ?? null) : null);
  const date = payload.date ?? today();
  const known = country !== null && pack.meta.countries.includes(country) ? country : null;
  const annotation = annotate(pack, payload.blocks, { date, country: known });
  const places = new Map<string, number>();
  const placeOf = (id: string): number => {
    if (!places.has(id)) places.set(id, places.size);
    return places.get(id)!;
  };
  const mentions = annotation.mentions.map(({ entity, kind: _kind, ...mention }) => ({ ...mention, entity: placeOf(entity) }));
  const named = new Set(places.keys());
  const abstained = tellAbstained(pack, annotation.abstained, annotation.country ?? known, named, placeOf);
  const entities = [...places.keys()].map((id) => {
    if (!named.has(id)) return headOnly(pack, id);
    const fact = readFact(pack, id, 'roles')!;
    return { id, kind: fact.kind, name: fact.name, role: tellRoleLine(fact, date, { language, t }) };
  });
  return { date, dateSource: payload.date ? payload.dateSource : 'today', country: annotation.country ?? known, entities, mentions, abstained };
}

/** The whole card, told in the reader's language. */
export async function answerCard(payload: Payload<'card'>): Promise<Answer<'card'>> {
  const [pack, { settings, language, t }] = await Promise.all([thePack(), theReader()]);
  const fact = readFact(pack, payload.entity);
  if (!fact) return null;
  return tellCard(fact, payload, { language, t, months: settings.months, hijri: settings.hijri, today: today(), nameOf: (id) => nameOf(pack, id) });
}

/** Who may be meant by words in doubt. Ids that the pack does not have are passed over. */
export async function answerCandidates(payload: Payload<'candidates'>): Promise<Answer<'candidates'>> {
  const [pack, { settings, language, t }] = await Promise.all([thePack(), theReader()]);
  const facts = payload.candidates.flatMap(({ entity, evidence }) => {
    const fact = readFact(pack, entity, 'roles');
    return fact ? [{ fact, evidence }] : [];
  });
  return tellCandidates(facts, payload, { language, t, months: settings.months, hijri: settings.hijri, today: today(), nameOf: (id) => nameOf(pack, id) });
}

function nameOf(pack: Pack, id: string) {
  const place = pack.find(id);
  if (place < 0) return null;
  return place < pack.entityCount ? entityRecord(pack, place).name : (pack.record(place) as { label: { ar: string; en: string; fr: string } }).label;
}

/** The words on the card's frame. */
export async function answerLabels(): Promise<Answer<'labels'>> {
  const { language, catalogue } = await theReader();
  return { language, labels: labelsOf(catalogue, 'card_') };
}

/** The dataset in use. Its problem is told by its code: the page that asked says it in its own language. */
export async function answerDatasetInfo(): Promise<Answer<'datasetInfo'>> {
  // Asked by the page that has just installed or removed a pack.
  await packKey.again();
  const { pack, problem } = await packInUse();
  const { counts, version, date } = pack.meta;
  return { ...counts, version, date, names: pack.index.count, packBytes: pack.bytes, problem };
}

export async function answerDatasetSearch(payload: Payload<'datasetSearch'>): Promise<Answer<'datasetSearch'>> {
  const [pack, { language, t }] = await Promise.all([thePack(), theReader()]);
  const { total, places } = searchEntities(pack, payload);
  const day = today();
  const items = places.map((place) => {
    const fact = readFact(pack, pack.idOf(place), 'roles')!;
    return { id: fact.id, kind: fact.kind, name: fact.name, country: fact.country, role: tellRoleLine(fact, day, { language, t }) };
  });
  return { total, items };
}
