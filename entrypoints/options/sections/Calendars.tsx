import { RadioGroup } from '../../../components/controls/choice';
import { Switch } from '../../../components/controls/switch';
import { useText } from '../../../components/text';
import type { Settings } from '../../../utils/browser/settings';
import { dateStyle, tellDate } from '../../../utils/telling/dates';
import { Field, Section, type SectionProps } from '../frame';

const MONTHS: readonly Settings['months'][] = ['outlet', 'maghreb', 'mashreq', 'gulf'];
/** A day in a month that every naming names differently. */
const EXAMPLE = '2025-08-15';

/** How dates are written in the card. */
export function CalendarsSection({ settings, save }: SectionProps) {
  const { t, language } = useText();
  const months = MONTHS.map((value) => ({ value, label: t(`calendars_months_${value}`) }));
  return (
    <Section id="calendars">
      <Field words={[t('calendars_months'), ...months.map(({ label }) => label)]}>
        <RadioGroup
          label={t('calendars_months')}
          hint={t('calendars_example', tellDate(EXAMPLE, dateStyle(language, settings.months, settings.hijri, 'DZ')))}
          value={settings.months}
          options={months}
          onChange={(chosen) => void save({ months: chosen })}
        />
      </Field>
      <Field words={[t('calendars_hijri'), t('calendars_hijri_hint')]}>
        <Switch label={t('calendars_hijri')} hint={t('calendars_hijri_hint')} on={settings.hijri} onChange={(hijri) => void save({ hijri })} />
      </Field>
    </Section>
  );
}
