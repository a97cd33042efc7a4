import { RadioGroup, Select } from '../../../components/controls/choice';
import { Range } from '../../../components/controls/range';
import { useText } from '../../../components/text';
import type { Settings } from '../../../utils/browser/settings';
import { Field, Section, type SectionProps } from '../frame';

const SIZES: readonly Settings['size'][] = ['small', 'medium', 'large'];
/** Each language by its own name: the reader who needs it may not read the one shown. */
const LANGUAGE_NAMES = [
  { value: 'ar', label: 'العربية' },
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
] as const;

/** When the card opens and how it reads. */
export function CardSection({ settings, save }: SectionProps) {
  const { t } = useText();
  const triggers = (['hover', 'click'] as const).map((value) => ({ value, label: t(`card_trigger_${value}`) }));
  const sizes = SIZES.map((value) => ({ value, label: <span class={`size-${value}`}>{t(`card_size_${value}`)}</span> }));
  const languages = [{ value: 'auto' as const, label: t('card_language_auto') }, ...LANGUAGE_NAMES];
  return (
    <Section id="card">
      <Field words={[t('card_language'), t('card_language_hint'), ...languages.map(({ label }) => label)]}>
        <Select label={t('card_language')} hint={t('card_language_hint')} value={settings.language} options={languages} onChange={(language) => void save({ language })} />
      </Field>
      <Field words={[t('card_trigger'), t('card_trigger_hint'), ...triggers.map(({ label }) => label)]}>
        <RadioGroup label={t('card_trigger')} hint={t('card_trigger_hint')} value={settings.trigger} options={triggers} onChange={(trigger) => void save({ trigger })} />
      </Field>
      {settings.trigger === 'hover' && (
        <Field words={[t('card_delay')]}>
          <Range label={t('card_delay')} value={settings.delay} min={150} max={2000} step={50} say={(value) => t('card_delay_value', value / 1000)} onChange={(delay) => void save({ delay })} />
        </Field>
      )}
      <Field words={[t('card_size'), ...SIZES.map((value) => t(`card_size_${value}`))]}>
        <RadioGroup label={t('card_size')} value={settings.size} options={sizes} onChange={(size) => void save({ size })} />
      </Field>
    </Section>
  );
}
