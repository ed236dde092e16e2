import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CROP_SIZE, cropFace, normalise } from '../../../lib/sensing/crop';
import type { Pixels, Point } from '../../../lib/sensing/pixels';
import definition from '../../../models/emotion/crop.json';
import { shippedParity } from '../../fixtures/emotion-model';

interface Eyes {
  right: Point;
  left: Point;
}

const point = ([x = Number.NaN, y = Number.NaN]: readonly number[]): Point => ({ x, y });

/** Where the eyes lie in a picture that is aligned already. */
const ALIGNED: Eyes = { right: point(definition.eyes.right), left: point(definition.eyes.left) };

/** Paints a picture; `colour` gets the centre of each pixel. */
function paint(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly number[],
): Pixels {
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      data.set(colour(column + 0.5, row + 0.5), 4 * (row * width + column));
    }
  }
  return { data, width, height };
}

function lumas({ data }: Pixels): number[] {
  const [red = 0, green = 0, blue = 0] = definition.luma;
  return Array.from({ length: data.length / 4 }, (_, index) => {
    const [r = 0, g = 0, b = 0] = data.subarray(4 * index, 4 * index + 3);
    return red * r + green * g + blue * b;
  });
}

/** The largest difference between two crops, in levels of grey; NaN if they do not go together. */
function difference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length) return Number.NaN;
  return Array.from(one).reduce(
    (largest, value, index) => Math.max(largest, Math.abs(value - (other[index] ?? Number.NaN))),
    0,
  );
}

/** Soft waves in three colours, at least 40 crop pixels long: what a picture holds that sampling cannot lose. */
const waves = fc
  .array(
    fc.record({
      across: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
      down: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
      start: fc.double({ min: 0, max: 6, noNaN: true }),
    }),
    { minLength: 3, maxLength: 3 },
  )
  .map((colours) => (x: number, y: number) => {
    return colours.map(({ across, down, start }) => {
      return 128 + 110 * Math.sin(across * x + down * y + start);
    });
  });

const somePicture = fc.integer({ min: 1, max: 1e6 }).map((seed) => {
  let state = seed;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state % 256;
  };
  return paint(CROP_SIZE, CROP_SIZE, () => [random(), random(), random()]);
});

