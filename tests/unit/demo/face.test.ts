import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPRESSIONS } from '../../../lib/demo/expressions';
import { drawFace, landmarks } from '../../../lib/demo/face';
import { type Look, PLAIN_LOOK } from '../../../lib/demo/look';
import { EMOTIONS } from '../../../lib/sensing/emotion';
import type { Pixels, Point } from '../../../lib/sensing/pixels';
import { frameOf } from '../../../scripts/footage';

const SIZE = { width: 320, height: 240 };
const { pose } = PLAIN_LOOK;

const poses = fc.record({
  x: fc.double({ min: 0.3, max: 0.7, noNaN: true }),
  y: fc.double({ min: 0.35, max: 0.6, noNaN: true }),
  scale: fc.double({ min: 0.1, max: 0.22, noNaN: true }),
  roll: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
  yaw: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
  pitch: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
});

/** Mean brightness, 0 to 255, of the square of 2 × `reach` pixels around a point. */
function brightness({ data, width }: Pixels, { x, y }: Point, reach: number): number {
  let sum = 0;
  let count = 0;
  for (let row = Math.round(y - reach); row <= y + reach; row++) {
    for (let column = Math.round(x - reach); column <= x + reach; column++) {
      const at = 4 * (row * width + column);
      sum += ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
      count++;
    }
  }
  return sum / count;
}

describe('drawFace', () => {
  it('draws equal looks alike, pixel for pixel, and leaves the context as it was', () => {
    const context = createCanvas(SIZE.width, SIZE.height).getContext('2d');
    drawFace(context, PLAIN_LOOK, SIZE);
    const first = context.getImageData(0, 0, SIZE.width, SIZE.height).data;
    drawFace(context, { ...PLAIN_LOOK, expression: EXPRESSIONS.fear }, SIZE);
    drawFace(context, PLAIN_LOOK, SIZE);
    expect(context.getImageData(0, 0, SIZE.width, SIZE.height).data).toEqual(first);
  });

  it('covers the whole picture', () => {
    const { data } = frameOf({ ...PLAIN_LOOK, pose: { ...pose, roll: 0.3, x: 0.4 } }, SIZE);
    expect(data.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
  });

  it('shows every emotion differently', () => {
    const frames = EMOTIONS.map((emotion) =>
      frameOf({ ...PLAIN_LOOK, expression: EXPRESSIONS[emotion] }, SIZE),
    );
    for (const a of frames) {
      for (const b of frames) {
        if (a === b) continue;
        const changed = a.data.filter((value, i) => Math.abs(value - (b.data[i] ?? 0)) > 20).length;
        expect(changed).toBeGreaterThan(500);
      }
    }
  });

  it('dims and brightens with the light', () => {
    const mean = (light: Look['light']) => {
      const frame = frameOf({ ...PLAIN_LOOK, light }, SIZE);
      return brightness(frame, { x: SIZE.width / 2, y: SIZE.height / 2 }, 50);
    };
    const plain = mean({ brightness: 1, side: 0 });
    expect(mean({ brightness: 0.3, side: 0 })).toBeLessThan(0.4 * plain);
    expect(mean({ brightness: 1.5, side: 0 })).toBeGreaterThan(1.1 * plain);
  });

  it('lights the side that the lamp is on', () => {
    for (const side of [-1, 1]) {
      const look = { ...PLAIN_LOOK, light: { brightness: 1, side } };
      const frame = frameOf(look, SIZE);
      const y = 0.58 * SIZE.height;
      const left = brightness(frame, { x: 0.43 * SIZE.width, y }, 4);
      const right = brightness(frame, { x: 0.57 * SIZE.width, y }, 4);
      expect(Math.sign(right - left)).toBe(side);
    }
  });
});

describe('landmarks', () => {
  it('lie in the picture and keep their order, however the head is turned', () => {
    fc.assert(
      fc.property(poses, fc.constantFrom(...EMOTIONS), (turned, emotion) => {
        const look = { ...PLAIN_LOOK, pose: turned, expression: EXPRESSIONS[emotion] };
        const { rightEye, leftEye, noseTip, mouthCenter, ...ears } = landmarks(look, SIZE);
        for (const { x, y } of [rightEye, leftEye, noseTip, mouthCenter, ...Object.values(ears)]) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(SIZE.width);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(SIZE.height);
        }
        expect(rightEye.x).toBeLessThan(leftEye.x);
        expect(ears.rightEarTragion.x).toBeLessThan(rightEye.x);
        expect(ears.leftEarTragion.x).toBeGreaterThan(leftEye.x);
        expect(noseTip.y).toBeGreaterThan((rightEye.y + leftEye.y) / 2);
        expect(mouthCenter.y).toBeGreaterThan(noseTip.y);
      }),
    );
  });

  it('put the eyes as far apart as the scale says', () => {
    const { rightEye, leftEye } = landmarks(PLAIN_LOOK, SIZE);
    expect(leftEye.x - rightEye.x).toBeCloseTo(pose.scale * SIZE.height, 9);
    expect(leftEye.y).toBeCloseTo(pose.y * SIZE.height, 9);
  });

  it('meet the dark pupils, whatever the pose', () => {
    fc.assert(
      fc.property(poses, (turned) => {
        const look = { ...PLAIN_LOOK, pose: turned };
        const frame = frameOf(look, SIZE);
        const unit = turned.scale * SIZE.height;
        const { rightEye, leftEye, noseTip } = landmarks(look, SIZE);
        const skin = brightness(frame, noseTip, 0.03 * unit);
        for (const eye of [rightEye, leftEye]) {
          expect(brightness(frame, eye, 0.04 * unit)).toBeLessThan(0.6 * skin);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('follow the dropping jaw', () => {
    const surprised = { ...PLAIN_LOOK, expression: EXPRESSIONS.surprise };
    const rest = landmarks(PLAIN_LOOK, SIZE).mouthCenter;
    expect(landmarks(surprised, SIZE).mouthCenter.y).toBeGreaterThan(rest.y + 3);
  });
});
