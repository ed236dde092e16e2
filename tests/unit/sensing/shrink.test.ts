import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrink } from '../../../lib/sensing/shrink';

const picture = fc
  .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) })
  .chain(({ width, height }) => {
    const length = 4 * width * height;
    return fc
      .uint8ClampedArray({ minLength: length, maxLength: length })
      .map((data) => ({ data, width, height }));
  });

describe('shrink', () => {
  it('takes the mean of the pixels that a small one stands for', () => {
    const data = new Uint8ClampedArray([0, 10, 20, 255, 100, 30, 40, 0, 8, 8, 8, 8, 16, 0, 8, 8]);
    expect(shrink({ data, width: 4, height: 1 }, 2)).toEqual({
      values: new Float32Array([50, 20, 30, 12, 4, 8]),
      width: 2,
      height: 1,
    });
  });

  it('leaves a small picture as it is', () => {
    fc.assert(
      fc.property(picture, ({ data, width, height }) => {
        const small = shrink({ data, width, height }, 40);
        expect([small.width, small.height]).toEqual([width, height]);
        expect(Array.from(small.values)).toEqual(Array.from(data).filter((_, i) => i % 4 !== 3));
      }),
    );
  });

  it('keeps within the side, the proportions and the range of values', () => {
    fc.assert(
      fc.property(picture, fc.integer({ min: 1, max: 40 }), (pixels, side) => {
        const small = shrink(pixels, side);
        expect(Math.max(small.width, small.height)).toBe(
          Math.min(side, Math.max(pixels.width, pixels.height)),
        );
        const scale = Math.max(1, pixels.width / side, pixels.height / side);
        expect(Math.abs(small.height - pixels.height / scale)).toBeLessThan(1);
        expect(Math.abs(small.width - pixels.width / scale)).toBeLessThan(1);
        expect(small.values.every((value) => value >= 0 && value <= 255)).toBe(true);
      }),
    );
  });

  it('refuses data that do not fit the size', () => {
    expect(() => shrink({ data: new Uint8ClampedArray(5), width: 1, height: 1 }, 1)).toThrow(
      '5 bytes are not 1 × 1 RGBA pixels',
    );
    expect(() => shrink({ data: new Uint8ClampedArray(), width: 0, height: 0 }, 1)).toThrow(
      RangeError,
    );
  });
});
