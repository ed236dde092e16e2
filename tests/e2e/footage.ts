import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Script, scriptSeconds } from '../../lib/demo/script';
import { writeFootage } from '../fixtures/footage';

/** Films a script of the drawn face for the browser's fake camera, which plays it over and over. */
export async function film(script: Script): Promise<{ footage: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'mien-footage-'));
  const footage = join(folder, 'face.y4m');
  await writeFootage(footage, {
    script,
    seconds: scriptSeconds(script),
    framesPerSecond: 10,
    width: 320,
    height: 240,
  });
  return { footage };
}
