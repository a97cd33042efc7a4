import { useEffect } from 'preact/hooks';
import type { Translate } from '../../utils/browser/i18n';
import type { Saving } from '../settings';
import { useText } from '../text';

/** Long enough to read and to reach the button by keyboard. */
const SHOWN_MS = 8000;

function told(saving: Saving, t: Translate): string {
  if (saving.state === 'saved') return saving.message ?? t('ui_saved');
  return saving.state === 'undone' ? t('ui_undone') : t('ui_not_saved');
}

/** Says that a change was saved, and offers to take it back. Always in the page, so that it is read out. */
export function Toast(props: { saving: Saving | null; onDone: () => void }) {
  const { t } = useText();
  const { saving, onDone } = props;
  useEffect(() => {
    if (!saving) return undefined;
    const timer = setTimeout(onDone, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [saving, onDone]);

  return (
    <div class="toast" data-shown={saving ? 'yes' : 'no'} data-state={saving?.state}>
      <p role="status">{saving && told(saving, t)}</p>
      {saving?.state === 'saved' && (
        <button type="button" class="quiet" onClick={saving.undo}>
          {t('ui_undo')}
        </button>
      )}
    </div>
  );
}
