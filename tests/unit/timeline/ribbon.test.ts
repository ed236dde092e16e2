import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REASONS } from '../../../lib/sensing/reading';
import { STATES } from '../../../lib/sensing/state';
import { emptyMinute, MINUTE_MS, type Minute, observedSeconds } from '../../../lib/timeline/minute';
import {
  factsOf,
  focusOf,
  MARKS,
  markOf,
  ribbonOf,
  type Segment,
  segmentAt,
} from '../../../lib/timeline/ribbon';

const HOUR_MS = 60 * MINUTE_MS;
const day = { start: 20_000 * 24 * HOUR_MS, end: 20_001 * 24 * HOUR_MS };

type Seconds = Partial<Minute['states'] & Minute['reasons']>;

function minuteAt(index: number, seconds: Seconds): Minute {
  const minute = emptyMinute(day.start + index * MINUTE_MS);
  for (const state of STATES) minute.states[state] = seconds[state] ?? 0;
  for (const reason of REASONS) minute.reasons[reason] = seconds[reason] ?? 0;
  return minute;
}

const minutesOfADay = fc
  .array(
    fc.record({
      index: fc.integer({ min: -30, max: 24 * 60 + 30 }),
      seconds: fc.record(
        Object.fromEntries(
          [...STATES, ...REASONS].map((key) => [key, fc.constantFrom(0, 0, 0, 1, 20)]),
        ),
      ) as fc.Arbitrary<Seconds>,
    }),
    { maxLength: 80 },
  )
  .map((rows) => rows.map(({ index, seconds }) => minuteAt(index, seconds)));

describe('markOf', () => {
  it.each<[string, Seconds, string | undefined]>([
    ['nothing', {}, undefined],
    ['one state', { bright: 60 }, 'bright'],
    ['the longest of two states', { bright: 20, tense: 40 }, 'tense'],
    ['the first of two that are equally long', { bright: 30, tense: 30 }, 'bright'],
    ['exactly half with a label', { low: 30, 'no-face': 30 }, 'low'],
    ['less than half with a label', { low: 29, unsure: 31 }, 'unclear'],
    ['nobody in view', { low: 10, 'no-face': 40, 'too-dark': 10 }, 'away'],
    ['nobody in view for half of the rest', { 'no-face': 30, 'too-dark': 30 }, 'unclear'],
  ])('reads %s', (_, seconds, mark) => {
    expect(markOf(minuteAt(0, seconds))).toBe(mark);
  });
});

describe('ribbonOf', () => {
  it('merges equal neighbours and keeps gaps', () => {
    const minutes = [
      minuteAt(5, { steady: 60 }),
      minuteAt(6, { steady: 40, tense: 20 }),
      minuteAt(7, { tense: 60 }),
      minuteAt(9, { tense: 60 }),
    ];
    const at = (index: number) => day.start + index * MINUTE_MS;
    expect(ribbonOf(minutes, day)).toEqual([
      { start: at(5), end: at(7), mark: 'steady' },
      { start: at(7), end: at(8), mark: 'tense' },
      { start: at(9), end: at(10), mark: 'tense' },
    ]);
  });

  it('is ordered, within the day, without overlap, and nowhere longer than it needs to be', () => {
    fc.assert(
      fc.property(minutesOfADay, (minutes) => {
        const segments = ribbonOf(minutes, day);
        segments.forEach(({ start, end, mark }, index) => {
          expect(start).toBeGreaterThanOrEqual(day.start);
          expect(end).toBeLessThanOrEqual(day.end);
          expect(end).toBeGreaterThan(start);
          const next = segments[index + 1];
          if (!next) return;
          expect(next.start).toBeGreaterThanOrEqual(end);
          expect(next.start > end || next.mark !== mark).toBe(true);
        });
      }),
    );
  });

  it('covers every minute with readings once, and no other', () => {
    fc.assert(
      fc.property(minutesOfADay, (minutes) => {
        const segments = ribbonOf(minutes, day);
        const read = new Set(
          minutes
            .filter(({ start }) => start >= day.start && start < day.end)
            .filter((minute) => observedSeconds(minute) > 0)
            .map(({ start }) => start),
        );
        const drawn = segments.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(drawn).toBe(read.size * MINUTE_MS);
        for (const start of read) expect(segmentAt(segments, start)).toBeDefined();
      }),
    );
  });

  it('does not mind the order of the minutes', () => {
    const unique = fc.uniqueArray(fc.nat(1439), { maxLength: 60 });
    fc.assert(
      fc.property(unique, (indices) => {
        const minutes = indices.map((index) =>
          minuteAt(index, { [STATES[index % STATES.length] ?? 'low']: 60 }),
        );
        expect(ribbonOf(minutes.toReversed(), day)).toEqual(ribbonOf(minutes, day));
      }),
    );
  });
});

