import type { CardView } from '../../components/card/EntityCard';
import type { Labels } from '../../components/card/text';
import type { Mark } from '../../utils/page/mark-layer';
import type { NodeRun } from '../../utils/page/blocks';
import { markRects, runRects } from '../../utils/page/mark-layer';
import type { CandidatesContent, CardContent } from '../../utils/browser/protocol';
import type { Settings } from '../../utils/browser/settings';
import type { Mention } from './article';
import { hiddenCard, phaseOf, step, type CardEvent, type CardState, type Phase, type TimerName } from './states';
import { CardSurface } from './surface';

/** What a card is about: a mark in the page, words that name nobody, or somebody named in another card. */
export interface Subject {
  entity: string;
  /** Of words that name nobody, or nobody for certain, the words themselves. */
  name: string;
  kind: CardContent['entity']['kind'] | 'unclear';
  /** The mark that was pointed at; null for selected words that name nobody. */
  mark: Mark<Mention> | null;
  /** Whether it is what the words themselves stand for. */
  own: boolean;
  /** Where the words are; the place of the card, also when it has moved on to others. One function for one place. */
  rects: () => DOMRect[];
}

/** What there is to show of a subject: an entity, those who may be meant, nothing of somebody named, or nobody. */
export type Told =
  | { is: 'known'; content: CardContent }
  | { is: 'unclear'; content: CandidatesContent; more: boolean }
  | { is: 'nothing' | 'unknown' };
type Answer = Told | { is: 'failed' };

/** What the card needs of the page's session. */
export interface CardNeeds {
  settings(): Settings;
  labels(): Promise<{ language: CardContent['language']; labels: Labels }>;
  /** Everything there is to show. */
  fetch(subject: Subject): Promise<Told>;
  hide(entity: string, everywhere: boolean): void;
  today(): string;
}

/** Runs the card: the pure states, the timers and look-ups they ask for, and the surface they show. */
export class CardControl {
  readonly surface: CardSurface;
  #state: CardState<Subject, Answer> = hiddenCard();
  readonly #timers = new Map<TimerName, ReturnType<typeof setTimeout>>();
  /** One subject per mark, so that the same words are the same to the states. */
  #subjects = new WeakMap<Mark, Subject>();
  #touch = false;
  #drawn = 0;

  constructor(
    page: Document,
    private readonly needs: CardNeeds,
    private readonly subjectOf: (mark: Mark<Mention>) => Pick<Subject, 'entity' | 'name' | 'kind'>,
  ) {
    this.surface = new CardSurface(page, {
      onInside: (yes) => this.#dispatch({ type: 'inside', yes }),
      onClose: () => this.dismiss(),
      onPin: (yes) => this.#dispatch({ type: 'pin', yes }),
      onBack: () => this.#dispatch({ type: 'back' }),
      onFollow: (entity) => this.#followTo(entity),
      onHide: (everywhere) => {
        const subject = this.#state.open?.subject;
        this.dismiss();
        if (subject) needs.hide(subject.entity, everywhere);
      },
      onLost: () => this.dismiss(),
    });
  }

  get phase(): Phase {
    return phaseOf(this.#state);
  }

  /** Whether a mark waits for the pointer to leave it: its card was closed, and is not to come back by itself. */
  get muted(): boolean {
    return this.#state.muted !== null;
  }

  /** The pointer is on a mark, or on none. */
  point(mark: Mark<Mention> | null): void {
    this.#dispatch({ type: 'point', subject: mark && this.#subject(mark) });
  }

  /** A click, a tap or a key on a mark. */
  press(mark: Mark<Mention>, how: 'mouse' | 'touch' | 'keyboard'): void {
    this.#touch = how === 'touch';
    this.#open(this.#subject(mark), how !== 'mouse');
  }

  /** Says of selected words that they name nobody known. */
  pressUnknown(name: string, runs: readonly NodeRun[]): void {
    this.#touch = false;
    this.#open({ entity: '', name, kind: 'unclear', mark: null, own: true, rects: () => runRects(runs) }, true);
  }

  #open(subject: Subject, focus: boolean): void {
    this.#dispatch({ type: 'press', subject });
    // A mouse leaves the keyboard's place where it is; the other two have no other way in.
    if (focus) void this.#redraw().then(() => this.surface.focus());
  }

