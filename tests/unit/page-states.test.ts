import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DWELL_MS,
  GRACE_MS,
  hiddenCard,
  phaseOf,
  step,
  type CardEffect,
  type CardEvent,
  type CardState,
  type TimerName,
} from '../../entrypoints/content/states';

type State = CardState<string, string>;
type Event = CardEvent<string, string>;

/** Runs events, remembering the timers that are set and the look-ups that were asked for. */
class World {
  state: State = hiddenCard();
  timers = new Map<TimerName, { ms: number; token: number }>();
  asked: { token: number; subject: string }[] = [];

  send(event: Event): this {
    const [state, effects] = step(this.state, event, 400);
    this.state = state;
    for (const effect of effects) this.carryOut(effect);
    return this;
  }

  elapse(timer: TimerName): this {
    const set = this.timers.get(timer);
    if (!set) throw new Error(`${timer} is not set`);
    this.timers.delete(timer);
    return this.send({ type: 'elapsed', timer, token: set.token });
  }

  get phase() {
    return phaseOf(this.state);
  }

  private carryOut(effect: CardEffect<string>): void {
    if (effect.type === 'wait') this.timers.set(effect.timer, effect);
    else if (effect.type === 'stop') this.timers.delete(effect.timer);
    else this.asked.push(effect);
  }
}

const on = (subject: string | null): Event => ({ type: 'point', subject });

describe('the states of the card', () => {
  it('asks after the dwell and shows after the delay', () => {
    const world = new World().send(on('a'));
    expect(world.phase).toBe('waiting');
    expect(world.timers.get('dwell')?.ms).toBe(DWELL_MS);
    expect(world.timers.get('delay')?.ms).toBe(400);
    expect(world.asked).toEqual([]);
    world.elapse('dwell');
    expect(world.asked.map(({ subject }) => subject)).toEqual(['a']);
    world.send({ type: 'answered', token: world.asked[0].token, answer: 'A' });
    expect(world.phase).toBe('waiting');
    world.elapse('delay');
    expect(world.phase).toBe('shown');
    expect(world.state.open?.answer).toBe('A');
  });

  it('shows that it waits when the answer is late, then the answer', () => {
    const world = new World().send(on('a')).elapse('dwell').elapse('delay');
    expect(world.state.open).toMatchObject({ subject: 'a', answer: null });
    world.send({ type: 'answered', token: world.asked[0].token, answer: 'A' });
    expect(world.state.open?.answer).toBe('A');
  });

  it('asks nothing for a pointer that passes by', () => {
    const world = new World().send(on('a')).send(on(null));
    expect(world.phase).toBe('hidden');
    expect(world.timers.size).toBe(0);
  });

  it('never shows an answer that belongs to another card', () => {
    const world = new World().send(on('a')).elapse('dwell').send(on('b')).elapse('dwell').elapse('delay');
    world.send({ type: 'answered', token: world.asked[0].token, answer: 'A' });
    expect(world.state.open).toMatchObject({ subject: 'b', answer: null });
    world.send({ type: 'dismiss' }).send({ type: 'answered', token: world.asked[1].token, answer: 'B' });
    expect(world.phase).toBe('hidden');
  });

  it('leaves the time to travel into the card, and closes after it', () => {
    const world = new World().send(on('a')).elapse('dwell').elapse('delay').send(on(null));
    expect(world.timers.get('grace')?.ms).toBe(GRACE_MS);
    world.send({ type: 'inside', yes: true });
    expect(world.timers.has('grace')).toBe(false);
    world.send({ type: 'inside', yes: false }).elapse('grace');
    expect(world.phase).toBe('hidden');
  });

  it('keeps the shown card while the pointer crosses another mark on its way', () => {
    const world = new World()
      .send(on('a'))
      .elapse('dwell')
      .elapse('delay')
      .send(on('b'))
      .send(on(null))
      .send({ type: 'inside', yes: true });
    expect(world.state.open?.subject).toBe('a');
    expect(world.state.pending).toBeNull();
  });

  it('does not come back under a pointer that stayed after Escape', () => {
    const world = new World().send(on('a')).elapse('dwell').elapse('delay').send({ type: 'dismiss' }).send(on('a'));
    expect(world.phase).toBe('hidden');
    world.send(on(null)).send(on('a'));
    expect(world.phase).toBe('waiting');
  });

  it('stays when pinned, whatever the pointer does', () => {
    const world = new World().send({ type: 'press', subject: 'a' });
    expect(world.phase).toBe('pinned');
    world.send(on(null)).send(on('b')).send({ type: 'inside', yes: true }).send({ type: 'inside', yes: false });
    expect(world.phase).toBe('pinned');
    expect(world.timers.size).toBe(0);
    world.send({ type: 'pin', yes: false }).send(on(null)).elapse('grace');
    expect(world.phase).toBe('hidden');
  });

  it('pins what is shown without asking again', () => {
    const world = new World().send(on('a')).elapse('dwell').elapse('delay').send({ type: 'press', subject: 'a' });
    expect(world.phase).toBe('pinned');
    expect(world.asked).toHaveLength(1);
  });

  it('follows a name in the card, and goes back', () => {
    const world = new World().send({ type: 'press', subject: 'ministry' }).send({ type: 'follow', subject: 'minister' });
    expect(world.state.open).toMatchObject({ subject: 'minister', trail: ['ministry'], pinned: true });
    world.send({ type: 'back' });
    expect(world.state.open).toMatchObject({ subject: 'ministry', trail: [] });
    expect(world.send({ type: 'back' }).state.open?.subject).toBe('ministry');
  });

  it('holds its invariants through any course of events', () => {
    const subject = fc.constantFrom('a', 'b', 'c');
    const event = fc.oneof(
      fc.record({ type: fc.constant('point' as const), subject: fc.option(subject) }),
      fc.record({ type: fc.constant('inside' as const), yes: fc.boolean() }),
      fc.record({ type: fc.constant('press' as const), subject }),
      fc.record({ type: fc.constant('pin' as const), yes: fc.boolean() }),
      fc.record({ type: fc.constant('follow' as const), subject }),
      fc.constant({ type: 'back' as const }),
      fc.constant({ type: 'dismiss' as const }),
      fc.record({ elapse: fc.constantFrom<TimerName>('dwell', 'delay', 'grace') }),
      fc.record({ answer: fc.nat(20) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const world = new World();
        for (const happened of events) {
          if ('elapse' in happened) {
            if (world.timers.has(happened.elapse)) world.elapse(happened.elapse);
          } else if ('answer' in happened) {
            const asked = world.asked[happened.answer];
            if (asked) world.send({ type: 'answered', token: asked.token, answer: `about ${asked.subject}` });
          } else world.send(happened);
          const { open, pending, leaving } = world.state;
          if (open?.answer) expect(open.answer).toBe(`about ${open.subject}`);
          if (pending?.answer) expect(pending.answer).toBe(`about ${pending.subject}`);
          if (leaving) expect(open !== null && !open.pinned && world.timers.has('grace')).toBe(true);
          if (pending) expect(world.timers.has('delay')).toBe(true);
          else expect(world.timers.has('dwell') || world.timers.has('delay')).toBe(false);
        }
        world.send({ type: 'dismiss' });
        expect(world.phase).toBe('hidden');
        expect(world.timers.size).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});
