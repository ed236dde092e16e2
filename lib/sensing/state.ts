import { EMOTIONS, type Emotion, type Probabilities } from './emotion';

/** What the user is shown when a reading can be trusted; `unclear` stands for every reading that cannot. */
export const STATES = ['bright', 'lively', 'steady', 'tense', 'low'] as const;

export type State = (typeof STATES)[number];
export type ShownState = State | 'unclear';

/** Angry, fear and disgust lie too close together in valence and arousal to be told apart: all three are `tense`. */
export const STATE_OF: Readonly<Record<Emotion, State>> = {
  angry: 'tense',
  disgust: 'tense',
  fear: 'tense',
  happy: 'bright',
  sad: 'low',
  surprise: 'lively',
  neutral: 'steady',
};

/** The state with most of anything; the first of them where several have. */
export function topState(amounts: Readonly<Record<State, number>>): State {
  return STATES.reduce((best, next) => (amounts[next] > amounts[best] ? next : best));
}

/** The likeliest state and its probability: the sum over the emotions that belong to it. */
export function likeliestState(probabilities: Probabilities): { state: State; confidence: number } {
  const sums: Record<State, number> = { bright: 0, lively: 0, steady: 0, tense: 0, low: 0 };
  EMOTIONS.forEach((emotion, index) => {
    sums[STATE_OF[emotion]] += probabilities[index] ?? 0;
  });
  const state = topState(sums);
  return { state, confidence: sums[state] };
}
