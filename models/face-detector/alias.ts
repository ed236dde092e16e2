import { join } from 'node:path';

/**
 * Points Vite to a stub for `@mediapipe/face_detection`, which `@tensorflow-models/face-detection`
 * imports for a runtime that Mien cannot use: it loads scripts, and is no module.
 */
export const mediapipeStub = {
  '@mediapipe/face_detection': join(import.meta.dirname, 'mediapipe-stub.ts'),
};