describe('cropFace', () => {
  it('leaves an aligned picture as it is', () => {
    fc.assert(
      fc.property(somePicture, (picture) => {
        expect(difference(cropFace(picture, ALIGNED), lumas(picture))).toBeLessThan(1e-4);
      }),
      { numRuns: 20 },
    );
  });

  it('cuts a flat crop out of a flat picture, wherever the eyes are', () => {
    const place = fc.double({ min: -100, max: 200, noNaN: true });
    const eye = fc.record({ x: place, y: place });
    fc.assert(
      fc.property(fc.record({ right: eye, left: eye }), fc.nat(255), (eyes, level) => {
        const flat = paint(20, 10, () => [level, level, level]);
        const crop = cropFace(flat, eyes);
        expect(difference(crop, new Array(CROP_SIZE ** 2).fill(level))).toBeLessThan(1e-3);
      }),
      { numRuns: 20 },
    );
  });

  it('stays between black and white, even beyond the edge of the picture', () => {
    const place = fc.double({ min: -60, max: 110, noNaN: true });
    const eye = fc.record({ x: place, y: place });
    fc.assert(
      fc.property(somePicture, fc.record({ right: eye, left: eye }), (picture, eyes) => {
        const crop = cropFace(picture, eyes);
        expect(crop).toHaveLength(CROP_SIZE ** 2);
        expect(crop.every((value) => value >= 0 && value <= 255.001)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('cuts the same crop however the face is turned, moved and scaled', () => {
    const pose = fc.record({
      scale: fc.double({ min: 1, max: 3, noNaN: true }),
      roll: fc.double({ min: -0.6, max: 0.6, noNaN: true }),
      x: fc.double({ min: -5, max: 5, noNaN: true }),
      y: fc.double({ min: -5, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(waves, pose, (wave, { scale, roll, x, y }) => {
        const side = 240;
        const cos = scale * Math.cos(roll);
        const sin = scale * Math.sin(roll);
        const half = CROP_SIZE / 2;
        const middle = { x: side / 2 + x, y: side / 2 + y };
        const place = (crop: Point): Point => ({
          x: middle.x + cos * (crop.x - half) - sin * (crop.y - half),
          y: middle.y + sin * (crop.x - half) + cos * (crop.y - half),
        });
        const turned = paint(side, side, (px, py) => {
          const [dx, dy] = [px - middle.x, py - middle.y];
          const size = scale ** 2;
          return wave(half + (cos * dx + sin * dy) / size, half + (cos * dy - sin * dx) / size);
        });
        const eyes = { right: place(ALIGNED.right), left: place(ALIGNED.left) };
        const straight = lumas(paint(CROP_SIZE, CROP_SIZE, wave));
        // Half a level is lost to bytes in each picture, a little more to bilinear sampling.
        expect(difference(cropFace(turned, eyes), straight)).toBeLessThan(1.5);
      }),
      { numRuns: 20 },
    );
  });

  it('cuts the mirrored crop out of the mirrored picture', () => {
    fc.assert(
      fc.property(somePicture, ({ data, width, height }) => {
        const mirrored = paint(width, height, (x, y) => {
          const at = 4 * (Math.floor(y) * width + width - 1 - Math.floor(x));
          return Array.from(data.subarray(at, at + 4));
        });
        const eyes = { right: { x: 12.3, y: 20.1 }, left: { x: 34.9, y: 14.6 } };
        const flipped = {
          right: { x: width - eyes.left.x, y: eyes.left.y },
          left: { x: width - eyes.right.x, y: eyes.right.y },
        };
        const crop = cropFace({ data, width, height }, eyes);
        const back = Array.from({ length: crop.length }, (_, index) => {
          const column = index % CROP_SIZE;
          return crop[index - column + CROP_SIZE - 1 - column] ?? Number.NaN;
        });
        expect(difference(cropFace(mirrored, flipped), back)).toBeLessThan(1e-3);
      }),
      { numRuns: 20 },
    );
  });

  it('takes the mean of all pixels behind one of the crop', () => {
    const scale = 4;
    const side = scale * CROP_SIZE;
    const stripes = paint(side, side, (x) => (Math.floor(x) % 2 ? [255, 255, 255] : [0, 0, 0]));
    const eyes = {
      right: { x: scale * ALIGNED.right.x, y: scale * ALIGNED.right.y },
      left: { x: scale * ALIGNED.left.x, y: scale * ALIGNED.left.y },
    };
    expect(difference(cropFace(stripes, eyes), new Array(CROP_SIZE ** 2).fill(127.5))).toBeLessThan(
      1e-3,
    );
  });
});

describe('normalise', () => {
  const someCrop = fc
    .array(fc.integer({ min: 0, max: 255 }), { minLength: 64, maxLength: 64 })
    .filter((values) => Math.max(...values) - Math.min(...values) > 8)
    .map((values) => Float32Array.from(values));

  it('gives mean 0 and standard deviation 1', () => {
    fc.assert(
      fc.property(someCrop, (crop) => {
        const values = Array.from(normalise(crop));
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const variance = values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
        expect(mean).toBeCloseTo(0, 5);
        expect(Math.sqrt(variance)).toBeCloseTo(1, 4);
      }),
    );
  });

  it('does not see brightness and contrast', () => {
    const contrast = fc.double({ min: 0.2, max: 5, noNaN: true });
    const brightness = fc.double({ min: -200, max: 200, noNaN: true });
    fc.assert(
      fc.property(someCrop, contrast, brightness, (crop, a, b) => {
        const relit = crop.map((value) => a * value + b);
        expect(difference(normalise(relit), normalise(crop))).toBeLessThan(1e-3);
      }),
    );
  });

  it('makes nothing of a flat crop', () => {
    const flat = normalise(new Float32Array(CROP_SIZE ** 2).fill(93.7));
    expect(difference(flat, new Float32Array(CROP_SIZE ** 2))).toBeLessThan(1e-3);
  });
});

describe('the training code', () => {
  const { picture, eyes, crop, normalised } = shippedParity();

  it('cuts the same crop, to a thousandth of a level of grey', () => {
    expect(difference(cropFace(picture, eyes), crop)).toBeLessThan(1e-3);
  });

  it('normalises it to the same, to a ten-thousandth of a standard deviation', () => {
    expect(difference(normalise(cropFace(picture, eyes)), normalised)).toBeLessThan(1e-4);
  });
});
