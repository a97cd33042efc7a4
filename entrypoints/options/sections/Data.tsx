import { useCallback, useEffect, useState } from 'preact/hooks';
import { useText } from '../../../components/text';
import { installedPackKey, watchInstalledPack } from '../../../utils/browser/installed-pack';
import { send } from '../../../utils/browser/messages';
import type { Answer } from '../../../utils/browser/protocol';
import { Field, Section, type SectionProps } from '../frame';
import { COUNTS, Fact, FactList } from './DatasetFacts';
import { InstallPack, packFault } from './InstallPack';

type Info = Answer<'datasetInfo'>;

/** What the dataset in use is: whose, how old, how much, on what it rests; and another in its place. */
export function DataSection({ settings }: Pick<SectionProps, 'settings'>) {
  const { t } = useText();
  const [info, setInfo] = useState<Info | 'failed' | null>(null);
  const [installed, setInstalled] = useState(false);
  const read = useCallback(() => {
    void installedPackKey().then((key) => setInstalled(key !== null));
    void send('datasetInfo', {}).then(setInfo, () => setInfo('failed'));
  }, []);
  useEffect(() => {
    read();
    return watchInstalledPack(read);
  }, [read]);

  const own = installed && info !== null && info !== 'failed' && !info.problem;
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
                {t('data_problem', t(packFault(info.problem)))}
              </p>
            )}
            <FactList facts={info} settings={settings}>
              <Fact name={t('data_from')} value={t(own ? 'data_from_installed' : 'data_from_bundled')} />
            </FactList>
          </>
        )}
        {/* What the bundled dataset keeps to; nobody can promise it of another. */}
        {!own && <p>{t('data_text')}</p>}
      </Field>
      <InstallPack settings={settings} installed={installed} />
    </Section>
  );
}
