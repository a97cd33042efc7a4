import { useText } from '../../../components/text';
import { DEFAULT_SETTINGS } from '../../../utils/browser/settings';
import { Field, Section, type SectionProps } from '../frame';

/** Everything back to how it came; like every change it can be undone. */
export function ResetSection({ save }: SectionProps) {
  const { t } = useText();
  return (
    <Section id="reset">
      <Field words={[t('reset_text'), t('reset_button')]}>
        <p>{t('reset_text')}</p>
        <button type="button" onClick={() => void save(DEFAULT_SETTINGS, t('reset_done'))}>
          {t('reset_button')}
        </button>
      </Field>
    </Section>
  );
}
