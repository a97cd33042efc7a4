import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { useText } from '../../components/text';
import { askFor, type Scope } from '../../utils/browser/permissions';
import type { Tab } from './page';

const SCOPES: readonly Scope[] = ['site', 'news', 'all'];

/** Where the extension may not look yet: what it needs and why, and the three answers a reader can give. */
export function Ask({ tab, onGranted }: { tab: Tab; onGranted: () => Promise<void> }) {
  const { t } = useText();
  const [answer, setAnswer] = useState<'refused' | 'reload' | null>(null);

  // No await before asking: the browser takes the question only straight from the click.
  const ask = (scope: Scope) =>
    void askFor(scope, tab).then(
      async (granted) => {
        if (!granted) return setAnswer('refused');
        await onGranted();
        // Still here a moment later means that the open page could not be entered as it is.
        setTimeout(() => setAnswer('reload'), 800);
      },
      () => setAnswer('refused'),
    );

  return (
    <div class="note">
      <h2>{t('popup_ask_title')}</h2>
      <p>{t('popup_ask_text')}</p>
      <div class="stack">
        {SCOPES.map((scope, index) => (
          <button type="button" key={scope} class={index === 0 ? 'strong' : undefined} onClick={() => ask(scope)}>
            {t(`popup_ask_${scope}`)}
          </button>
        ))}
      </div>
      <p role="status" class="hint">
        {answer && t(`popup_ask_${answer}`)}
      </p>
      {answer === 'reload' && (
        <button type="button" onClick={() => void browser.tabs.reload(tab.id).then(() => close())}>
          {t('popup_reload')}
        </button>
      )}
    </div>
  );
}
