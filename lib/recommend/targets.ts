import { AFFECT_OF, type Affect, EMOTIONS } from '../sensing/emotion';
import { STATE_OF, STATES, type State } from '../sensing/state';
import type { Goal } from './suggestion';

/** Where each state lies: the mean of its emotions. */
const CENTROIDS = Object.fromEntries(
  STATES.map((state) => {
    const points = EMOTIONS.filter((emotion) => STATE_OF[emotion] === state).map(
      (emotion) => AFFECT_OF[emotion],
    );
    const mean = (axis: keyof Affect) =>
      points.reduce((sum, point) => sum + point[axis], 0) / points.length;
    return [state, { valence: mean('valence'), arousal: mean('arousal') }];
  }),
) as Record<State, Affect>; // fromEntries forgets the keys

/** Matching a low mood stops here: company in sadness, not a pull further down. */
const LOWEST_MATCH_VALENCE = -0.45;

/** The nearer a state is to pleasant, the further up its lift may aim; from below, in reach. */
const LIFTED: Readonly<Record<State, Affect>> = {
  bright: CENTROIDS.bright,
  lively: CENTROIDS.bright,
  steady: { valence: 0.6, arousal: 0.4 },
  tense: { valence: 0.5, arousal: 0.4 },
  low: { valence: 0.5, arousal: 0.3 },
};

/** "Calm" of Russell's circumplex, J. Personality and Social Psychology 39 (1980) 1161-1178, figure 4. */
const CALM: Affect = { valence: 0.56, arousal: -0.31 };
/** Slightly less pleasant, because it is further away. */
const CALM_FROM_LOW: Affect = { valence: 0.5, arousal: -0.3 };

/** Mildly pleasant, awake but not stirred. */
const FOCUSED: Affect = { valence: 0.2, arousal: 0.1 };

function placeOf(state: State, goal: Goal): Affect {
  switch (goal) {
    case 'match':
      return state === 'low'
        ? {
            ...CENTROIDS.low,
            valence: Math.max(CENTROIDS.low.valence, LOWEST_MATCH_VALENCE),
          }
        : CENTROIDS[state];
    case 'lift':
      return LIFTED[state];
    case 'calm':
      return state === 'low' ? CALM_FROM_LOW : CALM;
    case 'focus':
      return FOCUSED;
  }
}

/**
 * How much more stirring than usual people like it at a local hour, as a shift of arousal: relaxing
 * late at night, energetic in business hours, in 51 countries (Park et al., Nature Human Behaviour 3
 * (2019) 230-236). The sizes are our choice.
 */
function arousalShift(hour: number): number {
  if (hour >= 22 || hour < 6) return -0.2;
  if (hour >= 9 && hour < 17) return 0.1;
  return 0;
}

/** The place in the affect plane to choose near, for a local `hour` from 0 to 24. */
export function targetOf(state: State, goal: Goal, hour: number): Affect {
  const { valence, arousal } = placeOf(state, goal);
  return { valence, arousal: Math.min(1, Math.max(-1, arousal + arousalShift(hour))) };
}
