import { useEffect, useState } from 'preact/hooks';
import { Monogram } from '../../../components/controls/monogram';
import { useText } from '../../../components/text';
import { send } from '../../../utils/browser/messages';
import type { Answer } from '../../../utils/browser/protocol';
import { otherName, tellCountry, tellName } from '../../../utils/telling/names';

/** One entity as the search gives it. */
export type Found = Answer<'datasetSearch'>['items'][number];

/** Somebody of the dataset: name, today's role or country, and a button that hides or shows again. */
export function EntityRow({ found, hidden, onHide }: { found: Found; hidden: boolean; onHide: (hidden: boolean) => void }) {
  const { t, language } = useText();
  const name = tellName(found.name, language);
  const other = otherName(found.name, language);
  const about = [found.role, found.country && tellCountry(found.country, language)].filter(Boolean).join(' · ');
  return (
    <li class="row" data-hidden={hidden ? 'yes' : undefined}>
      <Monogram name={name} kind={found.kind} />
      <span class="row-name">
        <bdi class="row-title">{name}</bdi> {other && <bdi class="hint other">{other}</bdi>}
        {about && <span class="hint">{about}</span>}
      </span>
      <button type="button" class="quiet" aria-label={t(hidden ? 'entities_show_named' : 'entities_hide_named', name)} onClick={() => onHide(!hidden)}>
        {t(hidden ? 'entities_show' : 'entities_hide')}
      </button>
    </li>
  );
}

/** Those never to be marked, by name where the dataset still knows them, else by id: nobody is lost from the list. */
export function HiddenList({ ids, onShow }: { ids: readonly string[]; onShow: (id: string) => void }) {
  const { t } = useText();
  const [known, setKnown] = useState<Record<string, Found>>({});
  useEffect(() => {
    let gone = false;
    for (const id of ids) {
      if (known[id]) continue;
      // An id is found as itself.
      void send('datasetSearch', { query: id, country: null, kind: null, offset: 0 }).then(
        ({ items }) => {
          const found = items.find((item) => item.id === id);
          if (found && !gone) setKnown((before) => ({ ...before, [id]: found }));
        },
        () => undefined,
      );
    }
    return () => {
      gone = true;
    };
  }, [ids.join(' ')]);

  return (
    <ul class="rows">
      {ids.map((id) =>
        known[id] ? (
          <EntityRow key={id} found={known[id]} hidden onHide={() => onShow(id)} />
        ) : (
          <li class="row" key={id}>
            <span class="row-name">
              <bdi class="host">{id}</bdi>
            </span>
            <button type="button" class="quiet" aria-label={t('entities_show_named', id)} onClick={() => onShow(id)}>
              {t('entities_show')}
            </button>
          </li>
        ),
      )}
    </ul>
  );
}
