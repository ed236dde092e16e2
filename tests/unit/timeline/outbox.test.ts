import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../lib/sensing/reading';
import { type Batch, parseBatch } from '../../../lib/timeline/batch';
import { acknowledge, emptyOutbox, type Outbox, post, seal } from '../../../lib/timeline/outbox';

const START = 1_800_000_000_000;

const reading = (index: number, at: number): Reading => ({
  reason: 'no-face',
  at: START + at,
  seconds: 1,
  index,
});
const [first, second, third] = [reading(1, 0), reading(2, 1000), reading(3, 2000)];

describe('seal', () => {
  it('numbers the loose readings as a batch', () => {
    const outbox = seal(post(post(emptyOutbox('a'), first), second));
    expect(outbox).toEqual({
      streamId: 'a',
      nextSequence: 2,
      loose: [],
      sealed: [{ streamId: 'a', sequence: 1, readings: [first, second] }],
    });
  });

  it('makes no batch of nothing', () => {
    const empty = emptyOutbox('a');
    expect(seal(empty)).toBe(empty);
    const outbox = seal(post(empty, first));
    expect(seal(outbox)).toBe(outbox);
  });
});

describe('post', () => {
  it('closes the batch when the clock goes back, and not when it stands still', () => {
    const outbox = [second, { ...third, at: second.at }, first].reduce(post, emptyOutbox('a'));
    expect(outbox.sealed.map(({ readings }) => readings.length)).toEqual([2]);
    expect(outbox.loose).toEqual([first]);
  });

  it('leaves the given outbox as it was', () => {
    const outbox = post(emptyOutbox('a'), first);
    const before = structuredClone(outbox);
    expect(post(outbox, second).loose).toEqual([first, second]);
    expect(seal(outbox).sealed).toHaveLength(1);
    expect(outbox).toEqual(before);
  });
});

describe('acknowledge', () => {
  it('drops what has arrived, and keeps what has not', () => {
    const three = [first, second, third].reduce(
      (outbox, each) => seal(post(outbox, each)),
      emptyOutbox('a'),
    );
    const sequences = (outbox: Outbox) => outbox.sealed.map(({ sequence }) => sequence);
    expect(sequences(acknowledge(three, 2))).toEqual([3]);
    expect(sequences(acknowledge(three, 0))).toEqual([1, 2, 3]);
    expect(acknowledge(three, 3)).toEqual({ ...emptyOutbox('a'), nextSequence: 4 });
  });
});

/** The log: it folds a batch once, however often that comes. */
function createReceiver() {
  const folded: Reading[] = [];
  const positions = new Map<string, number>();
  return {
    folded,
    receive(input: unknown): void {
      const { streamId, sequence, readings } = parseBatch(JSON.parse(JSON.stringify(input)));
      if (sequence <= (positions.get(streamId) ?? 0)) return;
      positions.set(streamId, sequence);
      folded.push(...readings);
    },
  };
}

/** What may happen, in any order; `arrives` and `answered` are what luck a delivery has. */
const someEvent = fc.oneof(
  { weight: 4, arbitrary: fc.record({ post: fc.integer({ min: -3000, max: 5000 }) }) },
  fc.record({ seal: fc.constant(true) }),
  {
    weight: 2,
    arbitrary: fc.record({ arrives: fc.boolean(), answered: fc.boolean() }),
  },
  fc.record({ again: fc.nat() }),
);

describe('the log at the other end', () => {
  it('gets every reading once and in order, whatever is lost or comes twice on the way', () => {
    fc.assert(
      fc.property(fc.array(someEvent, { maxLength: 80, size: 'max' }), (events) => {
        const receiver = createReceiver();
        const posted: Reading[] = [];
        const arrived: Batch[] = [];
        let outbox = emptyOutbox('stream');
        let clock = 10_000;

        const deliver = (arrives: boolean, answered: boolean) => {
          const [oldest] = outbox.sealed;
          if (!oldest || !arrives) return;
          receiver.receive(oldest);
          arrived.push(oldest);
          if (answered) outbox = acknowledge(outbox, oldest.sequence);
        };

        for (const event of events) {
          if ('post' in event) {
            clock += event.post;
            const next = reading(posted.length + 1, clock);
            posted.push(next);
            outbox = post(outbox, next);
          } else if ('seal' in event) {
            outbox = seal(outbox);
          } else if ('again' in event) {
            const late = arrived[event.again % arrived.length];
            if (late) receiver.receive(late);
          } else {
            deliver(event.arrives, event.answered);
          }
          const waiting = [...outbox.sealed.flatMap(({ readings }) => readings), ...outbox.loose];
          expect(waiting).toEqual(posted.slice(posted.length - waiting.length));
          expect(receiver.folded).toEqual(posted.slice(0, receiver.folded.length));
          expect(receiver.folded.length + waiting.length).toBeGreaterThanOrEqual(posted.length);
        }

        outbox = seal(outbox);
        while (outbox.sealed.length > 0) deliver(true, true);
        expect(receiver.folded).toEqual(posted);
        expect(outbox.loose).toEqual([]);
      }),
    );
  });
});
