import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { y4mFrame, y4mHeader } from '../../../lib/demo/footage';
import { DEMO_SCRIPT } from '../../../lib/demo/script';
import { writeFootage } from '../../../scripts/footage';

const MARK = 'FRAME\n';

function plain(red: number, green: number, blue: number, width = 2, height = 2) {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let at = 0; at < data.length; at += 4) data.set([red, green, blue, 255], at);
  return { data, width, height };
}

describe('y4mHeader', () => {
  it('tells size and speed', () => {
    const header = new TextDecoder().decode(y4mHeader({ width: 640, height: 480 }, 5));
    expect(header).toBe('YUV4MPEG2 W640 H480 F5:1 Ip A1:1 C420jpeg\n');
  });
});

describe('y4mFrame', () => {
  // ITU-R BT.601 in 8 bits: black is 16, white 235, chroma runs from 16 to 240.
  it.each([
    ['black', 0, 0, 0, [16, 128, 128]],
    ['white', 255, 255, 255, [235, 128, 128]],
    ['grey', 128, 128, 128, [126, 128, 128]],
    ['red', 255, 0, 0, [81, 90, 240]],
    ['green', 0, 255, 0, [145, 54, 34]],
    ['blue', 0, 0, 255, [41, 240, 110]],
  ])('knows %s', (_, red, green, blue, [luma = 0, u = 0, v = 0]) => {
    const frame = y4mFrame(plain(red, green, blue));
    expect(new TextDecoder().decode(frame.subarray(0, 6))).toBe(MARK);
    expect(Array.from(frame.subarray(6))).toEqual([luma, luma, luma, luma, u, v]);
  });

  it('averages the chroma of four pixels', () => {
    const data = new Uint8ClampedArray([
      ...[255, 0, 0, 255, 0, 0, 255, 255],
      ...[0, 0, 255, 255, 255, 0, 0, 255],
    ]);
    expect(Array.from(y4mFrame({ data, width: 2, height: 2 }).subarray(6))).toEqual([
      ...[81, 41, 41, 81],
      165,
      175,
    ]);
  });

  it('has the length that the format asks for, odd sizes too, and stays in range', () => {
    const side = fc.integer({ min: 1, max: 17 });
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(side, side, channel, channel, channel, (width, height, red, green, blue) => {
        const frame = y4mFrame(plain(red, green, blue, width, height));
        const chroma = Math.ceil(width / 2) * Math.ceil(height / 2);
        expect(frame).toHaveLength(MARK.length + width * height + 2 * chroma);
        expect(Math.min(...frame.subarray(6))).toBeGreaterThanOrEqual(16);
        expect(Math.max(...frame.subarray(6))).toBeLessThanOrEqual(240);
      }),
    );
  });
});

describe('writeFootage', () => {
  it('writes a frame for each moment', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mien-footage-'));
    try {
      const path = join(folder, 'face.y4m');
      const size = { width: 64, height: 48 };
      await writeFootage(path, { ...size, script: DEMO_SCRIPT, seconds: 1.5, framesPerSecond: 4 });
      const file = await readFile(path);
      const header = y4mHeader(size, 4).length;
      const frame = MARK.length + 64 * 48 * 1.5;
      expect(file).toHaveLength(header + 6 * frame);
      for (let i = 0; i < 6; i++) {
        const at = header + i * frame;
        expect(file.toString('latin1', at, at + MARK.length)).toBe(MARK);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
