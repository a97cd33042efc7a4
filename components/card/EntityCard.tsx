import type { CardContent } from '../../utils/browser/protocol';
import { BackIcon, CloseIcon, PinIcon } from './icons';
import { Doubt, Events, Kin, Role, Sources, WhyThis } from './parts';
import { label, monogram, type Labels } from './text';
import { Timeline } from './Timeline';

/** What a card shows at a moment. `name` is what is known before an answer has come. */
export type CardView =
  | { is: 'waiting'; name: string; kind: CardContent['entity']['kind'] }
  | { is: 'nothing' | 'failed'; name: string; kind: CardContent['entity']['kind'] }
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
          {monogram(entity.name, entity.kind)}
        </span>
        <div class="title">
          <h2 id={CARD_TITLE_ID}>{entity.name}</h2>
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
  if (view.is !== 'known') return <p class="nothing">{label(labels, view.is === 'nothing' ? 'card_nothing' : 'card_failed')}</p>;

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
