import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { type io, tensor3d } from '@tensorflow/tfjs-core';
import { MediaPipeFaceDetectorTfjs } from '@tensorflow-models/face-detection';
import { type Face, KEYPOINTS, type Keypoint } from './face';
import type { Pixels, Point } from './pixels';
import { shrink } from './shrink';

/** Finds faces. {@link createDetector} makes one. */
export interface Detector {
  /** Up to four faces with a score of at least 0.5, the largest first. Concurrent calls are fine. */
  detect(pixels: Pixels): Promise<Face[]>;
  /** Frees the weights; the detector cannot be used afterwards. */
  dispose(): void;
}

// One more than a desk usually holds: enough to see that the user is not alone.
const MAX_FACES = 4;

// The side of the square that the network sees.
const INPUT_SIZE = 128;

/**
 * Loads the short-range face detector that `models/face-detector` makes: the address of its model.json,
 * or a handler that yields it. A tfjs backend must have been started. Needs no DOM, thus runs in workers.
 */
export async function createDetector(model: string | io.IOHandler): Promise<Detector> {
  const graph = await loadGraphModel(model);
  // The class behind the library's createDetector: its detectFaces also tells the score of each face.
  const library = new MediaPipeFaceDetectorTfjs('short', graph, MAX_FACES);
  return {
    async detect(pixels) {
      const { values, width, height } = shrink(pixels, INPUT_SIZE);
      const image = tensor3d(values, [height, width, 3]);
      try {
        const detections = await library.detectFaces(image);
        return detections.map((detection) => faceOf(detection, pixels)).sort(largestFirst);
      } finally {
        image.dispose();
      }
    },
    dispose() {
      library.dispose();
    },
  };
}

type Detection = Awaited<ReturnType<MediaPipeFaceDetectorTfjs['detectFaces']>>[number];

/** Scales the library's shares of the frame to pixels. */
function faceOf({ score, locationData }: Detection, { width, height }: Pixels): Face {
  const { relativeBoundingBox: box, relativeKeypoints: points = [] } = locationData;
  if (!box || !score || points.length !== KEYPOINTS.length) {
    throw new Error('The face detector answered without a box, a score or six keypoints');
  }
  const keypoints = KEYPOINTS.map((name, index): [Keypoint, Point] => {
    const point = points[index] ?? { x: 0, y: 0 };
    return [name, { x: point.x * width, y: point.y * height }];
  });
  return {
    box: {
      x: box.xMin * width,
      y: box.yMin * height,
      width: box.width * width,
      height: box.height * height,
    },
    // All six names of Keypoint are in KEYPOINTS, which fromEntries cannot know.
    keypoints: Object.fromEntries(keypoints) as Record<Keypoint, Point>,
    score: Math.max(...score),
  };
}

function largestFirst(a: Face, b: Face): number {
  return b.box.width * b.box.height - a.box.width * a.box.height;
}
