import type { Probabilities } from './emotion';
import type { Face } from './face';
import type { Reason } from './reading';
import { likeliestState } from './state';

/**
 * Below this width in the frame, the crop is blown up from fewer pixels than it has. The six
 * keypoints of a smaller face are also too coarse to align it.
 */
const MIN_FACE_WIDTH = 48;

/**
 * Below this the likeliest state is hardly likelier than the next. A first choice, to be replaced by
 * one measured on faces: the state's probability here sums over its emotions.
 */
const MIN_CONFIDENCE = 0.4;

/** Why a detected face cannot be read, or nothing if it can. */
export function faceFault(face: Face | undefined): Reason | undefined {
  if (!face) return 'no-face';
  if (face.box.width < MIN_FACE_WIDTH) return 'too-far';
  return undefined;
}

/** Why probabilities cannot be trusted as a label, or nothing if they can. */
export function labelFault(probabilities: Probabilities): Reason | undefined {
  return likeliestState(probabilities).confidence < MIN_CONFIDENCE ? 'unsure' : undefined;
}
