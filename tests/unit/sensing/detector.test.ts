import '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { memory, setBackend, type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EXPRESSIONS } from '../../../lib/demo/expressions';
import { landmarks } from '../../../lib/demo/face';
import { type Look, PLAIN_LOOK } from '../../../lib/demo/look';
import { startBackend } from '../../../lib/sensing/backend';
import { createDetector, type Detector } from '../../../lib/sensing/detector';
import { EMOTIONS } from '../../../lib/sensing/emotion';
import { KEYPOINTS } from '../../../lib/sensing/face';
import type { Pixels } from '../../../lib/sensing/pixels';
import { frameOf } from '../../../scripts/footage';
import { detectorModel, WASM_PATH } from '../../fixtures/face-detector';

const SIZE = { width: 320, height: 240 };
const { pose } = PLAIN_LOOK;

let detector: Detector;

beforeAll(async () => {
  await startBackend(WASM_PATH);
  detector = await createDetector(detectorModel());
});

beforeEach(async () => {
  await setBackend('wasm');
});

/** The frame with each channel moved at random, the same way each time. */
function noisy({ data, width, height }: Pixels, amplitude: number): Pixels {
  let seed = 1;
  const random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647 - 0.5;
  };
  const noise = data.map((value) => value + 2 * amplitude * random());
  return { data: noise, width, height };
}

/** Checks that there is one face and that it lies where it was drawn. */
async function expectFound(look: Look, size = SIZE): Promise<void> {
  const faces = await detector.detect(frameOf(look, size));
  expect(faces).toHaveLength(1);
  const [face] = faces;
  expect(face?.score).toBeGreaterThan(0.7);
  const drawn = landmarks(look, size);
  // Half an eye's width is 0.235 of the distance between the eyes; an eighth still hits the iris.
  const tolerance = Math.max(3, 0.125 * look.pose.scale * size.height);
  for (const name of ['rightEye', 'leftEye'] as const) {
    const { x, y } = face?.keypoints[name] ?? { x: 0, y: 0 };
    expect(Math.hypot(x - drawn[name].x, y - drawn[name].y)).toBeLessThan(tolerance);
  }
  const { box } = face ?? { box: { x: 0, y: 0, width: 0, height: 0 } };
  for (const name of ['rightEye', 'leftEye', 'noseTip', 'mouthCenter'] as const) {
    expect(drawn[name].x).toBeGreaterThan(box.x);
    expect(drawn[name].x).toBeLessThan(box.x + box.width);
    expect(drawn[name].y).toBeGreaterThan(box.y);
    expect(drawn[name].y).toBeLessThan(box.y + box.height);
  }
  // The detector's boxes span 2 to 3 distances between the eyes.
  const unit = look.pose.scale * size.height;
  expect(box.width / unit).toBeGreaterThan(1.7);
  expect(box.width / unit).toBeLessThan(3.2);
}

