import { drawFace } from '../demo/face';
import { DEMO_SCRIPT, lookAt } from '../demo/script';

const SIZE = { width: 640, height: 480 };
const FRAMES_PER_SECOND = 10;

/** A stream that shows the drawn face, in the place of a camera, until the signal aborts. */
export function openDemoCamera(signal: AbortSignal): MediaStream {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, SIZE);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw the demo face.');
  // Played by the wall clock, so that a page can draw the same face beside what is read from it.
  const draw = () => drawFace(context, lookAt(DEMO_SCRIPT, Date.now() / 1000), SIZE);
  draw();
  // Animation frames never come in an offscreen document; timers do.
  const timer = setInterval(draw, 1000 / FRAMES_PER_SECOND);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  return canvas.captureStream(FRAMES_PER_SECOND);
}
