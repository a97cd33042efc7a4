import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { languageOf } from '../utils/browser/i18n';
import type { Settings } from '../utils/browser/settings';
import { readSettings, watchSettings, writeSettings, type SettingsPatch } from '../utils/browser/settings-store';
import { speak, type Text } from './text';

/** What came of the last change, for the reader to be told. */
export type Saving = { state: 'saved'; undo: () => void; message?: string } | { state: 'undone' | 'failed' };

/** The settings of a page of the extension. */
export interface SettingsHandle {
  settings: Settings;
  text: Text;
  saving: Saving | null;
  /** Saves at once and keeps what was there before, so that it can be undone; `message` is said instead of "saved". */
  save: (patch: SettingsPatch, message?: string) => Promise<void>;
  /** Stops telling of the last change. */
  forget: () => void;
}

/** The settings, kept as they are stored, and the page in their language; null until both are read. */
export function useSettings(): SettingsHandle | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [text, setText] = useState<Text | null>(null);
  const [saving, setSaving] = useState<Saving | null>(null);

  useEffect(() => {
    void readSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);

  const language = settings && languageOf(settings.language);
  const wanted = useRef(language);
  useEffect(() => {
    wanted.current = language;
    // A language that arrives after the reader has chosen yet another is dropped.
    if (language) void speak(language).then((spoken) => wanted.current === spoken.language && setText(spoken));
  }, [language]);

  const save = useCallback(async (patch: SettingsPatch, message?: string) => {
    let before: Settings | undefined;
    try {
      const after = await writeSettings((stored) => {
        before = stored;
        return typeof patch === 'function' ? patch(stored) : patch;
      });
      setSettings(after);
      const undo = () => void writeSettings(changedFields(before!, after)).then((back) => (setSettings(back), setSaving({ state: 'undone' })), () => setSaving({ state: 'failed' }));
      setSaving({ state: 'saved', undo, message });
    } catch {
      setSaving({ state: 'failed' });
    }
  }, []);

  const forget = useCallback(() => setSaving(null), []);
  return settings && text ? { settings, text, saving, save, forget } : null;
}

/** What the fields that a change touched were before it; the others may have moved on since. */
export function changedFields(before: Settings, after: Settings): Partial<Settings> {
  const entries = Object.entries(before).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(after[key as keyof Settings]));
  return Object.fromEntries(entries) as Partial<Settings>;
}