describe('detect', () => {
  it.each(EMOTIONS)('finds the drawn face when it looks %s', async (emotion) => {
    await expectFound({ ...PLAIN_LOOK, expression: EXPRESSIONS[emotion] });
  });

  it.each<[string, Partial<Look>]>([
    ['tilted', { pose: { ...pose, roll: 0.25 } }],
    ['tilted the other way', { pose: { ...pose, roll: -0.25 } }],
    ['turned', { pose: { ...pose, yaw: 0.3 } }],
    ['looking down', { pose: { ...pose, pitch: 0.25 } }],
    ['near', { pose: { ...pose, scale: 0.27 } }],
    ['far', { pose: { ...pose, scale: 0.09 } }],
    ['off centre', { pose: { ...pose, x: 0.28, y: 0.36, scale: 0.14 } }],
    ['in the dark', { light: { brightness: 0.35, side: 0 } }],
    ['in glaring light', { light: { brightness: 1.5, side: 0 } }],
    ['lit from the left', { light: { brightness: 1, side: -0.7 } }],
    ['lit from the right', { light: { brightness: 0.8, side: 0.7 } }],
    ['of dark skin', { skin: [118, 78, 56], hair: [24, 18, 16] }],
    ['with closed eyes', { expression: { ...EXPRESSIONS.neutral, eyeOpen: 0 } }],
  ])('finds the drawn face %s', async (_, change) => {
    await expectFound({ ...PLAIN_LOOK, ...change });
  });

  it.each([
    [640, 480],
    [1280, 720],
    [352, 288],
    [480, 640],
    [128, 96],
  ])('works for frames of %i × %i', async (width, height) => {
    await expectFound(PLAIN_LOOK, { width, height });
  });

  it('is not misled by noise', async () => {
    const clean = await detector.detect(frameOf(PLAIN_LOOK, SIZE));
    const grainy = await detector.detect(noisy(frameOf(PLAIN_LOOK, SIZE), 25));
    expect(grainy).toHaveLength(1);
    for (const name of ['rightEye', 'leftEye'] as const) {
      const [a, b] = [clean[0]?.keypoints[name], grainy[0]?.keypoints[name]];
      expect(Math.abs((a?.x ?? 0) - (b?.x ?? 99))).toBeLessThan(3);
      expect(Math.abs((a?.y ?? 0) - (b?.y ?? 99))).toBeLessThan(3);
    }
  });

  it('finds nothing where nobody is', async () => {
    const empty = { ...PLAIN_LOOK, pose: { ...pose, y: 9 } };
    expect(await detector.detect(frameOf(empty, SIZE))).toEqual([]);
    const grey = { ...SIZE, data: new Uint8ClampedArray(4 * SIZE.width * SIZE.height).fill(128) };
    expect(await detector.detect(grey)).toEqual([]);
    expect(await detector.detect(noisy(grey, 127))).toEqual([]);
  });

  it('tells the largest face first', async () => {
    const near = { ...PLAIN_LOOK, pose: { ...pose, scale: 0.2 } };
    const far = { ...PLAIN_LOOK, pose: { ...pose, scale: 0.12 } };
    const [big, small] = [frameOf(near, SIZE), frameOf(far, SIZE)];
    const width = 2 * SIZE.width;
    const data = new Uint8ClampedArray(4 * width * SIZE.height);
    for (let row = 0; row < SIZE.height; row++) {
      const from = 4 * row * SIZE.width;
      const to = from + 4 * SIZE.width;
      data.set(small.data.subarray(from, to), 2 * from);
      data.set(big.data.subarray(from, to), 2 * from + 4 * SIZE.width);
    }
    const faces = await detector.detect({ data, width, height: SIZE.height });
    expect(faces).toHaveLength(2);
    expect(faces[0]?.box.x).toBeGreaterThan(SIZE.width);
    expect(faces[1]?.box.x).toBeLessThan(SIZE.width);
  });

  it('frees what it takes', async () => {
    const frames = [frameOf(PLAIN_LOOK, SIZE), noisy(frameOf(PLAIN_LOOK, SIZE), 127)];
    const before = memory();
    for (let i = 0; i < 20; i++) {
      await detector.detect(frames[i % 2] ?? frameOf(PLAIN_LOOK, SIZE));
      expect(memory().numTensors).toBe(before.numTensors);
    }
    expect(memory().numDataBuffers).toBe(before.numDataBuffers);
    await expect(detector.detect({ ...SIZE, data: new Uint8ClampedArray(3) })).rejects.toThrow();
    expect(memory().numTensors).toBe(before.numTensors);
  });

  it('frees its weights when disposed of', async () => {
    const before = memory().numTensors;
    const another = await createDetector(detectorModel());
    expect(memory().numTensors).toBeGreaterThan(before);
    another.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

describe('the WASM backend', () => {
  const frame = frameOf({ ...PLAIN_LOOK, expression: EXPRESSIONS.happy }, SIZE);

  async function rawOutputs(backend: string): Promise<Float32Array> {
    await setBackend(backend);
    const model = await loadGraphModel(detectorModel());
    const values = Float32Array.from({ length: 128 * 128 * 3 }, (_, i) => {
      return (frame.data[4 * Math.floor(i / 3) + (i % 3)] ?? 0) / 127.5 - 1;
    });
    const input = tensor4d(values, [1, 128, 128, 3]);
    const output = model.execute(input, 'Identity:0') as Tensor; // one name, hence one tensor
    expect(output.shape).toEqual([1, 896, 17]);
    const raw = await output.data<'float32'>();
    input.dispose();
    output.dispose();
    model.dispose();
    return raw;
  }

  it('computes what plain JavaScript computes', async () => {
    const wasm = await rawOutputs('wasm');
    const cpu = await rawOutputs('cpu');
    const difference = wasm.map((value, i) => Math.abs(value - (cpu[i] ?? Number.NaN)));
    expect(Math.max(...difference)).toBeLessThan(1e-3);
  });

  it('finds the same face as plain JavaScript', async () => {
    const [wasm] = await detector.detect(frame);
    await setBackend('cpu');
    const another = await createDetector(detectorModel());
    const [cpu] = await another.detect(frame);
    another.dispose();
    expect(wasm?.score).toBeCloseTo(cpu?.score ?? 0, 4);
    for (const name of KEYPOINTS) {
      expect(wasm?.keypoints[name].x).toBeCloseTo(cpu?.keypoints[name].x ?? 0, 2);
      expect(wasm?.keypoints[name].y).toBeCloseTo(cpu?.keypoints[name].y ?? 0, 2);
    }
  });
});
