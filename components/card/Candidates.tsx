import type { CandidatesContent } from '../../utils/browser/protocol';
import { OpensIcon } from './icons';
import { label, unclearKey, type Labels } from './text';

interface Props {
  content: CandidatesContent;
  /** Whether more than these may be meant. */
  more: boolean;
  labels: Labels;
  onFollow: (entity: string) => void;
}

/** Who may be meant by words in doubt: each with their role that day and what speaks for them, and a way to their card. */
export function Candidates({ content: { candidates, date }, more, labels, onFollow }: Props) {
  return (
    <>
      <p class="role-label plain">{label(labels, unclearKey(candidates.length))}</p>
      <p class="caption">{label(labels, 'card_at_date', date.text)}</p>
      <ul>
        {candidates.map(({ id, name, line, evidence }) => (
          <li key={id} class="kins why">
            <button type="button" class="kin" onClick={() => onFollow(id)}>
              <span class="kin-name">
                <bdi>{name}</bdi>
              </span>
              <span class="kin-title">{line}</span>
              <OpensIcon />
            </button>
            {evidence.length > 0 && (
              <ul aria-label={label(labels, 'card_unclear_why')}>
                {evidence.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {more && <p class="description">{label(labels, 'card_unclear_more')}</p>}
      {date.note && <p class="note">{date.note}</p>}
    </>
  );
}
