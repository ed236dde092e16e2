import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../../lib/sensing/emotion';
import type { Face } from '../../../lib/sensing/face';
import { faceFault, labelFault } from '../../../lib/sensing/quality';
import { likeliestState } from '../../../lib/sensing/state';
import { pure, someProbabilities } from './arbitraries';

function face(width: number): Face {
  const somewhere = { x: 0, y: 0 };
  return {
    box: { ...somewhere, width, height: width },
    keypoints: {
      rightEye: somewhere,
      leftEye: somewhere,
      noseTip: somewhere,
      mouthCenter: somewhere,
      rightEarTragion: somewhere,
      leftEarTragion: somewhere,
    },
    score: 0.9,
  };
}

describe('faceFault', () => {
  it.each([
    ['no face', undefined, 'no-face'],
    ['a face of 47.9 pixels', face(47.9), 'too-far'],
    ['a face of 48 pixels', face(48), undefined],
    ['a face as wide as the frame', face(640), undefined],
  ])('makes of %s: %o', (_, found, reason) => {
    expect(faceFault(found)).toBe(reason);
  });

  it('never doubts a face for coming nearer', () => {
    const width = fc.double({ min: 0, max: 700, noNaN: true });
    fc.assert(
      fc.property(width, width, (one, other) => {
        const [far, near] = [Math.min(one, other), Math.max(one, other)];
        if (faceFault(face(far)) === undefined) expect(faceFault(face(near))).toBeUndefined();
        else expect(faceFault(face(far))).toBe('too-far');
      }),
    );
  });
});

describe('labelFault', () => {
  it.each(EMOTIONS)('trusts certainty of %s', (emotion) => {
    expect(labelFault(pure(emotion))).toBeUndefined();
  });

  it('doubts where no state has four tenths', () => {
    expect(labelFault([0.1, 0.1, 0.1, 0.3, 0.3, 0.05, 0.05])).toBe('unsure');
  });

  it('trusts what is tense in sum, though no emotion of it is likely', () => {
    expect(labelFault([0.2, 0.1, 0.15, 0.2, 0.2, 0.1, 0.05])).toBeUndefined();
  });

  it('trusts more what is mixed with more certainty', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(someProbabilities, share, (probabilities, added) => {
        const { state, confidence } = likeliestState(probabilities);
        expect(labelFault(probabilities)).toBe(confidence < 0.4 ? 'unsure' : undefined);
        const likeliest = EMOTIONS.find((emotion) => likeliestState(pure(emotion)).state === state);
        if (!likeliest) throw new Error(`${state} has no emotion`);
        const certain = pure(likeliest);
        const surer = probabilities.map((p, i) => (1 - added) * p + added * (certain[i] ?? 0));
        if (confidence > 0.4) expect(labelFault(surer)).toBeUndefined();
      }),
    );
  });
});
