import type { Probabilities } from './emotion';

/** A running mean of probabilities, and when it was last fed. */
export interface Smoothed {
  probabilities: Probabilities;
  at: number;
}

/** The bars' time constant: half a second calms a live view without making it late. */
export const BARS_SECONDS = 0.5;

/**
 * Feeds one reading into an exponential average with time constant `seconds`, whatever the time
 * between readings: α = 1 − exp(−Δt / seconds). The first reading, and one from a clock that went
 * back, starts afresh.
 */
export function smooth(
  previous: Smoothed | undefined,
  { probabilities, at }: Smoothed,
  seconds: number,
): Smoothed {
  if (!previous || at <= previous.at) return { probabilities, at };
  const alpha = 1 - Math.exp(-(at - previous.at) / 1000 / seconds);
  return {
    probabilities: probabilities.map((p, index) => {
      const before = previous.probabilities[index] ?? p;
      return before + alpha * (p - before);
    }),
    at,
  };
}
