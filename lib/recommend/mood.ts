import { STATES, type State } from '../sensing/state';
import { labelledSeconds, MINUTE_MS, type Minute, observedSeconds } from '../timeline/minute';

const WINDOW_MINUTES = 15;
/** Below this share of labelled time the rest might tell another story. */
const LEAST_COVERAGE = 0.6;
/** A state has to last this long to be more than a passing look. */
const LEAST_SECONDS = 60;

/** A state, and how long it was read: about `minutes` of the last `ofMinutes`, both whole and at least 1. */
export interface Mood {
  state: State;
  minutes: number;
  ofMinutes: number;
}

/**
 * The state read for longest in the last quarter of an hour, or nothing if too little was seen to
 * say. `minutes` holds the total row of each minute, in any order; `now` is epoch milliseconds.
 */
export function currentMood(minutes: readonly Minute[], now: number): Mood | undefined {
  const recent = minutes.filter(
    ({ start }) => start > now - WINDOW_MINUTES * MINUTE_MS && start <= now,
  );
  const total = (seconds: (minute: Minute) => number) =>
    recent.reduce((sum, minute) => sum + seconds(minute), 0);

  const held = (state: State) => total((minute) => minute.states[state]);
  const state = STATES.reduce((best, next) => (held(next) > held(best) ? next : best));
  const covered = total(labelledSeconds) >= LEAST_COVERAGE * total(observedSeconds);
  if (!covered || !(held(state) >= LEAST_SECONDS)) return undefined;

  const first = Math.min(...recent.map(({ start }) => start));
  const ofMinutes = Math.max(1, Math.ceil((now - first) / MINUTE_MS));
  return { state, minutes: Math.min(ofMinutes, Math.round(held(state) / 60)), ofMinutes };
}
