import type { Probabilities } from './emotion';
import { labelFault } from './quality';
import { isReason, type Reading, type Reason } from './reading';
import { BARS_SECONDS, type Smoothed, smooth } from './smoothing';
import { likeliestState, type ShownState } from './state';

/** What a page shows of the present moment. */
export interface LiveView {
  state: ShownState;
  /** From 0 to 1; only with a state other than `unclear`. */
  confidence?: number | undefined;
  /** The seven bars. */
  probabilities?: Probabilities | undefined;
  /** Why there is no state; only with `unclear`. */
  reason?: Reason | undefined;
}

/** A live view, with what it needs to follow the next reading. */
export interface Followed {
  view: LiveView;
  bars?: Smoothed | undefined;
}

/** The view after one more reading. Bars are smoothed; a reading without a label shows its reason at once. */
export function follow(before: Followed | undefined, reading: Reading): Followed {
  if (isReason(reading)) return { view: { state: 'unclear', reason: reading.reason } };
  const bars = smooth(before?.bars, reading, BARS_SECONDS);
  const { probabilities } = bars;
  const doubt = labelFault(probabilities);
  if (doubt) return { view: { state: 'unclear', reason: doubt, probabilities }, bars };
  return { view: { ...likeliestState(probabilities), probabilities }, bars };
}
