import type { Point } from './pixels';

/** What the detector can point at; right and left are the subject's own, so right lies left in the frame. */
export const KEYPOINTS = [
  'rightEye',
  'leftEye',
  'noseTip',
  'mouthCenter',
  'rightEarTragion',
  'leftEarTragion',
] as const;

export type Keypoint = (typeof KEYPOINTS)[number];

/** A detected face in pixels of the frame; parts of it may lie outside. `score` is from 0 to 1. */
export interface Face {
  box: Point & { width: number; height: number };
  keypoints: Record<Keypoint, Point>;
  score: number;
}
