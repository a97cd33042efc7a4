import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { Switch } from '../../../components/controls/switch';
import { useText } from '../../../components/text';
import { askFor, grantedOrigins, removeGrant } from '../../../utils/browser/permissions';
import { isOff } from '../../../utils/browser/sites';
import { Field, Section, type SectionProps } from '../frame';
import { AddSite } from './AddSite';
import { KnownSites } from './KnownSites';

/** Where the extension works: the switch for everything, what is off, what was granted, and the sites it knows. */
export function SitesSection(props: SectionProps) {
  const { t } = useText();
  const { settings, save } = props;
  const [granted, setGranted] = useState<string[]>([]);
  useEffect(() => {
    const read = () => void grantedOrigins().then(setGranted, () => setGranted([]));
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);

  const switchOn = (host: string) => void save(({ off }) => ({ off: off.filter((other) => !isOff({ on: true, off: [other] }, host)) }));
  return (
    <Section id="sites">
      <Field words={[t('sites_everywhere'), t('sites_everywhere_hint')]}>
        <Switch label={t('sites_everywhere')} hint={t('sites_everywhere_hint')} on={settings.on} onChange={(on) => void save({ on })} />
      </Field>
      <Field words={[t('sites_add'), t('sites_add_label'), t('sites_add_off'), t('sites_add_on')]}>
        <h3>{t('sites_add')}</h3>
        <AddSite {...props} />
      </Field>
      <Field words={[t('sites_off'), ...settings.off]}>
        <h3>{t('sites_off')}</h3>
        {settings.off.length === 0 && <p class="hint">{t('sites_off_none')}</p>}
        <ul class="rows">
          {settings.off.map((host) => (
            <Row key={host} name={host} remove={() => switchOn(host)} />
          ))}
        </ul>
      </Field>
      <Field words={[t('sites_granted'), t('sites_ask_all'), t('sites_ask_news'), ...granted]}>
        <h3>{t('sites_granted')}</h3>
        {granted.length === 0 && <p class="hint">{t('sites_granted_none')}</p>}
        <ul class="rows">
          {granted.map((origin) => (
            <Row key={origin} name={hostOf(origin) ?? t('sites_granted_all')} remove={() => void removeGrant(origin)} />
          ))}
        </ul>
        <div class="buttons">
          <button type="button" onClick={() => void askFor('news', {}).catch(() => false)}>
            {t('sites_ask_news')}
          </button>
          <button type="button" onClick={() => void askFor('all', {}).catch(() => false)}>
            {t('sites_ask_all')}
          </button>
        </div>
      </Field>
      <KnownSites {...props} />
    </Section>
  );
}

function Row({ name, remove }: { name: string; remove: () => void }) {
  const { t } = useText();
  return (
    <li class="row">
      <span class="row-name">
        <bdi>{name}</bdi>
      </span>
      <button type="button" class="quiet" aria-label={t('ui_remove_named', name)} onClick={remove}>
        {t('ui_remove')}
      </button>
    </li>
  );
}

/** The host of a match pattern; null where it matches every one. */
function hostOf(origin: string): string | null {
  const host = /^[^:]+:\/\/(?:\*\.)?([^/]+)\//.exec(origin)?.[1];
  return host && host !== '*' ? host : null;
}
