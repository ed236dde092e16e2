import type { State } from '../sensing/state';
import type { Goal } from './suggestion';

const GOAL_OF: Readonly<Record<State, Goal>> = {
  // Nothing to repair: stay near.
  bright: 'match',
  lively: 'match',
  steady: 'match',
  // Arousal comes down first; a pleasant but loud pick would only add to it.
  tense: 'calm',
  // Not 'match': self-chosen sad music raised depression scores, in ruminators and others alike
  // (Garrido & Schubert, Psychology of Music 43 (2015) 244-261, N = 335).
  low: 'lift',
};

/** The goal to offer first for a state, until the user has chosen one. */
export function defaultGoal(state: State): Goal {
  return GOAL_OF[state];
}
