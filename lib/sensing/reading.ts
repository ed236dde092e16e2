import type { Probabilities } from './emotion';

/** Why a frame has no label. The quality gate of the sensing pipeline decides. */
export const REASONS = [
  'no-face',
  'too-dark',
  'too-bright',
  'blurred',
  'too-far',
  'turned-away',
  'frozen',
  'unsure',
] as const;

export type Reason = (typeof REASONS)[number];

/** What one frame said. `quality` is the detector's score, from 0 to 1. */
export type Answer =
  | { probabilities: Probabilities; valence: number; arousal: number; quality: number }
  | { reason: Reason };

/**
 * One frame's answer. `at` is epoch milliseconds; `seconds` is the time that the reading stands for.
 * `index` counts the logged readings of a stream from 1. Extra readings made for a viewer have no
 * index and stand for no time: looking must not change the log.
 */
export type Reading = Answer & { at: number; seconds: number; index?: number };

export function isReason<T extends object>(answer: T): answer is T & { reason: Reason } {
  return 'reason' in answer;
}
