import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { drawFace, type Size } from '../lib/demo/face';
import { y4mFrame, y4mHeader } from '../lib/demo/footage';
import type { Look } from '../lib/demo/look';
import { lookAt, type Script, scriptSeconds } from '../lib/demo/script';
import type { Pixels } from '../lib/sensing/pixels';

/** The drawn face as a frame of a camera. */
export function frameOf(look: Look, size: Size): Pixels {
  const context = createCanvas(size.width, size.height).getContext('2d');
  drawFace(context, look, size);
  return context.getImageData(0, 0, size.width, size.height);
}

/** What {@link writeFootage} films. */
export interface Footage extends Size {
  script: Script;
  seconds: number;
  framesPerSecond: number;
}

/** Films the drawn face and writes a Y4M file, about 1.5 bytes for each pixel of each frame. */
export async function writeFootage(path: string, footage: Footage): Promise<void> {
  const { script, seconds, framesPerSecond } = footage;
  const file = await open(path, 'w');
  try {
    await file.writeFile(y4mHeader(footage, framesPerSecond));
    for (let frame = 0; frame < seconds * framesPerSecond; frame++) {
      await file.writeFile(y4mFrame(frameOf(lookAt(script, frame / framesPerSecond), footage)));
    }
  } finally {
    await file.close();
  }
}

const root = resolve(import.meta.dirname, '..');
const FILM = { framesPerSecond: 10, width: 320, height: 240 };

/**
 * A script of the drawn face as a film for the browser's fake camera, which plays it over and over.
 * Made once, and again whenever the drawing changes.
 */
export async function film(script: Script): Promise<{ footage: string }> {
  const drawing = readdirSync(join(root, 'lib/demo')).sort();
  const hash = createHash('sha256').update(JSON.stringify({ script, FILM }));
  for (const file of drawing) hash.update(readFileSync(join(root, 'lib/demo', file)));
  const folder = join(root, '.cache', 'footage');
  const footage = join(folder, `${hash.digest('hex').slice(0, 16)}.y4m`);
  if (!existsSync(footage)) {
    await mkdir(folder, { recursive: true });
    const unfinished = `${footage}.${process.pid}`; // tests run side by side, and may film the same
    await writeFootage(unfinished, { script, seconds: scriptSeconds(script), ...FILM });
    await rename(unfinished, footage);
  }
  return { footage };
}
