import { useEffect, useState } from 'preact/hooks';
import { Toast } from '../../components/controls/toast';
import { useSettings, type SettingsHandle } from '../../components/settings';
import { TextProvider, useText } from '../../components/text';
import { QueryProvider, SECTIONS, type SectionId } from './frame';
import { useSectionInSight } from './scroll';
import { BackupSection } from './sections/Backup';
import { CalendarsSection } from './sections/Calendars';
import { CardSection } from './sections/Card';
import { DataSection } from './sections/Data';
import { EntitiesSection } from './sections/Entities';
import { KeyboardSection } from './sections/Keyboard';
import { MarksSection } from './sections/Marks';
import { PrivacySection } from './sections/Privacy';
import { ResetSection } from './sections/Reset';
import { SitesSection } from './sections/Sites';

/** The settings page. */
export function Options() {
  const handle = useSettings();
  return handle && (
    <TextProvider value={handle.text}>
      <Page handle={handle} />
    </TextProvider>
  );
}

function Page({ handle }: { handle: SettingsHandle }) {
  const { t } = useText();
  const [query, setQuery] = useState('');
  const { settings, save, saving, forget } = handle;
  const props = { settings, save };
  useEffect(() => {
    document.title = t('options_title');
  }, [t]);

  return (
    <>
      <a class="skip" href="#content">
        {t('options_skip')}
      </a>
      <header>
        <div class="brand">
          <img src="/icon.svg" alt="" width="40" height="40" />
          <div>
            <h1>{t('options_title')}</h1>
            <p class="hint">{t('options_tagline')}</p>
          </div>
        </div>
        <input
          type="search"
          value={query}
          placeholder={t('options_search')}
          aria-label={t('options_search')}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </header>
      <div class="columns">
        <Navigation onChoose={() => setQuery('')} />
        <main id="content" tabIndex={-1}>
          <QueryProvider value={query}>
            <MarksSection {...props} />
            <CardSection {...props} />
            <SitesSection {...props} />
            <EntitiesSection {...props} />
            <CalendarsSection {...props} />
            <KeyboardSection />
            <DataSection {...props} />
            <PrivacySection />
            <BackupSection {...props} />
            <ResetSection {...props} />
          </QueryProvider>
          <p class="no-result">{t('options_search_none', query)}</p>
        </main>
      </div>
      <Toast saving={saving} onDone={forget} />
    </>
  );
}

/** The list of sections. Choosing one ends a search: what it leads to may have been searched away. */
function Navigation({ onChoose }: { onChoose: () => void }) {
  const { t } = useText();
  const inSight = useSectionInSight();
  const go = (id: SectionId) => {
    onChoose();
    // Once everything is there again. The heading takes the focus, so that reading and tabbing go on from there.
    requestAnimationFrame(() => {
      document.getElementById(id)?.scrollIntoView();
      document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
    });
  };
  return (
    <nav aria-label={t('options_nav')}>
      <ul>
        {SECTIONS.map((id) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === inSight ? 'true' : undefined} onClick={() => go(id)}>
              {t(`options_${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

