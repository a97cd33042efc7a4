/**
 * What the card does, as one pure function. Every look-up carries a token; an answer, a timer or a grace that
 * belongs to a card no longer wanted changes nothing.
 */

/** From rest on a mark to the look-up: a pointer passing over a line of text asks nothing. */
export const DWELL_MS = 150;
/** For the way from the mark into the card. */
export const GRACE_MS = 300;

export type TimerName = 'dwell' | 'delay' | 'grace';

interface Pending<S, A> {
  token: number;
  subject: S;
  answer: A | null;
  /** Whether the look-up has begun. */
  asked: boolean;
}

/** A card on screen. */
export interface Open<S, A> {
  token: number;
  subject: S;
  /** Null while it is on its way. */
  answer: A | null;
  pinned: boolean;
  /** Subjects gone through in this card, to go back to. */
  trail: readonly S[];
}

export interface CardState<S, A> {
  token: number;
  /** Under the pointer, not shown yet. */
  pending: Pending<S, A> | null;
  open: Open<S, A> | null;
  /** The pointer is off both mark and card. */
  leaving: boolean;
  /** Dismissed with the pointer still on it: it comes back only once the pointer has left. */
  muted: S | null;
}

/** What happens to a card. */
export type CardEvent<S, A> =
  /** The pointer is on a mark, or on none. */
  | { type: 'point'; subject: S | null }
  /** The pointer is inside the card, or not. */
  | { type: 'inside'; yes: boolean }
  | { type: 'elapsed'; timer: TimerName; token: number }
  | { type: 'answered'; token: number; answer: A }
  /** A click, a tap or a key on a mark: open it now, and keep it. */
  | { type: 'press'; subject: S }
  | { type: 'pin'; yes: boolean }
  /** Another entity, named in the card. */
  | { type: 'follow'; subject: S }
  | { type: 'back' }
  | { type: 'dismiss' };

/** What the world has to do about it. A timer replaces the one of its name. */
export type CardEffect<S> =
  | { type: 'wait'; timer: TimerName; ms: number; token: number }
  | { type: 'stop'; timer: TimerName }
  | { type: 'fetch'; token: number; subject: S };

export type Phase = 'hidden' | 'waiting' | 'shown' | 'pinned';

/** The state in one word. */
export function phaseOf({ open, pending }: CardState<unknown, unknown>): Phase {
  if (open) return open.pinned ? 'pinned' : 'shown';
  return pending ? 'waiting' : 'hidden';
}

export const hiddenCard = <S, A>(): CardState<S, A> => ({ token: 0, pending: null, open: null, leaving: false, muted: null });

type Step<S, A> = [CardState<S, A>, CardEffect<S>[]];

const STOP_PENDING = [
  { type: 'stop', timer: 'dwell' },
  { type: 'stop', timer: 'delay' },
] as const;
const STOP_GRACE = { type: 'stop', timer: 'grace' } as const;

/** The next state, and what is to be done. `delay` is the reader's. */
export function step<S, A>(state: CardState<S, A>, event: CardEvent<S, A>, delay: number): Step<S, A> {
  switch (event.type) {
    case 'point':
      return point(state, event.subject, delay);
    case 'inside':
      if (event.yes) return [{ ...state, pending: null, leaving: false, muted: null }, [...STOP_PENDING, STOP_GRACE]];
      return leave(state);
    case 'elapsed':
      return elapsed(state, event.timer, event.token);
    case 'answered':
      if (state.pending?.token === event.token) return [{ ...state, pending: { ...state.pending, answer: event.answer } }, []];
      if (state.open?.token === event.token) return [{ ...state, open: { ...state.open, answer: event.answer } }, []];
      return [state, []];
    case 'press':
      if (state.open?.subject === event.subject) {
        return [{ ...state, pending: null, leaving: false, open: { ...state.open, pinned: true } }, [...STOP_PENDING, STOP_GRACE]];
      }
      return show(state, event.subject, []);
    case 'pin':
      if (!state.open) return [state, []];
      return [{ ...state, leaving: false, open: { ...state.open, pinned: event.yes } }, [STOP_GRACE]];
    case 'follow':
      if (!state.open) return [state, []];
      return show(state, event.subject, [...state.open.trail, state.open.subject]);
    case 'back': {
      const before = state.open?.trail.at(-1);
      return state.open && before !== undefined ? show(state, before, state.open.trail.slice(0, -1)) : [state, []];
    }
    case 'dismiss': {
      const muted = state.pending?.subject ?? state.open?.trail[0] ?? state.open?.subject ?? null;
      return [{ ...hiddenCard<S, A>(), token: state.token + 1, muted }, [...STOP_PENDING, STOP_GRACE]];
    }
  }
}

function point<S, A>(state: CardState<S, A>, subject: S | null, delay: number): Step<S, A> {
  const { open } = state;
  if (subject === null) {
    const [left, effects] = leave({ ...state, muted: null });
    return [{ ...left, pending: null }, [...STOP_PENDING, ...effects]];
  }
  if (open?.pinned || subject === state.muted || subject === state.pending?.subject) return [state, []];
  if (subject === open?.subject) return [{ ...state, pending: null, leaving: false }, [...STOP_PENDING, STOP_GRACE]];

  const token = state.token + 1;
  const [left, effects] = leave({ ...state, token, muted: null });
  return [
    { ...left, pending: { token, subject, answer: null, asked: false } },
    [
      { type: 'wait', timer: 'dwell', ms: Math.min(DWELL_MS, delay), token },
      { type: 'wait', timer: 'delay', ms: delay, token },
      ...effects,
    ],
  ];
}

/** The pointer is off the card that is shown: it stays for the grace. */
function leave<S, A>(state: CardState<S, A>): Step<S, A> {
  const { open } = state;
  if (!open || open.pinned || state.leaving) return [state, []];
  return [{ ...state, leaving: true }, [{ type: 'wait', timer: 'grace', ms: GRACE_MS, token: open.token }]];
}

function elapsed<S, A>(state: CardState<S, A>, timer: TimerName, token: number): Step<S, A> {
  const { pending, open } = state;
  if (timer === 'grace') {
    return state.leaving && open?.token === token && !open.pinned ? [{ ...state, open: null, leaving: false }, []] : [state, []];
  }
  if (pending?.token !== token) return [state, []];
  const { subject, answer, asked } = pending;
  const fetch: CardEffect<S>[] = asked ? [] : [{ type: 'fetch', token, subject }];
  if (timer === 'dwell') return [{ ...state, pending: { ...pending, asked: true } }, fetch];
  // With the shortest delay the two timers are due together, and a busy page may run them in either order.
  return [
    { ...state, pending: null, leaving: false, open: { token, subject, answer, pinned: false, trail: [] } },
    [...STOP_PENDING, STOP_GRACE, ...fetch],
  ];
}

function show<S, A>(state: CardState<S, A>, subject: S, trail: readonly S[]): Step<S, A> {
  const token = state.token + 1;
  return [
    { token, pending: null, leaving: false, muted: null, open: { token, subject, answer: null, pinned: true, trail } },
    [...STOP_PENDING, STOP_GRACE, { type: 'fetch', token, subject }],
  ];
}
