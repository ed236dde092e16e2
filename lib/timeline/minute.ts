import { EMOTIONS } from '../sensing/emotion';
import { isReason, REASONS, type Reading, type Reason } from '../sensing/reading';
import { likeliestState, STATES, type State } from '../sensing/state';

export const MINUTE_MS = 60_000;
const VALENCE_BINS = 21;

/**
 * The unit of memory: sums over one minute's raw readings, each weighted by the seconds it stands
 * for. Sums of two minutes add up to the sums of both, so that any range is an addition.
 */
export interface Minute {
  /** Epoch milliseconds, a multiple of {@link MINUTE_MS}. */
  start: number;
  /** How many readings were folded in, with or without a label. */
  readings: number;
  /** Seconds with a label, by the likeliest state of each reading. */
  states: Record<State, number>;
  /** Seconds without a label, by reason. */
  reasons: Record<Reason, number>;
  /** Seven sums of probability × seconds, in the order of EMOTIONS. */
  probabilities: number[];
  valence: number;
  valenceSquares: number;
  arousal: number;
  arousalSquares: number;
  /** Seconds by valence, in equal bins from -1 to 1; merges exactly, and yields quartiles. */
  valenceHistogram: number[];
}

const zeros = (length: number): number[] => new Array<number>(length).fill(0);

const noTime = <Key extends string>(keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;

/** When the minute in which `at` lies began. */
export function minuteStart(at: number): number {
  return Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

/** The minute in which `at` lies, with nothing in it. */
export function emptyMinute(at: number): Minute {
  return {
    start: minuteStart(at),
    readings: 0,
    states: noTime(STATES),
    reasons: noTime(REASONS),
    probabilities: zeros(EMOTIONS.length),
    valence: 0,
    valenceSquares: 0,
    arousal: 0,
    arousalSquares: 0,
    valenceHistogram: zeros(VALENCE_BINS),
  };
}

/** The histogram bin of a valence from -1 to 1. */
function valenceBin(valence: number): number {
  const bin = Math.floor(((valence + 1) / 2) * VALENCE_BINS);
  return Math.min(VALENCE_BINS - 1, Math.max(0, bin));
}

/** The minute with one more reading in it; the given minute is left as it was. */
export function addReading(minute: Minute, reading: Reading): Minute {
  const { seconds } = reading;
  const readings = minute.readings + 1;
  if (isReason(reading)) {
    const reasons = {
      ...minute.reasons,
      [reading.reason]: minute.reasons[reading.reason] + seconds,
    };
    return { ...minute, readings, reasons };
  }
  const { probabilities, valence, arousal } = reading;
  const { state } = likeliestState(probabilities);
  return {
    ...minute,
    readings,
    states: { ...minute.states, [state]: minute.states[state] + seconds },
    probabilities: minute.probabilities.map(
      (sum, emotion) => sum + (probabilities[emotion] ?? 0) * seconds,
    ),
    valence: minute.valence + valence * seconds,
    valenceSquares: minute.valenceSquares + valence * valence * seconds,
    arousal: minute.arousal + arousal * seconds,
    arousalSquares: minute.arousalSquares + arousal * arousal * seconds,
    valenceHistogram: minute.valenceHistogram.map((sum, bin) =>
      bin === valenceBin(valence) ? sum + seconds : sum,
    ),
  };
}

/** Seconds of the minute that have a label. */
export function labelledSeconds(minute: Minute): number {
  return STATES.reduce((sum, state) => sum + minute.states[state], 0);
}

/** Seconds of the minute for which there is any reading at all. */
export function observedSeconds(minute: Minute): number {
  return REASONS.reduce((sum, reason) => sum + minute.reasons[reason], labelledSeconds(minute));
}
