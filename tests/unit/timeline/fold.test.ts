import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../lib/sensing/reading';
import { foldReadings, minuteStarts } from '../../../lib/timeline/fold';
import {
  addReading,
  emptyMinute,
  MINUTE_MS,
  type Minute,
  observedSeconds,
} from '../../../lib/timeline/minute';
import { someReading } from '../sensing/arbitraries';

const START = 30_000_000 * MINUTE_MS;

const away = (ms: number): Reading => ({ reason: 'no-face', at: START + ms, seconds: 1, index: 1 });

const someReadings = fc.array(someReading(START, START + 4 * MINUTE_MS), { maxLength: 40 });

const inOrder = (minutes: readonly Minute[]) => minutes.toSorted((a, b) => a.start - b.start);

describe('minuteStarts', () => {
  it('names each minute once', () => {
    const readings = [away(59_000), away(60_000), away(61_000), away(59_999)];
    expect(minuteStarts(readings)).toEqual([START, START + MINUTE_MS]);
    expect(minuteStarts([])).toEqual([]);
  });

  it('names just the minutes that change', () => {
    fc.assert(
      fc.property(someReadings, (readings) => {
        const changed = foldReadings([], readings).map(({ start }) => start);
        expect(minuteStarts(readings).toSorted()).toEqual(changed.toSorted());
      }),
    );
  });
});

describe('foldReadings', () => {
  it('adds to a minute that is there, and starts one that is not', () => {
    const stored = addReading(emptyMinute(START), away(0));
    const changed = inOrder(foldReadings([stored], [away(1000), away(60_000)]));
    expect(changed.map(({ start, readings }) => [start, readings])).toEqual([
      [START, 2],
      [START + MINUTE_MS, 1],
    ]);
    expect(stored.readings).toBe(1);
  });

  it('gives back no minute that did not change', () => {
    const other = addReading(emptyMinute(START + 5 * MINUTE_MS), away(5 * MINUTE_MS));
    expect(foldReadings([other], [away(0)]).map(({ start }) => start)).toEqual([START]);
    expect(foldReadings([other], [])).toEqual([]);
  });

  it('gives the same in one go as in two', () => {
    fc.assert(
      fc.property(someReadings, fc.nat(40), (readings, cut) => {
        const first = foldReadings([], readings.slice(0, cut));
        const second = foldReadings(first, readings.slice(cut));
        const starts = new Set(second.map(({ start }) => start));
        const both = [...first.filter(({ start }) => !starts.has(start)), ...second];
        expect(inOrder(both)).toEqual(inOrder(foldReadings([], readings)));
      }),
    );
  });

  it('puts every reading into the minute in which it was made, and loses none', () => {
    fc.assert(
      fc.property(someReadings, (readings) => {
        for (const minute of foldReadings([], readings)) {
          const own = readings.filter(
            ({ at }) => at >= minute.start && at < minute.start + MINUTE_MS,
          );
          expect(minute.readings).toBe(own.length);
          const seconds = own.reduce((sum, reading) => sum + reading.seconds, 0);
          expect(observedSeconds(minute)).toBeCloseTo(seconds, 6);
        }
        const folded = foldReadings([], readings).reduce((sum, minute) => sum + minute.readings, 0);
        expect(folded).toBe(readings.length);
      }),
    );
  });
});
