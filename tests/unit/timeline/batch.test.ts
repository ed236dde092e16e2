import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Batch, parseBatch } from '../../../lib/timeline/batch';
import { someReading } from '../sensing/arbitraries';

const START = 1_800_000_000_000;

const away = { reason: 'no-face', at: START, seconds: 1, index: 7 };
const happy = {
  probabilities: [0, 0, 0.1, 0.9, 0, 0, 0],
  valence: 0.665,
  arousal: 0.519,
  quality: 0.93,
  at: START + 1000,
  seconds: 1,
  index: 8,
};
const batch = { streamId: 'f00d', sequence: 3, readings: [away, happy] };

/** Batches as an outbox makes them: readings in the order of time. */
const someBatch: fc.Arbitrary<Batch> = fc.record({
  streamId: fc.uuid(),
  sequence: fc.integer({ min: 1, max: 1e9 }),
  readings: fc
    .array(someReading(START, START + 60_000), { minLength: 1, maxLength: 10 })
    .map((readings) => readings.toSorted((a, b) => a.at - b.at)),
});

/** What a message is after the browser has carried it. */
const carried = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The batch with one change to one of its readings. */
function changed(index: 0 | 1, change: object): unknown {
  return {
    ...batch,
    readings: batch.readings.map((r, i) => (i === index ? { ...r, ...change } : r)),
  };
}

describe('parseBatch', () => {
  it('takes readings with and without a label', () => {
    expect(parseBatch(carried(batch))).toEqual(batch);
  });

  it('takes readings of one moment, and no readings at all', () => {
    const twice = { ...batch, readings: [away, away] };
    expect(parseBatch(twice)).toEqual(twice);
    expect(parseBatch({ ...batch, readings: [] }).readings).toEqual([]);
  });

  it('takes every batch that an outbox can make, just as it is', () => {
    fc.assert(
      fc.property(someBatch, (sent) => {
        expect(parseBatch(carried(sent))).toEqual(sent);
      }),
    );
  });

  it('leaves out what it does not know', () => {
    expect(parseBatch({ ...batch, readings: [{ ...away, mood: 'odd' }], to: 'log' })).toEqual({
      ...batch,
      readings: [away],
    });
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'batch'],
    ['null', null, 'batch'],
    ['a word', 'batch', 'batch'],
    ['no stream', { ...batch, streamId: '' }, 'streamId'],
    ['a sequence before the first', { ...batch, sequence: 0 }, 'sequence'],
    ['half a sequence', { ...batch, sequence: 1.5 }, 'sequence'],
    ['an endless sequence', { ...batch, sequence: Infinity }, 'sequence'],
    ['readings that are none', { ...batch, readings: { 0: away } }, 'readings'],
    ['a reading that is none', { ...batch, readings: [away, null] }, 'readings.1'],
    ['a time that is no number', changed(0, { at: Number.NaN }), 'readings.0.at'],
    ['a time without end', changed(1, { at: Infinity }), 'readings.1.at'],
    ['a time before 1970', changed(0, { at: -1 }), 'readings.0.at'],
    ['a time in words', changed(0, { at: '2026-01-01' }), 'readings.0.at'],
    ['negative seconds', changed(1, { seconds: -0.1 }), 'readings.1.seconds'],
    ['more seconds than a minute has', changed(1, { seconds: 60.1 }), 'readings.1.seconds'],
    ['seconds that are no number', changed(0, { seconds: Number.NaN }), 'readings.0.seconds'],
    ['a reading only to show', changed(1, { index: undefined }), 'readings.1.index'],
    ['an unknown reason', changed(0, { reason: 'bored' }), 'readings.0.reason'],
    ['a reason that is none', changed(1, { reason: undefined }), 'readings.1.reason'],
    [
      'six probabilities',
      changed(1, { probabilities: [0, 0, 0, 1, 0, 0] }),
      'readings.1.probabilities',
    ],
    [
      'eight probabilities',
      changed(1, { probabilities: [0, 0, 0, 1, 0, 0, 0, 0] }),
      'readings.1.probabilities',
    ],
    [
      'a probability that is no number',
      changed(1, { probabilities: [0, 0, 0, 1, 0, 0, Number.NaN] }),
      'readings.1.probabilities.6',
    ],
    [
      'a probability above 1',
      changed(1, { probabilities: [0, 1.01, 0, 0, 0, 0, 0] }),
      'readings.1.probabilities.1',
    ],
    [
      'a negative probability',
      changed(1, { probabilities: [-0.01, 1, 0, 0, 0, 0, 0] }),
      'readings.1.probabilities.0',
    ],
    ['a valence off the plane', changed(1, { valence: -1.01 }), 'readings.1.valence'],
    ['an arousal that is no number', changed(1, { arousal: Number.NaN }), 'readings.1.arousal'],
    ['a quality above 1', changed(1, { quality: 1.5 }), 'readings.1.quality'],
    ['no quality', changed(1, { quality: undefined }), 'readings.1.quality'],
  ])('refuses %s, and says where it is', (_, input, path) => {
    const refusal = `Refused a batch of readings: ${path}: `;
    expect(() => parseBatch(input)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(refusal) }),
    );
  });

  it('refuses readings out of the order of time', () => {
    const input = { ...batch, readings: [happy, away] };
    expect(() => parseBatch(input)).toThrow('not in the order of time');
  });

  it('finds whatever is wrong with one field of one reading', () => {
    const wrong = fc.constantFrom(Number.NaN, Infinity, -Infinity, -2, 1e9, null, 'odd', true, []);
    fc.assert(
      fc.property(someBatch, fc.nat(), fc.nat(), wrong, (sent, which, what, value) => {
        const index = which % sent.readings.length;
        const reading = sent.readings[index] ?? {};
        // A billion is a time, and a count of readings.
        const fields = Object.keys(reading).filter(
          (field) => value !== 1e9 || (field !== 'index' && field !== 'at'),
        );
        const field = fields[what % fields.length] ?? '';
        const readings = sent.readings.with(index, { ...reading, [field]: value } as never);
        expect(() => parseBatch({ ...sent, readings })).toThrow(`readings.${index}.${field}`);
      }),
    );
  });

  it('takes or refuses anything else, with a word of its own', () => {
    const anyField = fc.oneof(fc.jsonValue(), fc.constant(1), fc.constant('f00d'));
    const almost = fc.record(
      {
        streamId: anyField,
        sequence: anyField,
        readings: fc.oneof(fc.jsonValue(), fc.array(fc.oneof(fc.constant(away), fc.jsonValue()))),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), almost, fc.anything()), (input) => {
        let parsed: Batch;
        try {
          parsed = parseBatch(input);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect(String(error)).toMatch(/^Error: Refused a batch of readings: /);
          return;
        }
        expect(parseBatch(carried(parsed))).toEqual(parsed);
      }),
    );
  });
});
