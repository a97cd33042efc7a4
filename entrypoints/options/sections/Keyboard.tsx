import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { useText } from '../../../components/text';
import { COMMANDS } from '../../../utils/browser/commands';
import { Field, Section } from '../frame';

/** The shortcuts as the browser has them now. */
export function KeyboardSection() {
  const { t } = useText();
  const [keys, setKeys] = useState<Record<string, string>>({});
  const [manual, setManual] = useState(false);
  useEffect(() => {
    const read = () => void browser.commands?.getAll().then((all) => setKeys(Object.fromEntries(all.map(({ name, shortcut }) => [name ?? '', shortcut ?? '']))));
    read();
    // The browser's page is another tab: on coming back they may have changed.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);

  const commands = COMMANDS.map((command) => ({ id: command as string, action: t(`command_${command.replaceAll('-', '_')}`), key: keys[command] ?? '' }));
  const fixed = ['enter', 'escape'].map((key) => ({ id: key, action: t(`keyboard_${key}`), key: t(`keyboard_key_${key}`) }));
  return (
    <Section id="keyboard">
      <Field words={[t('keyboard_text'), t('keyboard_change'), ...commands.map(({ action }) => action)]}>
        <p>{t('keyboard_text')}</p>
        <table class="keys">
          <thead class="unseen">
            <tr>
              <th scope="col">{t('keyboard_action')}</th>
              <th scope="col">{t('keyboard_key')}</th>
            </tr>
          </thead>
          <tbody>
            {[...commands, ...fixed].map(({ id, action, key }) => (
              <tr key={id}>
                <th scope="row">{action}</th>
                <td>{key ? <kbd>{key}</kbd> : <span class="hint">{t('keyboard_unset')}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <button type="button" onClick={() => void openShortcuts().then((opened) => setManual(!opened))}>
          {t('keyboard_change')}
        </button>
        <p role="status" class="hint">
          {manual && t('keyboard_change_manual')}
        </p>
      </Field>
    </Section>
  );
}

/** Opens the browser's own page for shortcuts, where it lets an extension do so. */
async function openShortcuts(): Promise<boolean> {
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?: () => Promise<void> };
  try {
    if (commands.openShortcutSettings) await commands.openShortcutSettings();
    else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  } catch {
    return false;
  }
}
