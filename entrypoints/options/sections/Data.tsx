import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../../components/text';
import { send } from '../../../utils/browser/messages';
import type { Answer } from '../../../utils/browser/protocol';
import { dateStyle, tellDate } from '../../../utils/telling/dates';
import { Field, Section, type SectionProps } from '../frame';

type Info = Answer<'datasetInfo'>;
const COUNTS = ['people', 'organizations', 'posts', 'memberships', 'events', 'sources', 'names'] as const;

/** What the dataset is: how old, how much, on what it rests. */
export function DataSection({ settings }: Pick<SectionProps, 'settings'>) {
  const { t, language } = useText();
  const [info, setInfo] = useState<Info | 'failed' | null>(null);
  const read = () => void send('datasetInfo', {}).then(setInfo, () => setInfo('failed'));
  useEffect(read, []);

  const words = [t('data_version'), t('data_date'), t('data_text'), ...COUNTS.map((count) => t(`data_${count}`))];
  return (
    <Section id="data">
      <Field words={words}>
        {info === null && <p role="status">{t('ui_loading')}</p>}
        {info === 'failed' && (
          <>
            <p role="alert" class="problem">
              {t('data_failed')}
            </p>
            <button type="button" onClick={read}>
              {t('ui_retry')}
            </button>
          </>
        )}
        {info !== null && info !== 'failed' && (
          <>
            {info.problem && (
              <p role="alert" class="problem">
                {t('data_problem', info.problem)}
              </p>
            )}
            <dl class="facts">
              <Fact name={t('data_version')} value={info.version} />
              <Fact name={t('data_date')} value={tellDate(info.date, dateStyle(language, settings.months, false, 'DZ'))} note={t('data_age', undefined, age(info.date))} />
              <Fact name={t('data_size')} value={t('data_size_value', Math.round(info.packBytes / 1024))} />
              {COUNTS.map((count) => (
                <Fact key={count} name={t(`data_${count}`)} value={t('number', info[count])} />
              ))}
            </dl>
          </>
        )}
        <p>{t('data_text')}</p>
      </Field>
    </Section>
  );
}

function Fact({ name, value, note }: { name: string; value: string; note?: string }) {
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
