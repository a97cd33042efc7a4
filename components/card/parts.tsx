import type { CardContent } from '../../utils/browser/protocol';
import { Fold } from './Fold';
import { OpensIcon, SealIcon } from './icons';
import { label, webAddress, type Labels } from './text';

type Source = CardContent['sources'][number];

interface LinkProps {
  address: string;
  text: string;
  labels: Labels;
  class?: string;
}

/** A link out of the card, or its text where the address is none that may be linked to. */
export function OutLink({ address, text, labels, class: className }: LinkProps) {
  const href = webAddress(address);
  if (href === null) return <span class={className}>{text}</span>;
  return (
    <a class={className} href={href} target="_blank" rel="noopener noreferrer">
      <bdi>{text}</bdi>
      <span class="unseen"> ({label(labels, 'card_new_tab')})</span>
    </a>
  );
}

/** Publisher, date, and whether it is the office's own word. */
export function SourceLine({ source, labels }: { source: Source; labels: Labels }) {
  return (
    <span class="source">
      <OutLink address={source.url} text={source.publisher} labels={labels} />
      {source.published && <span class="muted"> · {source.published}</span>}
      {source.official && (
        <span class="official">
          <SealIcon />
          {label(labels, 'card_official')}
        </span>
      )}
    </span>
  );
}

/** The role on the article's date, largest of all, and what has changed since. */
export function Role({ content, labels }: { content: CardContent; labels: Labels }) {
  const { role, date, entity } = content;
  return (
    <section class="role" aria-label={label(labels, 'card_at_date', date.text)}>
      <p class="caption">{label(labels, 'card_at_date', date.text)}</p>
      {role ? (
        <>
          <p class={role.status === 'current' ? 'role-label' : 'role-label past'}>
            {role.label}
            {role.acting && <span class="badge">{label(labels, 'card_acting')}</span>}
          </p>
          <p class="period">{role.period}</p>
        </>
      ) : (
        entity.description && <p class="role-label plain">{entity.description}</p>
      )}
      {role?.since && (
        <p class="since">
          <span class="since-title">{label(labels, 'card_since_then')}</span> {role.since}
        </p>
      )}
      {date.note && <p class="note">{date.note}</p>}
      {role && entity.description && <p class="description">{entity.description}</p>}
    </section>
  );
}

interface KinProps {
  title: string;
  name: string;
  detail?: string;
  onOpen: () => void;
}

/** Another entity, one step away. */
export function Kin({ title, name, detail, onOpen }: KinProps) {
  return (
    <button type="button" class="kin" onClick={onOpen}>
      <span class="kin-title">{title}</span>
      <span class="kin-name">
        <bdi>{name}</bdi>
        {detail && <span class="muted"> · {detail}</span>}
      </span>
      <OpensIcon />
    </button>
  );
}

const FEW_EVENTS = 3;

/** Three events, then all. */
export function Events({ events, labels }: { events: CardContent['events']; labels: Labels }) {
  return (
    <section class="section">
      <h3>{label(labels, 'card_events')}</h3>
      <Fold>
        {(all, toggle) => (
          <>
            <ol class="events">
              {(all ? events : events.slice(0, FEW_EVENTS)).map((event) => (
                <li key={event.id}>
                  <p class="event-date">
                    <time dateTime={event.start}>{event.date}</time>
                  </p>
                  <p class="event-title">{event.title}</p>
                  {event.summary && <p class="event-summary">{event.summary}</p>}
                  {event.shared.length > 0 && <p class="shared">{label(labels, 'card_shared', event.shared.join('، '))}</p>}
                  {event.sources.length > 0 && (
                    <p class="event-source">
                      <SourceLine source={event.sources[0]} labels={labels} />
                    </p>
                  )}
                </li>
              ))}
            </ol>
            {events.length > FEW_EVENTS && (
              <button type="button" class="quiet" aria-expanded={all} onClick={toggle}>
                {all ? label(labels, 'card_events_fewer') : label(labels, 'card_events_all', events.length)}
              </button>
            )}
          </>
        )}
      </Fold>
    </section>
  );
}

const FEW_SOURCES = 2;

/** Where it is known from, and when that was last checked. */
export function Sources({ content, labels }: { content: CardContent; labels: Labels }) {
  const { sources, links, verified } = content;
  return (
    <section class="section">
      <h3>{label(labels, 'card_sources')}</h3>
      <Fold>
        {(all, toggle) => (
          <>
            <ul class="sources">
              {(all ? sources : sources.slice(0, FEW_SOURCES)).map((source) => (
                <li key={source.url}>
                  <SourceLine source={source} labels={labels} />
                </li>
              ))}
            </ul>
            {sources.length > FEW_SOURCES && (
              <button type="button" class="quiet" aria-expanded={all} onClick={toggle}>
                {all ? label(labels, 'card_less') : label(labels, 'card_sources_all', sources.length)}
              </button>
            )}
          </>
        )}
      </Fold>
      {verified && <p class="verified">{verified}</p>}
      {links.length > 0 && (
        <ul class="links" aria-label={label(labels, 'card_links')}>
          {links.map((link) => (
            <li key={link.url}>
              <OutLink class="chip" address={link.url} text={link.label} labels={labels} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Why this match was made. */
export function WhyThis({ evidence, labels }: { evidence: readonly string[]; labels: Labels }) {
  return (
    <details class="section why">
      <summary>{label(labels, 'card_evidence')}</summary>
      <ul>
        {evidence.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}

interface DoubtProps {
  report: string | null;
  labels: Labels;
  onHide: ((everywhere: boolean) => void) | null;
}

/** What a reader who knows better can do. */
export function Doubt({ report, labels, onHide }: DoubtProps) {
  if (!onHide && !report) return null;
  return (
    <div class="section doubt">
      {onHide && (
        <details class="why">
          <summary>{label(labels, 'card_not_this')}</summary>
          <div class="doubt-choices">
            <button type="button" class="choice" onClick={() => onHide(false)}>
              {label(labels, 'card_not_here')}
            </button>
            <button type="button" class="choice" onClick={() => onHide(true)}>
              {label(labels, 'card_not_anywhere')}
            </button>
          </div>
        </details>
      )}
      {report && <OutLink class="report" address={report} text={label(labels, 'card_report')} labels={labels} />}
    </div>
  );
}
