import type { Pixels } from '../sensing/pixels';

/**
 * The first line of a Y4M file, the uncompressed film that Chromium takes for a camera
 * (`--use-file-for-fake-video-capture`). Y4M rather than MJPEG, which Chromium plays at 30 frames/s
 * whatever it was made for.
 */
export function y4mHeader(size: { width: number; height: number }, framesPerSecond: number) {
  const { width, height } = size;
  const line = `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`;
  return new TextEncoder().encode(line);
}

/**
 * One frame of a Y4M file: luma of each pixel, then both chromas of each 2 × 2 pixels, in the limited
 * range of BT.601 that decoders assume. Alpha is ignored. `framesPerSecond` and size are the header's.
 */
export function y4mFrame({ data, width, height }: Pixels): Uint8Array {
  const head = new TextEncoder().encode('FRAME\n');
  const columns = Math.ceil(width / 2);
  const rows = Math.ceil(height / 2);
  const frame = new Uint8Array(head.length + width * height + 2 * columns * rows);
  frame.set(head);
  let to = head.length;
  for (let at = 0; at < 4 * width * height; at += 4) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
    frame[to++] = Math.round(16 + (65.481 * red + 128.553 * green + 24.966 * blue) / 255);
  }
  const blueAt = to;
  const redAt = to + columns * rows;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [red, green, blue] = meanOfFour({ data, width, height }, 2 * column, 2 * row);
      const at = row * columns + column;
      frame[blueAt + at] = Math.round(128 + (-37.797 * red - 74.203 * green + 112 * blue) / 255);
      frame[redAt + at] = Math.round(128 + (112 * red - 93.786 * green - 18.214 * blue) / 255);
    }
  }
  return frame;
}

/** The mean colour of a pixel and those to its right and below; an odd edge counts twice. */
function meanOfFour({ data, width, height }: Pixels, x: number, y: number) {
  const mean: [number, number, number] = [0, 0, 0];
  for (const row of [y, Math.min(y + 1, height - 1)]) {
    for (const column of [x, Math.min(x + 1, width - 1)]) {
      const at = 4 * (row * width + column);
      mean[0] += (data[at] ?? 0) / 4;
      mean[1] += (data[at + 1] ?? 0) / 4;
      mean[2] += (data[at + 2] ?? 0) / 4;
    }
  }
  return mean;
}
