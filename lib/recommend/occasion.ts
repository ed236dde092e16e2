import type { ShownState, State } from '../sensing/state';
import type { Minute } from '../timeline/minute';
import { defaultGoal } from './goal';
import { currentMood } from './mood';
import type { Goal, Grounds } from './suggestion';

/** What suggestions answer: a state, and how it is known. */
export interface Occasion {
  state: State;
  /** Nothing where no reading speaks: then the goal alone decides. */
  grounds?: Grounds;
}

/**
 * The last quarter of an hour of the log, if enough of it was read; else how the expression looks at
 * this moment; else an even state that claims nothing.
 */
export function occasionOf(
  minutes: readonly Minute[],
  now: number,
  live: ShownState | undefined,
): Occasion {
  const mood = currentMood(minutes, now);
  if (mood) return { state: mood.state, grounds: { because: 'state', ...mood } };
  if (live && live !== 'unclear') {
    return { state: live, grounds: { because: 'live', state: live } };
  }
  return { state: 'steady' };
}

/** The goal for an occasion: the one last chosen in its state, or the one to offer first. */
export function goalFor({ state }: Occasion, chosen: Readonly<Partial<Record<State, Goal>>>): Goal {
  return chosen[state] ?? defaultGoal(state);
}
