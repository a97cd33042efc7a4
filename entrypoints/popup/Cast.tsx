import { useState } from 'preact/hooks';
import { Monogram } from '../../components/controls/monogram';
import { useText } from '../../components/text';
import { send } from '../../utils/browser/messages';
import type { PageState } from '../../utils/browser/protocol';
import type { Settings } from '../../utils/browser/settings';
import { dateStyle, tellDate } from '../../utils/telling/dates';
import { tellName } from '../../utils/telling/names';
import { siteOf } from '../../utils/browser/sites';
import type { Tab } from './page';

/** How many are shown before the reader asks for all. */
const FIRST = 5;

/** Who was found in the page: each a button that goes to the mention, and with every further click to the next. */
export function Cast({ tab, state, months, hijri, uncertain }: { tab: Tab; state: PageState } & Pick<Settings, 'months' | 'hijri' | 'uncertain'>) {
  const { t, language } = useText();
  const [all, showAll] = useState(false);
  const [problem, setProblem] = useState(false);
  const { cast } = state;
  const doubts = state.unclear > 0 && <Doubts count={state.unclear} marked={uncertain} />;
  if (cast.length === 0) {
    return (
      <div class="note">
        <h2>{t('popup_none')}</h2>
        <p>{t('popup_none_hint')}</p>
        {doubts}
      </div>
    );
  }

  const jump = (entity: string) => void send('jump', { entity }, tab.id).then(() => setProblem(false), () => setProblem(true));
  const country = tab.url ? (siteOf(new URL(tab.url).hostname)?.country ?? null) : null;
  const shown = all ? cast : cast.slice(0, FIRST);
  return (
    <>
      <div class="found">
        <h2>{t('popup_found', undefined, cast.length)}</h2>
        <p class="hint">
          {state.date && state.dateSource !== 'today'
            ? t('popup_date', tellDate(state.date, dateStyle(language, months, hijri, country)))
            : t('popup_date_none')}
        </p>
      </div>
      <ul class="cast" aria-label={t('popup_cast')}>
        {shown.map(({ id, kind, name, role, count }) => (
          <li key={id}>
            <button type="button" class="plain" onClick={() => jump(id)}>
              <Monogram name={tellName(name, language)} kind={kind} />
              <span class="who">
                <span class="name">
                  <bdi>{tellName(name, language)}</bdi>
                </span>
                {role && (
                  <span class="role">
                    <bdi>{role}</bdi>
                  </span>
                )}
              </span>
              <span class="times" aria-hidden="true">
                {count}
              </span>
              <span class="unseen">{t('popup_times', undefined, count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {cast.length > FIRST && (
        <button type="button" class="quiet more" aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? t('popup_show_fewer') : t('popup_show_all', cast.length)}
        </button>
      )}
      {doubts}
      {problem && (
        <p role="alert" class="problem">
          {t('popup_problem')}
        </p>
      )}
    </>
  );
}

/** How many words are in doubt, and how to ask about them where they are not marked. */
function Doubts({ count, marked }: { count: number; marked: boolean }) {
  const { t } = useText();
  return (
    <div class="doubts">
      <p>{t('popup_unclear', undefined, count)}</p>
      {!marked && <p class="hint">{t('popup_unclear_hint')}</p>}
    </div>
  );
}
