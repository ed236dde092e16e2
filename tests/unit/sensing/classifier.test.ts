import '@tensorflow/tfjs-backend-cpu';
import { io, memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBackend } from '../../../lib/sensing/backend';
import { type Classifier, createClassifier } from '../../../lib/sensing/classifier';
import { CROP_SIZE, cropFace, normalise } from '../../../lib/sensing/crop';
import { EMOTIONS, type Probabilities } from '../../../lib/sensing/emotion';
import { emotionModel, shippedParity } from '../../fixtures/emotion-model';
import { WASM_PATH } from '../../fixtures/face-detector';

const { picture, eyes, probabilities, images } = shippedParity();
const crops = images.map(({ grey }) => normalise(grey));

let classifier: Classifier;

beforeAll(async () => {
  await startBackend(WASM_PATH);
  classifier = await createClassifier(emotionModel());
});

beforeEach(async () => {
  await setBackend('wasm');
});

/** A drawn crop of the fixture. */
function cropAt(index: number): Float32Array {
  const crop = crops[index % crops.length];
  if (!crop) throw new Error('The fixture holds no crop');
  return crop;
}

function expectNear(found: Probabilities, expected: Probabilities, tolerance: number): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((p, index) => {
    expect(Math.abs(p - (expected[index] ?? Number.NaN))).toBeLessThan(tolerance);
  });
}

describe('classify', () => {
  it('gives what the training code gives for a picture', async () => {
    const found = await classifier.classify(normalise(cropFace(picture, eyes)));
    expectNear(found, probabilities, 2e-3);
  });

  it.each(images.map((image, index) => ({ ...image, number: index + 1 })))(
    'gives what the training code gives for drawn crop $number',
    async ({ grey, probabilities: expected }) => {
      expectNear(await classifier.classify(normalise(grey)), expected, 2e-3);
    },
  );

  it('gives seven probabilities', async () => {
    for (const crop of crops) {
      const found = await classifier.classify(crop);
      expect(found).toHaveLength(EMOTIONS.length);
      for (const p of found) {
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }
      expect(found.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
    }
  });

  it('tells crops apart', async () => {
    const answers = await Promise.all(crops.map((crop) => classifier.classify(crop)));
    expect(new Set(answers.map((answer) => answer.join())).size).toBe(crops.length);
  });

  it('gives the same when asked for several at once', async () => {
    const some = [0, 1, 2, 3].map(cropAt);
    const together = await Promise.all(some.map((crop) => classifier.classify(crop)));
    for (const [index, crop] of some.entries()) {
      expect(together[index]).toEqual(await classifier.classify(crop));
    }
  });

  it('frees what it takes', async () => {
    await classifier.classify(cropAt(0));
    const { numTensors, numDataBuffers } = memory();
    for (let i = 0; i < 20; i++) {
      await classifier.classify(cropAt(i));
      expect(memory()).toMatchObject({ numTensors, numDataBuffers });
    }
  });

  it('refuses a crop of another size, and keeps nothing of it', async () => {
    const { numTensors } = memory();
    await expect(classifier.classify(new Float32Array(9))).rejects.toThrow();
    expect(memory().numTensors).toBe(numTensors);
  });

  it('refuses the answer of a model that is not for seven emotions', async () => {
    const other = await createClassifier(echo());
    const { numTensors } = memory();
    await expect(other.classify(cropAt(0))).rejects.toThrow('The emotion model answered with');
    expect(memory().numTensors).toBe(numTensors);
  });

  it('computes on WASM what plain JavaScript computes', async () => {
    const some = [0, 1, 2].map(cropAt);
    const wasm = await Promise.all(some.map((crop) => classifier.classify(crop)));
    await setBackend('cpu');
    const plain = await createClassifier(emotionModel());
    for (const [index, crop] of some.entries()) {
      expectNear(await plain.classify(crop), wasm[index] ?? [], 1e-3);
    }
  });
});

/** A model that gives back its input. */
function echo(): io.IOHandler {
  const type = { type: 'DT_FLOAT' };
  const shape = { shape: { dim: [1, CROP_SIZE, CROP_SIZE, 1].map((size) => ({ size })) } };
  return io.fromMemory({
    modelTopology: {
      versions: { producer: 1 },
      node: [
        { name: 'crop', op: 'Placeholder', input: [], attr: { dtype: type, shape } },
        { name: 'probabilities', op: 'Identity', input: ['crop'], attr: { T: type } },
      ],
    },
    weightSpecs: [],
    weightData: new ArrayBuffer(0),
  });
}