describe('factsOf', () => {
  it('knows nothing of an empty day', () => {
    expect(factsOf([], day)).toMatchObject({ readable: 0, observed: 0, dominant: undefined });
  });

  it('weighs states by their seconds', () => {
    const minutes = [minuteAt(1, { steady: 45, tense: 15 }), minuteAt(2, { 'no-face': 60 })];
    const facts = factsOf(minutes, day);
    expect(facts.dominant).toEqual({ state: 'steady', share: 0.75 });
    expect(facts).toMatchObject({ readable: 60, observed: 120 });
    expect(facts.seconds).toMatchObject({ steady: 45, tense: 15, away: 60, unclear: 0 });
  });

  it('accounts for every second', () => {
    fc.assert(
      fc.property(minutesOfADay, (minutes) => {
        const { seconds, observed, readable, dominant } = factsOf(minutes, day);
        expect(MARKS.reduce((sum, mark) => sum + seconds[mark], 0)).toBeCloseTo(observed);
        expect(STATES.reduce((sum, state) => sum + seconds[state], 0)).toBeCloseTo(readable);
        expect(dominant === undefined).toBe(readable === 0);
        if (dominant) expect(dominant.share).toBeGreaterThanOrEqual(1 / STATES.length);
      }),
    );
  });
});

describe('focusOf', () => {
  const segment = (from: number, to: number): Segment => ({
    start: day.start + from * MINUTE_MS,
    end: day.start + to * MINUTE_MS,
    mark: 'steady',
  });
  const hours = (from: number, to: number) => ({
    start: day.start + from * HOUR_MS,
    end: day.start + to * HOUR_MS,
  });

  it.each([
    ['the whole day when it is empty', [], 0, hours(0, 24)],
    ['the hour of a short stretch', [segment(610, 620)], 0, hours(10, 11)],
    ['whole hours', [segment(610, 612), segment(700, 730)], 0, hours(10, 13)],
    ['the time until now', [segment(610, 612)], 14.2, hours(10, 15)],
    ['the last hour', [segment(1439, 1440)], 30, hours(23, 24)],
  ])('shows %s', (_, segments, nowHours, expected) => {
    expect(focusOf(segments, day, day.start + nowHours * HOUR_MS)).toEqual(expected);
  });

  it('holds every segment, stays within the day and is never narrower than an hour', () => {
    const lengths = fc.constantFrom(23, 23.5, 24, 24.5, 25);
    fc.assert(
      fc.property(
        fc.nat(1300),
        fc.nat(79),
        lengths,
        fc.nat(3000),
        (from, length, hoursOfDay, now) => {
          const some = { start: day.start, end: day.start + hoursOfDay * HOUR_MS };
          const only = segment(from, from + length + 1);
          const span = focusOf([only], some, some.start + now * MINUTE_MS);
          expect(span.start).toBeLessThanOrEqual(only.start);
          expect(span.end).toBeGreaterThanOrEqual(Math.min(only.end, some.end));
          expect(span.start).toBeGreaterThanOrEqual(some.start);
          expect(span.end).toBeLessThanOrEqual(some.end);
          expect(span.end - span.start).toBeGreaterThanOrEqual(HOUR_MS);
        },
      ),
    );
  });
});
