import fc from 'fast-check';
import { affectOf, EMOTIONS, type Probabilities } from '../../../lib/sensing/emotion';
import { REASONS, type Reading } from '../../../lib/sensing/reading';

/** Seven numbers from 0 to 1 that sum to 1; certainty is among them. */
export const someProbabilities: fc.Arbitrary<Probabilities> = fc
  .array(fc.nat(1000), { minLength: EMOTIONS.length, maxLength: EMOTIONS.length })
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  });

/** Certainty of one emotion. */
export function pure(emotion: (typeof EMOTIONS)[number]): Probabilities {
  return EMOTIONS.map((each) => (each === emotion ? 1 : 0));
}

/** A logged reading between two times; half of them have no label. */
export function someReading(from: number, to: number): fc.Arbitrary<Reading> {
  const when = fc.record({
    at: fc.integer({ min: from, max: to }),
    seconds: fc.integer({ min: 0, max: 200 }).map((tenths) => tenths / 10),
    index: fc.integer({ min: 1, max: 1e6 }),
  });
  const answer = fc.oneof(
    fc.record({ reason: fc.constantFrom(...REASONS) }),
    fc
      .record({ probabilities: someProbabilities, quality: fc.constantFrom(0.5, 0.9, 1) })
      .map(({ probabilities, quality }) => ({
        probabilities,
        ...affectOf(probabilities),
        quality,
      })),
  );
  return fc.tuple(when, answer).map(([time, said]) => ({ ...said, ...time }));
}
