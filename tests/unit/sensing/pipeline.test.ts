import { beforeAll, describe, expect, it } from 'vitest';
import { EXPRESSIONS } from '../../../lib/demo/expressions';
import { type Look, PLAIN_LOOK } from '../../../lib/demo/look';
import { lookAt } from '../../../lib/demo/script';
import { startBackend } from '../../../lib/sensing/backend';
import { createClassifier } from '../../../lib/sensing/classifier';
import { createDetector } from '../../../lib/sensing/detector';
import { affectOf, EMOTIONS, type Emotion } from '../../../lib/sensing/emotion';
import type { Face } from '../../../lib/sensing/face';
import { createPipeline } from '../../../lib/sensing/pipeline';
import type { Pixels } from '../../../lib/sensing/pixels';
import { type Answer, isReason } from '../../../lib/sensing/reading';
import { frameOf } from '../../../scripts/footage';
import { emotionModel } from '../../fixtures/emotion-model';
import { detectorModel, WASM_PATH } from '../../fixtures/face-detector';

const SIZE = { width: 640, height: 480 };

let answer: (frame: Pixels) => Promise<Answer>;

beforeAll(async () => {
  await startBackend(WASM_PATH);
  const detector = await createDetector(detectorModel());
  answer = createPipeline(detector, await createClassifier(emotionModel()));
});

/** The answer to the drawn face as the demo draws it. */
function answerTo(look: Look): Promise<Answer> {
  return answer(frameOf(look, SIZE));
}

/** Looks at moments of a scene, open-eyed: a blink is no expression. */
function looksOf(emotion: Emotion, count: number): { seconds: number; look: Look }[] {
  const script = [{ emotion, seconds: 60 }];
  return Array.from({ length: 60 }, (_, second) => second)
    .map((seconds) => ({ seconds, look: lookAt(script, seconds) }))
    .filter(({ look }) => look.expression.eyeOpen === EXPRESSIONS[emotion].eyeOpen)
    .filter((_, index) => index % 7 === 0)
    .slice(0, count);
}

describe('the pipeline', () => {
  it('reads a neutral face', async () => {
    const said = await answerTo(PLAIN_LOOK);
    if (isReason(said)) throw new Error(`There is no reading: ${said.reason}`);
    const { probabilities, quality, valence, arousal } = said;
    expect(probabilities).toHaveLength(EMOTIONS.length);
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
    expect({ valence, arousal }).toEqual(affectOf(probabilities));
    expect(quality).toBeGreaterThan(0.5);
    expect(quality).toBeLessThanOrEqual(1);
  });

  it('says that nobody is there', async () => {
    const nobody = { ...PLAIN_LOOK, pose: { ...PLAIN_LOOK.pose, y: 9 } };
    expect(await answerTo(nobody)).toEqual({ reason: 'no-face' });
    const grey = { ...SIZE, data: new Uint8ClampedArray(4 * SIZE.width * SIZE.height).fill(128) };
    expect(await answer(grey)).toEqual({ reason: 'no-face' });
  });

  it('reads nothing into a face that is far away', async () => {
    for (const scale of [0.03, 0.035, 0.04]) {
      const far = { ...PLAIN_LOOK, pose: { ...PLAIN_LOOK.pose, scale } };
      const said = await answerTo(far);
      expect([{ reason: 'too-far' }, { reason: 'no-face' }]).toContainEqual(said);
    }
  });

  it.each(
    (['happy', 'neutral'] as const).flatMap((emotion) =>
      looksOf(emotion, 7).map(({ seconds, look }) => ({ emotion, seconds, look })),
    ),
  )(
    'finds $emotion the likeliest at second $seconds of such a scene',
    async ({ emotion, look }) => {
      const said = await answerTo(look);
      if (isReason(said)) throw new Error(`There is no reading: ${said.reason}`);
      const likeliest = said.probabilities.indexOf(Math.max(...said.probabilities));
      expect(EMOTIONS[likeliest]).toBe(emotion);
    },
  );
});

describe('a pipeline with doubts', () => {
  const frame = { data: new Uint8ClampedArray(4 * 100 * 100), width: 100, height: 100 };
  const eye = { x: 50, y: 50 };
  const face = (width: number): Face => ({
    box: { x: 0, y: 0, width, height: width },
    keypoints: {
      rightEye: { x: 30, y: 40 },
      leftEye: { x: 70, y: 40 },
      noseTip: eye,
      mouthCenter: eye,
      rightEarTragion: eye,
      leftEarTragion: eye,
    },
    score: 0.8,
  });
  const sure = [0, 0, 0, 0.9, 0, 0, 0.1];

  it.each<[string, Face[], readonly number[], Answer, number]>([
    ['nobody', [], sure, { reason: 'no-face' }, 0],
    ['a small face', [face(20)], sure, { reason: 'too-far' }, 0],
    ['two moods at once', [face(80)], [0, 0, 0, 0.35, 0.3, 0.35, 0], { reason: 'unsure' }, 1],
    [
      'the largest of two',
      [face(80), face(20)],
      sure,
      { probabilities: sure, ...affectOf(sure), quality: 0.8 },
      1,
    ],
  ])('answers to %s', async (_, faces, probabilities, expected, asked) => {
    let classified = 0;
    const doubtful = createPipeline(
      { detect: async () => faces, dispose: () => {} },
      {
        classify: async () => {
          classified++;
          return probabilities;
        },
      },
    );
    expect(await doubtful(frame)).toEqual(expected);
    expect(classified).toBe(asked);
  });

  it('fails when a model fails, rather than answer', async () => {
    const broken = createPipeline(
      { detect: async () => [face(80)], dispose: () => {} },
      { classify: () => Promise.reject(new Error('out of memory')) },
    );
    await expect(broken(frame)).rejects.toThrow('out of memory');
  });
});
