import { RadioGroup } from '../../../components/controls/choice';
import { Switch } from '../../../components/controls/switch';
import { useText } from '../../../components/text';
import type { Settings } from '../../../utils/browser/settings';
import { Field, Section, type SectionProps } from '../frame';
import { Preview } from './Preview';

const KINDS = [
  ['person', 'marks_people'],
  ['organization', 'marks_organizations'],
  ['office', 'marks_offices'],
] as const;
const DENSITIES: readonly Settings['density'][] = ['block', 'page', 'all'];
const STYLES: readonly Settings['style'][] = ['dotted', 'dashed', 'solid', 'tint'];
const COLOURS: readonly Settings['colours'][] = ['calm', 'vivid', 'mono'];

/** What is marked, how often and how it looks, with a sample that shows it. */
export function MarksSection({ settings, save }: SectionProps) {
  const { t } = useText();
  const options = <Value extends string>(prefix: string, values: readonly Value[]) => values.map((value) => ({ value, label: t(`${prefix}_${value}`) }));
  const densities = options('marks_density', DENSITIES);
  const styles = options('marks_style', STYLES);
  const colours = options('marks_colours', COLOURS);
  const words = (given: readonly { label: string }[]) => given.map(({ label }) => label);
  return (
    <Section id="marks">
      <Field words={[t('marks_preview')]}>
        <Preview settings={settings} />
      </Field>
      <Field words={[t('marks_kinds'), ...KINDS.map(([, key]) => t(key))]}>
        <fieldset class="switch-group">
          <legend>{t('marks_kinds')}</legend>
          {KINDS.map(([kind, key]) => (
            <Switch
              key={kind}
              label={t(key)}
              hint={kind === 'office' ? t('marks_offices_hint') : undefined}
              on={settings.kinds[kind]}
              onChange={(on) => void save(({ kinds }) => ({ kinds: { ...kinds, [kind]: on } }))}
            />
          ))}
        </fieldset>
      </Field>
      <Field words={[t('marks_uncertain'), t('marks_uncertain_hint')]}>
        <Switch label={t('marks_uncertain')} hint={t('marks_uncertain_hint')} on={settings.uncertain} onChange={(uncertain) => void save({ uncertain })} />
      </Field>
      <Field words={[t('marks_density'), ...words(densities)]}>
        <RadioGroup label={t('marks_density')} value={settings.density} options={densities} onChange={(density) => void save({ density })} />
      </Field>
      <Field words={[t('marks_style'), ...words(styles)]}>
        <RadioGroup label={t('marks_style')} value={settings.style} options={styles} onChange={(style) => void save({ style })} />
      </Field>
      <Field words={[t('marks_colours'), ...words(colours)]}>
        <RadioGroup label={t('marks_colours')} value={settings.colours} options={colours} onChange={(chosen) => void save({ colours: chosen })} />
      </Field>
      <Field words={[t('marks_navigation'), t('marks_navigation_hint')]}>
        <Switch label={t('marks_navigation')} hint={t('marks_navigation_hint')} on={settings.navigation} onChange={(navigation) => void save({ navigation })} />
      </Field>
      <Field words={[t('marks_badge')]}>
        <Switch label={t('marks_badge')} on={settings.badge} onChange={(badge) => void save({ badge })} />
      </Field>
    </Section>
  );
}
