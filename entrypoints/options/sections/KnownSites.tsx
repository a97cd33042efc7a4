import { useState } from 'preact/hooks';
import { Switch } from '../../../components/controls/switch';
import { useText } from '../../../components/text';
import { isOff, SITE_COUNTRIES, SITES } from '../../../utils/browser/sites';
import { tellCountry } from '../../../utils/telling/names';
import { Field, matches, type SectionProps } from '../frame';

/** The listed news sites by country, each with its switch. */
export function KnownSites({ settings, save }: SectionProps) {
  const { t, language } = useText();
  const [query, setQuery] = useState('');
  const groups = SITE_COUNTRIES.map((country) => ({
    country,
    name: country === null ? t('sites_pan') : tellCountry(country, language),
    sites: SITES.filter((site) => site.country === country),
  }))
    .map((group) => ({ ...group, sites: group.sites.filter(({ host, name }) => matches([host, name, group.name], query)) }))
    .filter(({ sites }) => sites.length > 0);
  const switchSite = (host: string, on: boolean) =>
    void save(({ off }) => ({ off: on ? off.filter((other) => !isOff({ on: true, off: [other] }, host)) : [...off, host].sort() }));

  return (
    <Field words={[t('sites_known', SITES.length), t('sites_known_hint'), ...SITES.flatMap(({ host, name }) => [host, name])]}>
      <h3>{t('sites_known', SITES.length)}</h3>
      <p class="hint">{t('sites_known_hint')}</p>
      <input
        type="search"
        class="filter"
        value={query}
        placeholder={t('sites_known_filter')}
        aria-label={t('sites_known_filter')}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      {groups.length === 0 && <p role="status">{t('sites_known_none', query)}</p>}
      {groups.map(({ country, name, sites }, index) => (
        <details key={country ?? 'all'} class="country" open={query !== '' || index === 0}>
          <summary>
            {name} <span class="hint">{sites.length}</span>
          </summary>
          {sites.map(({ host, name: outlet }) => (
            <Switch
              key={host}
              label={
                <>
                  <bdi>{outlet}</bdi> <bdi class="host hint">{host}</bdi>
                </>
              }
              on={!isOff({ on: true, off: settings.off }, host)}
              onChange={(on) => switchSite(host, on)}
            />
          ))}
        </details>
      ))}
    </Field>
  );
}
