import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentMood } from '../../../lib/recommend/mood';
import type { Reason } from '../../../lib/sensing/reading';
import { REASONS } from '../../../lib/sensing/reading';
import { STATES, type State } from '../../../lib/sensing/state';
import { emptyMinute, MINUTE_MS, type Minute } from '../../../lib/timeline/minute';

const NOON = Date.UTC(2026, 0, 5, 12);

/** The minute that began `ago` minutes before noon. */
function minute(ago: number, seconds: Partial<Record<State | Reason, number>>): Minute {
  const empty = emptyMinute(NOON - ago * MINUTE_MS);
  const given = (keys: readonly (State | Reason)[]) =>
    Object.fromEntries(Object.entries(seconds).filter(([key]) => keys.includes(key as State)));
  return {
    ...empty,
    states: { ...empty.states, ...given(STATES) },
    reasons: { ...empty.reasons, ...given(REASONS) },
  };
}

const lasting = (minutes: number, seconds: Partial<Record<State | Reason, number>>) =>
  Array.from({ length: minutes }, (_, index) => minute(index + 1, seconds));

describe('the current mood', () => {
  it('is the state read for longest, in whole minutes', () => {
    const minutes = [...lasting(3, { steady: 60 }), ...lasting(14, { tense: 60 }).slice(3)];
    expect(currentMood(minutes, NOON)).toEqual({ state: 'tense', minutes: 11, ofMinutes: 14 });
  });

  it('counts the minute that is under way', () => {
    const minutes = [minute(0, { low: 30 }), minute(1, { low: 60 })];
    const mood = currentMood(minutes, NOON + 30_000);
    expect(mood).toEqual({ state: 'low', minutes: 2, ofMinutes: 2 });
  });

  it('says how far back it looked, gaps included', () => {
    const minutes = [minute(1, { bright: 60 }), minute(10, { bright: 60 })];
    expect(currentMood(minutes, NOON)).toEqual({ state: 'bright', minutes: 2, ofMinutes: 10 });
  });

  it('forgets what is older than a quarter of an hour, and ignores the future', () => {
    expect(currentMood([minute(15, { low: 60 }), minute(16, { low: 60 })], NOON)).toBeUndefined();
    expect(currentMood([minute(-1, { low: 60 })], NOON)).toBeUndefined();
  });

  it('is silent below 60 % of coverage', () => {
    expect(currentMood(lasting(10, { tense: 36, 'no-face': 24 }), NOON)?.state).toBe('tense');
    expect(currentMood(lasting(10, { tense: 35, 'no-face': 25 }), NOON)).toBeUndefined();
  });

  it('is silent until one state has lasted a minute', () => {
    expect(currentMood([minute(1, { tense: 59 })], NOON)).toBeUndefined();
    expect(currentMood([minute(1, { tense: 60 })], NOON)?.state).toBe('tense');
    expect(currentMood([], NOON)).toBeUndefined();
  });

  it('makes nothing of broken numbers', () => {
    expect(currentMood(lasting(5, { tense: Number.NaN }), NOON)).toBeUndefined();
    expect(currentMood(lasting(5, { tense: 60 }), Number.NaN)).toBeUndefined();
  });

  it('never claims more than the time it looked at', () => {
    const seconds = fc.record({
      tense: fc.nat(60),
      low: fc.nat(60),
      steady: fc.nat(60),
      'no-face': fc.nat(60),
    });
    const rows = fc.uniqueArray(fc.tuple(fc.nat(30), seconds), { selector: ([ago]) => ago });
    fc.assert(
      fc.property(rows, fc.nat(MINUTE_MS), (given, passed) => {
        const mood = currentMood(
          given.map(([ago, each]) => minute(ago, each)),
          NOON + passed,
        );
        if (!mood) return;
        expect(mood.minutes).toBeGreaterThanOrEqual(1);
        expect(mood.minutes).toBeLessThanOrEqual(mood.ofMinutes);
        expect(mood.ofMinutes).toBeLessThanOrEqual(15);
      }),
    );
  });
});
