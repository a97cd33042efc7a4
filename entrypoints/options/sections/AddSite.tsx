import { useState } from 'preact/hooks';
import { useText } from '../../../components/text';
import { askFor } from '../../../utils/browser/permissions';
import { hostFrom, isOff, siteKey } from '../../../utils/browser/sites';
import type { SectionProps } from '../frame';

/** A site by its address: to leave alone, or to be let into. */
export function AddSite({ settings, save }: SectionProps) {
  const { t } = useText();
  const [typed, type] = useState('');
  const [told, tell] = useState<{ text: string; failed: boolean } | null>(null);

  const withHost = (use: (host: string) => void) => {
    const host = hostFrom(typed);
    if (host === null) return tell({ text: t('sites_add_bad', typed.trim()), failed: true });
    return use(siteKey(host));
  };
  const switchOff = () =>
    withHost((host) => {
      if (isOff({ on: true, off: settings.off }, host)) return tell({ text: t('sites_add_already', host), failed: true });
      type('');
      tell(null);
      return void save(({ off }) => ({ off: [...off, host].sort() }));
    });
  // No await before asking: the browser takes the question only straight from the click.
  const allow = () =>
    withHost((host) => {
      void askFor('site', { url: `https://${host}/` }).then(
        (granted) => {
          tell({ text: t(granted ? 'sites_add_granted' : 'sites_add_refused', host), failed: !granted });
          if (granted) type('');
        },
        () => tell({ text: t('sites_add_refused', host), failed: true }),
      );
    });

  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        switchOff();
      }}
    >
      <input
        type="text"
        inputMode="url"
        autoComplete="off"
        spellcheck={false}
        class="host"
        aria-label={t('sites_add_label')}
        placeholder={t('sites_add_placeholder')}
        value={typed}
        aria-invalid={told?.failed ?? false}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <div class="buttons">
        <button type="submit">{t('sites_add_off')}</button>
        <button type="button" onClick={allow}>
          {t('sites_add_on')}
        </button>
      </div>
      <p role="status" class={told?.failed ? 'problem' : 'hint'}>
        {told?.text}
      </p>
    </form>
  );
}
