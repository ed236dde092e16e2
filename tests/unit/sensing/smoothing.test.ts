import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BARS_SECONDS, type Smoothed, smooth } from '../../../lib/sensing/smoothing';
import { pure, someProbabilities } from './arbitraries';

const START = 1_800_000_000_000;
const happy = pure('happy');
const sad = pure('sad');

const someTime = fc.double({ min: 0.05, max: 30, noNaN: true });

describe('smooth', () => {
  it('starts with the first reading', () => {
    const first = { probabilities: happy, at: START };
    expect(smooth(undefined, first, BARS_SECONDS)).toEqual(first);
  });

  it('has gone 63 % of the way after one time constant, and 95 % after three', () => {
    const before = { probabilities: sad, at: START };
    const share = (seconds: number) =>
      smooth(before, { probabilities: happy, at: START + 1000 * seconds }, 2).probabilities[3];
    expect(share(2)).toBeCloseTo(0.632, 3);
    expect(share(6)).toBeCloseTo(0.95, 3);
  });

  it.each([
    ['went back', -1],
    ['stood still', 0],
  ])('starts afresh when the clock %s', (_, step) => {
    const before = { probabilities: sad, at: START };
    const next = { probabilities: happy, at: START + step };
    expect(smooth(before, next, BARS_SECONDS)).toEqual(next);
  });

  it('stays between what it was and what it is fed, and sums to 1', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: -500, max: 5000 }), someProbabilities), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(steps, someTime, (fed, seconds) => {
        let state: Smoothed | undefined;
        let at = START;
        for (const [step, probabilities] of fed) {
          at += step;
          const before = state?.probabilities ?? probabilities;
          state = smooth(state, { probabilities, at }, seconds);
          expect(state.at).toBe(at);
          expect(state.probabilities).toHaveLength(probabilities.length);
          expect(state.probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
          state.probabilities.forEach((p, i) => {
            const ends = [before[i] ?? Number.NaN, probabilities[i] ?? Number.NaN];
            expect(p).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-12);
            expect(p).toBeLessThanOrEqual(Math.max(...ends) + 1e-12);
          });
        }
      }),
    );
  });

  it('is the same however often a lasting look is read', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        someProbabilities,
        someProbabilities,
        steps,
        someTime,
        (one, other, gaps, seconds) => {
          const start = { probabilities: one, at: START };
          const end = START + gaps.reduce((sum, gap) => sum + gap, 0);
          const once = smooth(start, { probabilities: other, at: end }, seconds);
          const often = gaps.reduce<Smoothed>(
            (state, gap) => smooth(state, { probabilities: other, at: state.at + gap }, seconds),
            start,
          );
          expect(often.at).toBe(once.at);
          often.probabilities.forEach((p, i) => {
            expect(p).toBeCloseTo(once.probabilities[i] ?? Number.NaN, 9);
          });
        },
      ),
    );
  });

  it('leaves what it is given as it was', () => {
    const before = Object.freeze({ probabilities: Object.freeze([...sad]), at: START });
    const next = Object.freeze({ probabilities: Object.freeze([...happy]), at: START + 500 });
    expect(smooth(before, next, BARS_SECONDS).probabilities).not.toEqual(sad);
    expect(before.probabilities).toEqual(sad);
    expect(next.probabilities).toEqual(happy);
  });
});
