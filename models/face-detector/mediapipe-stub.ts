/**
 * Stands in for the package `@mediapipe/face_detection` in bundles. `@tensorflow-models/face-detection`
 * imports the name `FaceDetection` from there for its `mediapipe` runtime, but the package has no ES
 * exports, and that runtime injects scripts, which extension pages forbid. Mien uses the `tfjs` runtime;
 * constructing this class throws.
 */
export class FaceDetection {
  constructor() {
    throw new Error('The mediapipe runtime injects scripts, which extensions forbid; use tfjs');
  }
}
