import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultGoal } from '../../../lib/recommend/goal';
import { GOALS } from '../../../lib/recommend/suggestion';
import { targetOf } from '../../../lib/recommend/targets';
import { STATES } from '../../../lib/sensing/state';

const MORNING = 7; // no shift

describe('a target', () => {
  it.each([
    ['bright', 'match', 0.81, 0.51],
    ['lively', 'match', 0.2, 0.7],
    ['steady', 'match', 0, 0],
    ['tense', 'match', -0.58, 0.51],
    ['low', 'match', -0.45, -0.27],
    ['bright', 'lift', 0.81, 0.51],
    ['lively', 'lift', 0.81, 0.51],
    ['steady', 'lift', 0.6, 0.4],
    ['tense', 'lift', 0.5, 0.4],
    ['low', 'lift', 0.5, 0.3],
    ['tense', 'calm', 0.56, -0.31],
    ['low', 'calm', 0.5, -0.3],
    ['steady', 'focus', 0.2, 0.1],
  ] as const)('from %s to %s is at %d, %d', (state, goal, valence, arousal) => {
    const target = targetOf(state, goal, MORNING);
    expect(target.valence).toBeCloseTo(valence, 2);
    expect(target.arousal).toBeCloseTo(arousal, 2);
  });

  it.each([
    [0, -0.2],
    [5.99, -0.2],
    [6, 0],
    [8.99, 0],
    [9, 0.1],
    [16.99, 0.1],
    [17, 0],
    [21.99, 0],
    [22, -0.2],
    [Number.NaN, 0],
  ])('at hour %d is shifted in arousal by %d', (hour, shift) => {
    const target = targetOf('steady', 'match', hour);
    expect(target.valence).toBe(0);
    expect(target.arousal).toBeCloseTo(shift);
  });

  it('stays in the affect plane, at any hour', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STATES),
        fc.constantFrom(...GOALS),
        fc.double(),
        (state, goal, hour) => {
          const { valence, arousal } = targetOf(state, goal, hour);
          expect(Math.abs(valence)).toBeLessThanOrEqual(1);
          expect(Math.abs(arousal)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('the default goal', () => {
  it.each([
    ['low', 'lift'],
    ['tense', 'calm'],
    ['bright', 'match'],
    ['lively', 'match'],
    ['steady', 'match'],
  ] as const)('of %s is %s', (state, goal) => {
    expect(defaultGoal(state)).toBe(goal);
  });
});
