import type { ComponentChildren } from 'preact';
import { useText } from '../../../components/text';
import type { Settings } from '../../../utils/browser/settings';
import { dateStyle, tellDate } from '../../../utils/telling/dates';

export const COUNTS = ['people', 'organizations', 'posts', 'memberships', 'events', 'sources', 'names'] as const;

/** What a dataset says of itself: `date` is the day of its newest source, `packBytes` the size of its file. */
export type DatasetFacts = Record<(typeof COUNTS)[number] | 'packBytes', number> & { version: string; date: string };

/** A dataset's version, age, size and counts, with what else there is to say of it in front. */
export function FactList({ facts, settings, children }: { facts: DatasetFacts; settings: Settings; children?: ComponentChildren }) {
  const { t, language } = useText();
  return (
    <dl class="facts">
      {children}
      <Fact name={t('data_version')} value={facts.version} />
      <Fact name={t('data_date')} value={tellDate(facts.date, dateStyle(language, settings.months, false, 'DZ'))} note={t('data_age', undefined, age(facts.date))} />
      <Fact name={t('data_size')} value={t('data_size_value', Math.round(facts.packBytes / 1024))} />
      {COUNTS.map((count) => (
        <Fact key={count} name={t(`data_${count}`)} value={t('number', facts[count])} />
      ))}
    </dl>
  );
}

/** One thing there is to say, with its name. */
export function Fact({ name, value, note }: { name: string; value: string; note?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
        {note && <span class="hint">{note}</span>}
      </dd>
    </div>
  );
}

/** Whole days since a day; none for one yet to come. */
function age(day: string): number {
  return Math.max(0, Math.floor((Date.now() - Date.parse(`${day}T00:00:00Z`)) / 86_400_000));
}
