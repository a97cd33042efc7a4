import { useText } from '../../../components/text';
import { Field, Section } from '../frame';

const POINTS = ['sent', 'stored', 'page', 'links'] as const;

/** What the extension reads, keeps and sends, in plain words. */
export function PrivacySection() {
  const { t } = useText();
  return (
    <Section id="privacy">
      {POINTS.map((point) => (
        <Field key={point} words={[t(`privacy_${point}`), t(`privacy_${point}_text`)]}>
          <h3>{t(`privacy_${point}`)}</h3>
          <p>{t(`privacy_${point}_text`)}</p>
        </Field>
      ))}
    </Section>
  );
}
