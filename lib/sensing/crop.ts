import definition from '../../models/emotion/crop.json';
import type { Pixels, Point } from './pixels';

/** The side of the square crop that the classifier sees, in pixels. */
export const CROP_SIZE = definition.size;

/** What each colour adds to luma. */
const [RED = 0, GREEN = 0, BLUE = 0] = definition.luma;

/** More sub-samples than this a side do not change a crop that anybody can see. */
const MAX_SUBSAMPLES = 8;

/**
 * The grey crop of a face: rotated, scaled and moved so that the eyes lie where they lie in the
 * training pictures. `size` × `size` luma values from 0 to 255, row by row. Each is the mean of a
 * grid of bilinear samples fine enough to miss no pixel of the frame; past its edge the frame goes
 * on as its last pixel. `models/emotion/training/crop.py` computes the same.
 */
export function cropFace(pixels: Pixels, eyes: { right: Point; left: Point }): Float32Array {
  const { size } = definition;
  const from = { right: toPoint(definition.eyes.right), left: toPoint(definition.eyes.left) };
  const cropSpan = { x: from.left.x - from.right.x, y: from.left.y - from.right.y };
  const span = { x: eyes.left.x - eyes.right.x, y: eyes.left.y - eyes.right.y };
  // A similarity as one complex number: frame = a · (crop − rightEyeInCrop) + rightEyeInFrame.
  const norm = cropSpan.x ** 2 + cropSpan.y ** 2;
  const cos = (span.x * cropSpan.x + span.y * cropSpan.y) / norm;
  const sin = (span.y * cropSpan.x - span.x * cropSpan.y) / norm;
  const subsamples = Math.min(MAX_SUBSAMPLES, Math.max(1, Math.ceil(Math.hypot(cos, sin))));
  const lumaAt = lumaOf(pixels);
  const grey = new Float32Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let sum = 0;
      for (let i = 0; i < subsamples; i++) {
        for (let j = 0; j < subsamples; j++) {
          const dx = column + (j + 0.5) / subsamples - from.right.x;
          const dy = row + (i + 0.5) / subsamples - from.right.y;
          sum += lumaAt(eyes.right.x + cos * dx - sin * dy, eyes.right.y + sin * dx + cos * dy);
        }
      }
      grey[row * size + column] = sum / subsamples ** 2;
    }
  }
  return grey;
}

/** The crop with mean 0 and standard deviation 1, so that brightness and contrast say nothing. */
export function normalise(grey: Float32Array): Float32Array {
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length;
  const variance = grey.reduce((sum, value) => sum + (value - mean) ** 2, 0) / grey.length;
  const scale = 1 / (Math.sqrt(variance) + definition.epsilon);
  return grey.map((value) => (value - mean) * scale);
}

/** Bilinear luma of a picture, from 0 to 255, at any point. */
function lumaOf({ data, width, height }: Pixels): (x: number, y: number) => number {
  const luma = (column: number, row: number): number => {
    const x = Math.min(width - 1, Math.max(0, column));
    const y = Math.min(height - 1, Math.max(0, row));
    const offset = (y * width + x) * 4;
    return (
      RED * (data[offset] ?? 0) + GREEN * (data[offset + 1] ?? 0) + BLUE * (data[offset + 2] ?? 0)
    );
  };
  return (x, y) => {
    const left = Math.floor(x - 0.5);
    const top = Math.floor(y - 0.5);
    const right = x - 0.5 - left;
    const down = y - 0.5 - top;
    return (
      (luma(left, top) * (1 - right) + luma(left + 1, top) * right) * (1 - down) +
      (luma(left, top + 1) * (1 - right) + luma(left + 1, top + 1) * right) * down
    );
  };
}

function toPoint([x = 0, y = 0]: readonly number[]): Point {
  return { x, y };
}
