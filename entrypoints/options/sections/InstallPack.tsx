import { useRef, useState } from 'preact/hooks';
import { useText } from '../../../components/text';
import { replacePack } from '../../../utils/browser/installed-pack';
import type { Settings } from '../../../utils/browser/settings';
import { readPackFile } from '../../../utils/dataset/pack-file';
import { PackError } from '../../../utils/matching/format';
import { Field } from '../frame';
import { FactList, type DatasetFacts } from './DatasetFacts';

/** Far above a pack of a million names; more is something else, and is not read. */
const LARGEST = 256 * 1024 * 1024;

/** What came of the last thing done; `before` is what was installed until then, where that can be had back. */
interface Told {
  text: string;
  failed: boolean;
  before?: Uint8Array | null;
}

/** The key of the sentence that says what is wrong with a pack and what to do. */
export const packFault = (fault: string): string => `data_error_${fault.replaceAll('-', '_')}`;

/** Another dataset in place of the bundled one: checked whole, shown, and used only when the reader says so. */
export function InstallPack({ settings, installed }: { settings: Settings; installed: boolean }) {
  const { t } = useText();
  const [told, tell] = useState<Told | null>(null);
  const [checked, setChecked] = useState<{ bytes: Uint8Array; facts: DatasetFacts } | null>(null);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const refuse = (fault: string) => tell({ text: t('data_refused', t(packFault(fault))), failed: true });

  const check = async (file: File) => {
    setChecked(null);
    if (file.size > LARGEST) return refuse('size');
    tell({ text: t('data_checking'), failed: false });
    const bytes = await contents(file);
    if (!bytes) return refuse('file');
    try {
      const { meta, index } = readPackFile(bytes);
      setChecked({ bytes, facts: { ...meta.counts, version: meta.version, date: meta.date, names: index.count, packBytes: bytes.length } });
      return tell({ text: t('data_checked', file.name), failed: false });
    } catch (error) {
      return refuse(error instanceof PackError ? error.reason : 'malformed');
    }
  };

  /** Puts a pack, or with null the bundled one, into use, and offers the way back where there is one. */
  const use = async (bytes: Uint8Array | null, said: string, undoable: boolean) => {
    setBusy(true);
    setChecked(null);
    // The button pressed is about to go: whoever is at the keyboard stays in this place.
    input.current?.focus();
    try {
      const before = await replacePack(bytes);
      // Nothing to go back to is a way back only for what was put where nothing was.
      tell({ text: t(said), failed: false, before: undoable && (before !== null || bytes !== null) ? before : undefined });
    } catch {
      refuse('storage');
    } finally {
      setBusy(false);
    }
  };

  return (
    <Field words={[t('data_install_title'), t('data_install_text'), t('data_install'), t('data_remove')]}>
      <h3>{t('data_install_title')}</h3>
      <p>{t('data_install_text')}</p>
      <div class="buttons">
        <label class="button file">
          {t('data_install')}
          <input
            ref={input}
            class="unseen"
            type="file"
            accept=".pack"
            onChange={(event) => {
              const { currentTarget: chosen } = event;
              const [file] = chosen.files ?? [];
              // Emptied at once, or the same file could not be chosen again after a mistake.
              if (file) void check(file).finally(() => (chosen.value = ''));
            }}
          />
        </label>
        {installed && (
          <button type="button" disabled={busy} onClick={() => void use(null, 'data_removed', true)}>
            {t('data_remove')}
          </button>
        )}
      </div>
      <p role="status" class={told?.failed ? 'problem' : 'hint'}>
        {told?.text}
      </p>
      {told?.before !== undefined && (
        <button type="button" disabled={busy} onClick={() => void use(told.before!, 'ui_undone', false)}>
          {t('ui_undo')}
        </button>
      )}
      {checked && (
        <div class="offer">
          <FactList facts={checked.facts} settings={settings} />
          <div class="buttons">
            <button type="button" class="strong" disabled={busy} onClick={() => void use(checked.bytes, 'data_installed', true)}>
              {t('data_use')}
            </button>
            <button
              type="button"
              onClick={() => {
                setChecked(null);
                input.current?.focus();
                tell({ text: t('data_cancelled'), failed: false });
              }}
            >
              {t('data_cancel')}
            </button>
          </div>
        </div>
      )}
    </Field>
  );
}

/** The bytes of a file; null when the browser cannot read it any more. */
async function contents(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
