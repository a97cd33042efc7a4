import type { CandidatesContent, CardContent } from '../../utils/browser/protocol';
import { Candidates } from './Candidates';
import { BackIcon, CloseIcon, PinIcon } from './icons';
import { Doubt, Events, Kin, Role, Sources, WhyThis } from './parts';
import { label, monogram, type Labels } from './text';
import { Timeline } from './Timeline';

/** What is known before an answer has come: a name, or words of the page that may name one of several. */
interface Titled {
  name: string;
  kind: CardContent['entity']['kind'] | 'unclear';
}

/** What a card shows at a moment. `unknown` words name nobody; of a name there may be `nothing` to tell. */
export type CardView =
  | (Titled & { is: 'waiting' | 'nothing' | 'unknown' | 'failed' })
  | (Titled & { is: 'unclear'; content: CandidatesContent; more: boolean })
  | { is: 'known'; content: CardContent };

/** What a card can ask of whoever shows it. */
export interface CardActions {
  onClose(): void;
  onPin(pinned: boolean): void;
  /** Shows another entity in the same card. */
  onFollow(entity: string): void;
  onBack(): void;
  /** Never again marked as this entity: on this page, or anywhere. */
  onHide(everywhere: boolean): void;
}

interface Props {
  view: CardView;
  labels: Labels;
  pinned: boolean;
  /** Name of the entity that was shown before this one, if it can be gone back to. */
  before: string | null;
  /** Whether the entity shown is one that was marked, and can so be hidden. */
  marked: boolean;
  rightToLeft: boolean;
  /** YYYY-MM-DD. */
  today: string;
  actions: CardActions;
}

/** Id of the element that names the card, for the dialog around it. */
export const CARD_TITLE_ID = 'siyaq-card-title';

/** A card about one person or organization, as of the article's date. */
export function EntityCard({ view, labels, pinned, before, marked, rightToLeft, today, actions }: Props) {
  const entity = view.is === 'known' ? view.content.entity : { ...view, otherName: null, country: null, kindLabel: null };
  const unclear = entity.kind === 'unclear';
  const about = [entity.kindLabel, entity.country].filter(Boolean).join(' · ');
  return (
    <div class={`card ${entity.kind}`} aria-busy={view.is === 'waiting'}>
      <div class="head">
        {before !== null && (
          <button type="button" class="tool back" aria-label={before} title={before} onClick={actions.onBack}>
            <BackIcon />
          </button>
        )}
        <span class="monogram" aria-hidden="true">
          {entity.kind === 'unclear' ? monogram('', 'person') : monogram(entity.name, entity.kind)}
        </span>
        <div class="title">
          <h2 id={CARD_TITLE_ID}>{unclear ? <bdi lang="ar">{entity.name}</bdi> : entity.name}</h2>
          {entity.otherName && (
            <p class="other-name">
              <bdi>{entity.otherName}</bdi>
            </p>
          )}
          {about && <p class="about">{about}</p>}
        </div>
        <div class="tools">
          <button
            type="button"
            class="tool pin"
            aria-pressed={pinned}
            aria-label={label(labels, pinned ? 'card_unpin' : 'card_pin')}
            title={label(labels, pinned ? 'card_unpin' : 'card_pin')}
            onClick={() => actions.onPin(!pinned)}
          >
            <PinIcon />
          </button>
          <button
            type="button"
            class="tool close"
            aria-label={label(labels, 'card_close')}
            title={label(labels, 'card_close')}
            onClick={actions.onClose}
          >
            <CloseIcon />
          </button>
        </div>
      </div>
      <div class="body" tabIndex={0} role="group" aria-labelledby={CARD_TITLE_ID}>
        <Body view={view} labels={labels} marked={marked} rightToLeft={rightToLeft} today={today} actions={actions} />
      </div>
    </div>
  );
}

type BodyProps = Pick<Props, 'view' | 'labels' | 'marked' | 'rightToLeft' | 'today' | 'actions'>;

function Body({ view, labels, marked, rightToLeft, today, actions }: BodyProps) {
  if (view.is === 'waiting') {
    return (
      <div class="waiting">
        <p class="unseen">{label(labels, 'card_loading')}</p>
        <span class="blank short" />
        <span class="blank tall" />
        <span class="blank" />
      </div>
    );
  }
  if (view.is === 'unclear') return <Candidates content={view.content} more={view.more} labels={labels} onFollow={actions.onFollow} />;
  if (view.is !== 'known') return <p class="nothing">{label(labels, `card_${view.is}`)}</p>;

  const { content } = view;
  const { head, parent } = content;
  return (
    // A new entity begins with its folded parts folded.
    <div key={content.entity.id}>
      <Role content={content} labels={labels} />
      {(head || parent) && (
        <div class="kins">
          {head && <Kin title={label(labels, 'card_head')} name={head.name} detail={head.label} onOpen={() => actions.onFollow(head.id)} />}
          {parent && <Kin title={label(labels, 'card_parent')} name={parent.name} onOpen={() => actions.onFollow(parent.id)} />}
        </div>
      )}
      {content.timeline.length > 0 && (
        <Timeline terms={content.timeline} articleDate={content.date} today={today} rightToLeft={rightToLeft} labels={labels} />
      )}
      {content.events.length > 0 && <Events events={content.events} labels={labels} />}
      {content.evidence.length > 0 && <WhyThis evidence={content.evidence} labels={labels} />}
      {(content.sources.length > 0 || content.links.length > 0) && <Sources content={content} labels={labels} />}
      <Doubt report={content.report} labels={labels} onHide={marked ? actions.onHide : null} />
    </div>
  );
}
