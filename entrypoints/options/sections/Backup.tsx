import { useState } from 'preact/hooks';
import { useText } from '../../../components/text';
import { fromBackup, toBackup } from '../../../utils/browser/backup';
import { Field, Section, type SectionProps } from '../frame';

/** Settings out to a file and in from one. A file is taken whole or not at all. */
export function BackupSection({ settings, save }: SectionProps) {
  const { t, language } = useText();
  const [told, tell] = useState<{ text: string; failed: boolean } | null>(null);

  const exportFile = () => {
    const { name, text } = toBackup(settings, new Date().toISOString().slice(0, 10));
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The download has its own hold on the contents by the next turn.
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    tell({ text: t('backup_exported', name), failed: false });
  };

  const importFile = async (file: File) => {
    const read = fromBackup(await file.text());
    if ('settings' in read) {
      await save(read.settings, t('backup_imported'));
      return tell({ text: t('backup_imported'), failed: false });
    }
    const list = (fields: string[]) => new Intl.ListFormat(language).format(fields);
    const detail = read.fault === 'newer' ? read.version : 'fields' in read ? list(read.fields) : undefined;
    return tell({ text: t(`backup_error_${read.fault}`, detail), failed: true });
  };

  return (
    <Section id="backup">
      <Field words={[t('backup_text'), t('backup_export'), t('backup_import')]}>
        <p>{t('backup_text')}</p>
        <div class="buttons">
          <button type="button" onClick={exportFile}>
            {t('backup_export')}
          </button>
          <label class="button file">
            {t('backup_import')}
            <input
              class="unseen"
              type="file"
              accept="application/json,.json"
              onChange={(event) => {
                const input = event.currentTarget;
                const [file] = input.files ?? [];
                // Emptied at once, or the same file could not be chosen again after a mistake.
                if (file) void importFile(file).finally(() => (input.value = ''));
              }}
            />
          </label>
        </div>
        <p role="status" class={told?.failed ? 'problem' : 'hint'}>
          {told?.text}
        </p>
      </Field>
    </Section>
  );
}
