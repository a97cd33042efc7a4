import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { Switch } from '../../components/controls/switch';
import { Toast } from '../../components/controls/toast';
import { useSettings, type SettingsHandle } from '../../components/settings';
import { TextProvider, useText } from '../../components/text';
import { toggleSite } from '../../utils/browser/commands';
import { canRunOn } from '../../utils/browser/permissions';
import { isOff, siteKey } from '../../utils/browser/sites';
import { Ask } from './Ask';
import { Cast } from './Cast';
import { lookAt, tabInFront, type Page, type Tab } from './page';

/** How often the page is asked again while the popup is open: an article may still be being read. */
const LOOK_AGAIN_MS = 1000;

/** The popup under the toolbar icon. */
export function Popup() {
  const handle = useSettings();
  return handle && (
    <TextProvider value={handle.text}>
      <Surface handle={handle} />
    </TextProvider>
  );
}

function Surface({ handle }: { handle: SettingsHandle }) {
  const { t } = useText();
  const { settings, save, saving, forget } = handle;
  const [tab, setTab] = useState<Tab | null>(null);
  const [page, setPage] = useState<Page | null>(null);
  const look = useCallback(async () => {
    const front = await tabInFront(location.search).catch(() => null);
    setTab(front);
    setPage(await lookAt(front));
  }, []);

  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [look, settings]);
  useEffect(() => {
    document.title = t('popup_title');
  }, [t]);

  const hostname = tab && canRunOn(tab.url) ? new URL(tab.url!).hostname : null;
  const offHere = hostname !== null && isOff({ ...settings, on: true }, hostname);
  return (
    <>
      <header class="bar">
        <h1>
          <img src="/icon.svg" alt="" width="24" height="24" />
          {t('ext_name')}
        </h1>
        <button type="button" class="quiet" onClick={() => void browser.runtime.openOptionsPage().then(() => close())}>
          {t('popup_options')}
        </button>
      </header>
      <main>
        <div class="switches">
          <Switch label={t('popup_everywhere')} on={settings.on} onChange={(on) => void save({ on })} />
          {hostname !== null && page?.kind !== 'closed' && (
            <Switch
              label={<Host text={t('popup_here', '$1')} host={siteKey(hostname)} />}
              on={settings.on && !offHere}
              disabled={!settings.on}
              onChange={() => void toggleSite(hostname)}
            />
          )}
        </div>
        {!settings.on ? <Note title={t('popup_off_title')} text={t('popup_off_all')} />
        : offHere ? <Note title={t('popup_off_title')} text={t('popup_off_here')} />
        : page === null ? <p class="note" role="status">{t('ui_loading')}</p>
        : page.kind === 'closed' ? <Note title={t('popup_closed_title')} text={t('popup_closed_text')} />
        : page.kind === 'absent' ? <Ask tab={tab!} onGranted={look} />
        : <Cast tab={tab!} state={page.state} months={settings.months} hijri={settings.hijri} uncertain={settings.uncertain} />}
      </main>
      <Toast saving={saving} onDone={forget} />
    </>
  );
}

/** A sentence with a host in it, which keeps its own direction. */
function Host({ text, host }: { text: string; host: string }) {
  const [before, after] = text.split('$1').length > 1 ? text.split('$1') : [text, ''];
  return (
    <>
      {before}
      <bdi class="host">{host}</bdi>
      {after}
    </>
  );
}

function Note({ title, text }: { title: string; text: string }) {
  return (
    <div class="note">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}
