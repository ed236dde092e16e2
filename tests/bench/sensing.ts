import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession } from 'playwright-core';
import { DEMO_SCRIPT, lookAt } from '../../lib/demo/script';
import { startBackend } from '../../lib/sensing/backend';
import { createClassifier } from '../../lib/sensing/classifier';
import { CROP_SIZE, cropFace, normalise } from '../../lib/sensing/crop';
import { createDetector } from '../../lib/sensing/detector';
import { launchMien } from '../../scripts/chromium';
import { film, frameOf } from '../../scripts/footage';
import { emotionModel } from '../fixtures/emotion-model';
import { detectorModel, WASM_PATH } from '../fixtures/face-detector';
import { type Row, row, timeOf } from './row';

const LOGGING_SECONDS = 20;

/** What a reading costs, and what an hour of them does. */
export async function sensing(): Promise<Row[]> {
  await startBackend(WASM_PATH);
  const detector = await createDetector(detectorModel());
  const classifier = await createClassifier(emotionModel());
  const frame = frameOf(lookAt(DEMO_SCRIPT, 1), { width: 640, height: 480 });
  const eyes = { right: { x: 280, y: 220 }, left: { x: 360, y: 220 } };
  const crop = normalise(cropFace(frame, eyes));
  const detection = await timeOf(() => detector.detect(frame), 50);
  const cropping = await timeOf(() => normalise(cropFace(frame, eyes)), 50);
  const classification = await timeOf(() => classifier.classify(crop), 50);
  const models = join(import.meta.dirname, '..', '..', 'models');
  return [
    row('sensing: detect, in a 640 × 480 frame', detection, 'ms'),
    row(`sensing: crop to ${CROP_SIZE} × ${CROP_SIZE}`, cropping, 'ms'),
    row('sensing: classify', classification, 'ms'),
    row(
      'sensing: emotion weights',
      statSync(join(models, 'emotion/weights.bin')).size / 1e6,
      'MB',
      1.5,
    ),
    row('sensing: processor while logging, share of one core', await loggingShare(), '%'),
  ];
}

/** The processor time of the whole browser, its camera included, while it logs with no page in front. */
async function loggingShare(): Promise<number> {
  const mien = await launchMien({ camera: await film(DEMO_SCRIPT), permission: 'granted' });
  try {
    const welcome = await mien.pageAt('/welcome.html');
    await welcome.getByRole('button', { name: 'Allow the camera and start' }).click();
    await welcome.locator('.live-reading[data-state]').waitFor();
    await mien.context.newPage();
    await welcome.close();
    const session = await mien.browserSession();
    const before = await cpuSeconds(session);
    await sleep(LOGGING_SECONDS * 1000);
    return (100 * ((await cpuSeconds(session)) - before)) / LOGGING_SECONDS;
  } finally {
    await mien.close();
  }
}

async function cpuSeconds(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
