import type { Classifier } from './classifier';
import { cropFace, normalise } from './crop';
import type { Detector } from './detector';
import { affectOf } from './emotion';
import type { Pixels } from './pixels';
import { faceFault, labelFault } from './quality';
import type { Answer } from './reading';

/** Turns a frame into an answer: detect, align, classify, and doubt. */
export function createPipeline(
  detector: Detector,
  classifier: Classifier,
): (frame: Pixels) => Promise<Answer> {
  return async (frame) => {
    const [face] = await detector.detect(frame); // the largest: the user sits nearest
    const fault = faceFault(face);
    if (!face || fault) return { reason: fault ?? 'no-face' };
    const { rightEye, leftEye } = face.keypoints;
    const crop = normalise(cropFace(frame, { right: rightEye, left: leftEye }));
    const probabilities = await classifier.classify(crop);
    const doubt = labelFault(probabilities);
    if (doubt) return { reason: doubt };
    return { probabilities, ...affectOf(probabilities), quality: face.score };
  };
}
