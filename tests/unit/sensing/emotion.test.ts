import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AFFECT_OF, affectOf, EMOTIONS } from '../../../lib/sensing/emotion';
import { pure, someProbabilities } from './arbitraries';

describe('affectOf', () => {
  it.each(EMOTIONS)('puts pure %s where that emotion lies', (emotion) => {
    expect(affectOf(pure(emotion))).toEqual(AFFECT_OF[emotion]);
  });

  it('puts half happy, half neutral in the middle of the two', () => {
    expect(affectOf([0, 0, 0, 0.5, 0, 0, 0.5])).toEqual({ valence: 0.405, arousal: 0.255 });
  });

  it('puts a mixture of two on the line between them, at its share', () => {
    fc.assert(
      fc.property(
        someProbabilities,
        someProbabilities,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, other, share) => {
          const mixed = one.map((p, i) => share * p + (1 - share) * (other[i] ?? Number.NaN));
          const [a, b, between] = [affectOf(one), affectOf(other), affectOf(mixed)];
          expect(between.valence).toBeCloseTo(share * a.valence + (1 - share) * b.valence, 9);
          expect(between.arousal).toBeCloseTo(share * a.arousal + (1 - share) * b.arousal, 9);
        },
      ),
    );
  });

  it('never leaves the plane, nor the box around the emotions', () => {
    const places = Object.values(AFFECT_OF);
    const valences = places.map(({ valence }) => valence);
    const arousals = places.map(({ arousal }) => arousal);
    for (const coordinate of [...valences, ...arousals]) {
      expect(Math.abs(coordinate)).toBeLessThanOrEqual(1);
    }
    fc.assert(
      fc.property(someProbabilities, (probabilities) => {
        const { valence, arousal } = affectOf(probabilities);
        expect(valence).toBeGreaterThan(Math.min(...valences) - 1e-9);
        expect(valence).toBeLessThan(Math.max(...valences) + 1e-9);
        expect(arousal).toBeGreaterThan(Math.min(...arousals) - 1e-9);
        expect(arousal).toBeLessThan(Math.max(...arousals) + 1e-9);
      }),
    );
  });
});
