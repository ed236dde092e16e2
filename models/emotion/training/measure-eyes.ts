import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { startBackend } from '../../../lib/sensing/backend';
import { createDetector } from '../../../lib/sensing/detector';
import type { Point } from '../../../lib/sensing/pixels';
import { detectorModel, WASM_PATH } from '../../../tests/fixtures/face-detector';

// Finds where the detector sees the eyes in the training faces: the medians belong into crop.json,
// since a run-time crop should look like a training crop. Usage: --data DIR of the sheets [--faces N].

const { values } = parseArgs({
  options: { data: { type: 'string' }, faces: { type: 'string', default: '1500' } },
});
const data = values.data;
if (!data || !existsSync(join(data, 'labels.csv'))) throw new Error('--data DIR holds no sheets.');

const FACE = 48;
/** The face is shown to the detector as large as on a camera at arm's length, with room around it. */
const SCALE = 4;
const SIDE = FACE * SCALE * 2;
const OFFSET = (SIDE - FACE * SCALE) / 2;

await startBackend(WASM_PATH);
const detector = await createDetector(detectorModel());
const rows = readFileSync(join(data, 'labels.csv'), 'utf8')
  .split('\n')
  .filter((line) => line.includes(',train,'))
  .slice(0, Number(values.faces));

const context = createCanvas(SIDE, SIDE).getContext('2d');
const found: { right: Point; left: Point }[] = [];
const sheets = new Map<string, Awaited<ReturnType<typeof loadImage>>>();
for (const row of rows) {
  const [sheet = '', y, x] = row.split(',');
  const image = sheets.get(sheet) ?? (await loadImage(join(data, sheet)));
  sheets.set(sheet, image);
  const at = { x: Number(x) * FACE, y: Number(y) * FACE };
  const inset = { at: OFFSET, size: FACE * SCALE };
  context.fillStyle = '#808080';
  context.fillRect(0, 0, SIDE, SIDE);
  context.drawImage(image, at.x, at.y, FACE, FACE, inset.at, inset.at, inset.size, inset.size);
  const [face] = await detector.detect(context.getImageData(0, 0, SIDE, SIDE));
  if (!face || face.score < 0.8) continue;
  const inCrop = ({ x, y }: Point) => ({ x: (x - OFFSET) / SCALE, y: (y - OFFSET) / SCALE });
  found.push({ right: inCrop(face.keypoints.rightEye), left: inCrop(face.keypoints.leftEye) });
}

const quantile = (numbers: number[], share: number) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(share * numbers.length)]?.toFixed(2);
console.log(`${found.length} of ${rows.length} faces found`);
for (const eye of ['right', 'left'] as const) {
  for (const axis of ['x', 'y'] as const) {
    const numbers = found.map((eyes) => eyes[eye][axis]);
    const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantile(numbers, share));
    console.log(`${eye} eye ${axis}: median ${median}, half of them from ${low} to ${high}`);
  }
}
