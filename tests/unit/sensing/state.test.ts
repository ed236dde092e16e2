import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../../lib/sensing/emotion';
import { likeliestState, STATE_OF, STATES } from '../../../lib/sensing/state';
import { pure, someProbabilities } from './arbitraries';

describe('likeliestState', () => {
  it.each([
    ['angry', 'tense'],
    ['disgust', 'tense'],
    ['fear', 'tense'],
    ['happy', 'bright'],
    ['sad', 'low'],
    ['surprise', 'lively'],
    ['neutral', 'steady'],
  ] as const)('calls pure %s %s', (emotion, state) => {
    expect(likeliestState(pure(emotion))).toEqual({ state, confidence: 1 });
  });

  it('adds up what is tense, though another emotion is likelier than each of it', () => {
    const { state, confidence } = likeliestState([0.25, 0.15, 0.2, 0.4, 0, 0, 0]);
    expect(state).toBe('tense');
    expect(confidence).toBeCloseTo(0.6);
  });

  it('keeps to the order of states where two are as likely', () => {
    expect(likeliestState([0, 0, 0, 0, 0.5, 0, 0.5]).state).toBe('steady');
  });

  it('is at least as sure as of any emotion, and of any other state', () => {
    fc.assert(
      fc.property(someProbabilities, (probabilities) => {
        const { state, confidence } = likeliestState(probabilities);
        expect(confidence).toBeGreaterThanOrEqual(Math.max(...probabilities));
        expect(confidence).toBeGreaterThan(1 / STATES.length - 1e-9);
        expect(confidence).toBeLessThan(1 + 1e-9);
        const ofState = (each: string) =>
          EMOTIONS.reduce((sum, emotion, index) => {
            return STATE_OF[emotion] === each ? sum + (probabilities[index] ?? 0) : sum;
          }, 0);
        expect(confidence).toBeCloseTo(ofState(state), 9);
        for (const other of STATES) expect(confidence).toBeGreaterThan(ofState(other) - 1e-9);
      }),
    );
  });
});