  /** Keeps the card that is shown. Answers whether there was one to keep. */
  keep(): boolean {
    if (this.phase !== 'shown') return false;
    this.#dispatch({ type: 'pin', yes: true });
    this.surface.focus();
    return true;
  }

  dismiss(): void {
    this.#dispatch({ type: 'dismiss' });
  }

  /** Closes a sheet on a tap beside it; a card is closed by what says so. */
  tapOutside(): void {
    if (this.#touch && this.#state.open) this.dismiss();
  }

  /** Shows again what is shown, in settings that have changed. */
  refresh(): void {
    if (this.#state.open) this.dismiss();
  }

  destroy(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#state = hiddenCard();
    this.#drawn++;
    this.surface.destroy();
  }

  #subject(mark: Mark<Mention>): Subject {
    let subject = this.#subjects.get(mark);
    if (!subject) this.#subjects.set(mark, (subject = { ...this.subjectOf(mark), mark, own: true, rects: () => markRects(mark) }));
    return subject;
  }

  #followTo(entity: string): void {
    const { open } = this.#state;
    const named = open?.answer && othersIn(open.answer).find(({ id }) => id === entity);
    if (!open || !named) return;
    const { name, kind } = named;
    this.#dispatch({ type: 'follow', subject: { ...open.subject, entity, name, kind, own: false } });
  }

  #dispatch(event: CardEvent<Subject, Answer>): void {
    const before = this.#state;
    const [state, effects] = step(before, event, this.needs.settings().delay);
    this.#state = state;
    for (const effect of effects) {
      switch (effect.type) {
        case 'stop':
          clearTimeout(this.#timers.get(effect.timer));
          this.#timers.delete(effect.timer);
          break;
        case 'wait': {
          const { timer, token } = effect;
          clearTimeout(this.#timers.get(timer));
          this.#timers.set(
            timer,
            setTimeout(() => this.#dispatch({ type: 'elapsed', timer, token }), effect.ms),
          );
          break;
        }
        case 'fetch':
          void this.#fetch(effect.token, effect.subject);
      }
    }
    if (state.pending && !before.pending) this.#touch = false;
    if (state.open !== before.open) void this.#redraw();
  }

  async #fetch(token: number, subject: Subject): Promise<void> {
    let answer: Answer;
    try {
      answer = await this.needs.fetch(subject);
    } catch {
      answer = { is: 'failed' };
    }
    this.#dispatch({ type: 'answered', token, answer });
  }

  async #redraw(): Promise<void> {
    const drawing = ++this.#drawn;
    if (!this.#state.open) {
      this.surface.hide();
      return;
    }
    const { labels, language } = await this.needs.labels();
    const { open } = this.#state;
    // Closed, or drawn again, while the strings came.
    if (drawing !== this.#drawn || !open) return;
    const { subject, answer } = open;
    const { name, kind } = subject;
    const view: CardView = answer?.is === 'known' ? answer : { ...(answer ?? { is: 'waiting' }), name, kind };
    const settings = this.needs.settings();
    this.surface.show({
      view,
      pinned: open.pinned,
      before: open.trail.at(-1)?.name ?? null,
      marked: subject.own && kind !== 'unclear',
      labels,
      language: answer && 'content' in answer ? answer.content.language : language,
      size: settings.size,
      today: this.needs.today(),
      sheet: this.#touch,
      rects: subject.rects,
    });
  }
}

/** Everybody else that a card names and can show. */
function othersIn(answer: Answer): { id: string; name: string; kind: CardContent['entity']['kind'] }[] {
  if (answer.is === 'unclear') return answer.content.candidates;
  if (answer.is !== 'known') return [];
  const { head, parent } = answer.content;
  return [...(head ? [{ ...head, kind: 'person' as const }] : []), ...(parent ? [{ ...parent, kind: 'organization' as const }] : [])];
}
