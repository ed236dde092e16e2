import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affectOf, type Probabilities } from '../../../lib/sensing/emotion';
import { type Followed, follow } from '../../../lib/sensing/live-view';
import { isReason, REASONS, type Reading } from '../../../lib/sensing/reading';
import { pure, someReading } from './arbitraries';

const START = 1_800_000_000_000;

function labelled(probabilities: Probabilities, ms: number): Reading {
  return { probabilities, ...affectOf(probabilities), quality: 0.9, at: START + ms, seconds: 0 };
}

function followAll(readings: readonly Reading[]): Followed {
  const [first, ...others] = readings;
  if (!first) throw new Error('There is nothing to follow');
  return others.reduce<Followed>(follow, follow(undefined, first));
}

describe('follow', () => {
  it('shows the first reading as it is', () => {
    const { view } = followAll([labelled(pure('happy'), 0)]);
    expect(view).toEqual({ state: 'bright', confidence: 1, probabilities: pure('happy') });
  });

  it('lets one odd reading pass', () => {
    const readings = [labelled(pure('happy'), 0), labelled(pure('sad'), 100)];
    const { state, confidence, probabilities } = followAll(readings).view;
    expect(state).toBe('bright');
    expect(confidence).toBeCloseTo(0.819, 3);
    expect(probabilities?.[4]).toBeCloseTo(0.181, 3);
  });

  it('follows a look that lasts a second', () => {
    const lasting = Array.from({ length: 10 }, (_, i) => labelled(pure('sad'), 100 * (i + 1)));
    expect(followAll([labelled(pure('happy'), 0), ...lasting]).view.state).toBe('low');
  });

  it('owns up to doubt, and still shows the bars', () => {
    const mixed = [0, 0, 0, 0.35, 0.35, 0, 0.3];
    expect(followAll([labelled(mixed, 0)]).view).toEqual({
      state: 'unclear',
      reason: 'unsure',
      probabilities: mixed,
    });
  });

  it.each(REASONS)('shows at once that a reading is %s, and forgets what was before', (reason) => {
    const readings = [labelled(pure('happy'), 0), { reason, at: START + 100, seconds: 0 }];
    expect(followAll(readings).view).toEqual({ state: 'unclear', reason });
    const { view } = followAll([...readings, labelled(pure('sad'), 200)]);
    expect(view).toEqual({ state: 'low', confidence: 1, probabilities: pure('sad') });
  });

  it('always shows either a state and how sure it is, or why there is none', () => {
    const readings = fc.array(someReading(START, START + 5000), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(readings, (sequence) => {
        let followed: Followed | undefined;
        for (const reading of sequence) {
          followed = follow(followed, reading);
          const { state, confidence, reason, probabilities } = followed.view;
          expect(reason === undefined).toBe(state !== 'unclear');
          expect(confidence === undefined).toBe(state === 'unclear');
          if (confidence !== undefined) {
            expect(confidence).toBeGreaterThanOrEqual(0.4);
            expect(confidence).toBeLessThan(1 + 1e-9);
          }
          if (isReason(reading)) expect(followed.view).toEqual({ state, reason: reading.reason });
          else expect(probabilities?.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});
