import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affectOf, EMOTIONS, type Probabilities } from '../../../lib/sensing/emotion';
import { isReason, REASONS, type Reading } from '../../../lib/sensing/reading';
import { likeliestState, STATES } from '../../../lib/sensing/state';
import {
  addReading,
  emptyMinute,
  labelledSeconds,
  MINUTE_MS,
  type Minute,
  observedSeconds,
} from '../../../lib/timeline/minute';
import { pure, someReading } from '../sensing/arbitraries';

const START = 30_000_000 * MINUTE_MS;

function labelled(probabilities: Probabilities, seconds: number): Reading {
  return { probabilities, ...affectOf(probabilities), quality: 0.9, at: START, seconds, index: 1 };
}

const fold = (readings: readonly Reading[]) => readings.reduce(addReading, emptyMinute(START));

/** Every number of a minute but its start, in a fixed order. */
function sums(minute: Minute): number[] {
  return [
    minute.readings,
    ...STATES.map((state) => minute.states[state]),
    ...REASONS.map((reason) => minute.reasons[reason]),
    ...minute.probabilities,
    minute.valence,
    minute.valenceSquares,
    minute.arousal,
    minute.arousalSquares,
    ...minute.valenceHistogram,
  ];
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

const someReadings = fc.array(someReading(START, START + MINUTE_MS - 1), { maxLength: 40 });

describe('emptyMinute', () => {
  it('starts with the minute, and holds nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => {
        const minute = emptyMinute(at);
        expect(minute.start % MINUTE_MS).toBe(0);
        expect(at - minute.start).toBeGreaterThanOrEqual(0);
        expect(at - minute.start).toBeLessThan(MINUTE_MS);
        expect(sums(minute).every((sum) => sum === 0)).toBe(true);
      }),
    );
  });

  it('has twenty-one bins of valence and a sum for each emotion', () => {
    const { valenceHistogram, probabilities } = emptyMinute(START);
    expect(valenceHistogram).toHaveLength(21);
    expect(probabilities).toHaveLength(EMOTIONS.length);
  });
});

describe('addReading', () => {
  it('weighs a reading by the seconds it stands for', () => {
    const minute = fold([
      labelled(pure('happy'), 2),
      labelled([0, 0, 0, 0.75, 0, 0, 0.25], 4),
      { reason: 'no-face', at: START, seconds: 3, index: 3 },
    ]);
    expect(minute.readings).toBe(3);
    expect(minute.states).toEqual({ bright: 6, lively: 0, steady: 0, tense: 0, low: 0 });
    expect(minute.reasons['no-face']).toBe(3);
    expect(minute.probabilities).toEqual([0, 0, 0, 5, 0, 0, 1]);
    expect(minute.valence).toBeCloseTo(2 * 0.81 + 4 * 0.6075);
    expect(minute.valenceSquares).toBeCloseTo(2 * 0.81 ** 2 + 4 * 0.6075 ** 2);
    expect(minute.arousal).toBeCloseTo(2 * 0.51 + 4 * 0.3825);
    expect(minute.arousalSquares).toBeCloseTo(2 * 0.51 ** 2 + 4 * 0.3825 ** 2);
  });

  it.each([
    [-1, 0],
    [-0.91, 0],
    [-0.9, 1],
    [0, 10],
    [0.04, 10],
    [0.05, 11],
    [0.99, 20],
    [1, 20],
  ])('puts a valence of %d into bin %i', (valence, bin) => {
    const minute = fold([{ ...labelled(pure('neutral'), 5), valence } as Reading]);
    expect(minute.valenceHistogram.indexOf(5)).toBe(bin);
    expect(total(minute.valenceHistogram)).toBe(5);
  });

  it('sums parts to the whole', () => {
    fc.assert(
      fc.property(someReadings, fc.nat(40), (readings, cut) => {
        const whole = sums(fold(readings));
        const head = sums(fold(readings.slice(0, cut)));
        const tail = sums(fold(readings.slice(cut)));
        whole.forEach((sum, i) => {
          expect((head[i] ?? Number.NaN) + (tail[i] ?? Number.NaN)).toBeCloseTo(sum, 6);
        });
      }),
    );
  });

  it('loses no second, and takes each for one state or one reason', () => {
    fc.assert(
      fc.property(someReadings, (readings) => {
        const minute = fold(readings);
        expect(minute.readings).toBe(readings.length);
        const seconds = (some: readonly Reading[]) => total(some.map((reading) => reading.seconds));
        expect(observedSeconds(minute)).toBeCloseTo(seconds(readings), 6);
        const withLabel = readings.filter((reading) => !isReason(reading));
        expect(labelledSeconds(minute)).toBeCloseTo(seconds(withLabel), 6);
        for (const reason of REASONS) {
          const because = readings.filter((each) => isReason(each) && each.reason === reason);
          expect(minute.reasons[reason]).toBeCloseTo(seconds(because), 6);
        }
        for (const state of STATES) {
          const during = readings.filter(
            (each) => !isReason(each) && likeliestState(each.probabilities).state === state,
          );
          expect(minute.states[state]).toBeCloseTo(seconds(during), 6);
        }
      }),
    );
  });

  it('counts each labelled second once among the emotions, and once in the histogram', () => {
    fc.assert(
      fc.property(someReadings, (readings) => {
        const minute = fold(readings);
        expect(total(minute.probabilities)).toBeCloseTo(labelledSeconds(minute), 6);
        expect(total(minute.valenceHistogram)).toBeCloseTo(labelledSeconds(minute), 6);
      }),
    );
  });

  it('keeps sums that some distribution has: no variance is negative', () => {
    fc.assert(
      fc.property(someReadings, (readings) => {
        const minute = fold(readings);
        const seconds = labelledSeconds(minute);
        expect(minute.valenceSquares * seconds).toBeGreaterThan(minute.valence ** 2 - 1e-6);
        expect(minute.arousalSquares * seconds).toBeGreaterThan(minute.arousal ** 2 - 1e-6);
      }),
    );
  });

  it('leaves the given minute as it was', () => {
    fc.assert(
      fc.property(someReadings, someReading(START, START), (readings, one) => {
        const minute = fold(readings);
        const before = structuredClone(minute);
        expect(addReading(minute, one).readings).toBe(before.readings + 1);
        expect(minute).toEqual(before);
      }),
    );
  });
});
