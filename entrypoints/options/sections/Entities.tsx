import { useEffect, useRef, useState } from 'preact/hooks';
import { Select } from '../../../components/controls/choice';
import { useText } from '../../../components/text';
import { send } from '../../../utils/browser/messages';
import type { Answer } from '../../../utils/browser/protocol';
import { SITE_COUNTRIES } from '../../../utils/browser/sites';
import { tellCountry } from '../../../utils/telling/names';
import { Field, Section, type SectionProps } from '../frame';
import { EntityRow, HiddenList, type Found } from './EntityRow';

/** Countries outside the Arab world that its news is full of. */
const OTHERS = ['US', 'GB', 'FR', 'DE', 'ES', 'IT', 'TR', 'IR', 'IL', 'RU', 'UA', 'CN', 'IN', 'PK', 'AF', 'ML', 'NE', 'TD', 'SN', 'NG', 'ET', 'ER', 'SS', 'ZA', 'SO', 'DJ', 'KM', 'EH'];
const COUNTRIES: readonly string[] = [...SITE_COUNTRIES.filter((code) => code !== null), ...OTHERS];
/** Between the last key and the search: a word is typed at one go. */
const PAUSE_MS = 200;

type Results = Answer<'datasetSearch'>;
type Kind = Found['kind'];

/** A search through everybody the dataset knows, and the list of those never to be marked. */
export function EntitiesSection({ settings, save }: SectionProps) {
  const { t, language } = useText();
  const [query, setQuery] = useState('');
  const [country, setCountry] = useState('');
  const [kind, setKind] = useState<Kind | ''>('');
  const [results, setResults] = useState<Results | 'failed' | null>(null);
  const asked = useRef(0);

  const search = async (offset: number, before: Found[]) => {
    const mine = ++asked.current;
    const found = await send('datasetSearch', { query: query.trim(), country: country || null, kind: kind || null, offset }).catch(() => null);
    // A late answer to an older question is dropped.
    if (mine === asked.current) setResults(found ? { total: found.total, items: [...before, ...found.items] } : 'failed');
  };
  useEffect(() => {
    const timer = setTimeout(() => void search(0, []), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query, country, kind]);

  const hide = (id: string, hidden: boolean) =>
    void save((stored) => ({ hidden: hidden ? [...stored.hidden.filter((other) => other !== id), id].sort() : stored.hidden.filter((other) => other !== id) }));
  const order = new Intl.Collator(language);
  const countries = COUNTRIES.map((value) => ({ value, label: tellCountry(value, language) })).sort((a, b) => order.compare(a.label, b.label));
  const kinds: { value: Kind | ''; label: string }[] = [
    { value: '', label: t('ui_all') },
    { value: 'person', label: t('marks_people') },
    { value: 'organization', label: t('marks_organizations') },
  ];
  return (
    <Section id="entities">
      <Field words={[t('entities_search'), t('entities_country'), t('entities_kind'), t('entities_hide')]}>
        <input
          type="search"
          value={query}
          maxLength={200}
          placeholder={t('entities_search_placeholder')}
          aria-label={t('entities_search')}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <div class="filters">
          <Select label={t('entities_country')} value={country} options={[{ value: '', label: t('ui_all') }, ...countries]} onChange={setCountry} />
          <Select label={t('entities_kind')} value={kind} options={kinds} onChange={setKind} />
        </div>
        <p role="status" class="hint total">
          {results === 'failed' ? t('entities_failed') : results && (results.total === 0 ? t('entities_none') : t('entities_total', undefined, results.total))}
        </p>
        {results === 'failed' && (
          <button type="button" onClick={() => void search(0, [])}>
            {t('ui_retry')}
          </button>
        )}
        {results && results !== 'failed' && (
          <ul class="rows">
            {results.items.map((found) => (
              <EntityRow key={found.id} found={found} hidden={settings.hidden.includes(found.id)} onHide={(hidden) => hide(found.id, hidden)} />
            ))}
          </ul>
        )}
        {results && results !== 'failed' && results.items.length < results.total && (
          <button type="button" onClick={() => void search(results.items.length, results.items)}>
            {t('ui_more')}
          </button>
        )}
      </Field>
      <Field words={[t('entities_hidden'), t('entities_hidden_hint'), t('entities_show')]}>
        <h3>{t('entities_hidden')}</h3>
        <p class="hint">{settings.hidden.length === 0 ? t('entities_hidden_none') : t('entities_hidden_hint')}</p>
        <HiddenList ids={settings.hidden} onShow={(id) => hide(id, false)} />
      </Field>
    </Section>
  );
}
