import { startBackend } from '../sensing/backend';
import { type Cadence, NOTHING_MADE, schedule } from '../sensing/cadence';
import { createClassifier } from '../sensing/classifier';
import { createDetector } from '../sensing/detector';
import { createPipeline } from '../sensing/pipeline';
import type { Pixels } from '../sensing/pixels';
import type { Answer } from '../sensing/reading';
import type { FromSensing, ToSensing } from './sensing-link';

/** Larger frames cost time and tell no more: the detector sees 128 pixels, the classifier 48. */
const MAX_FRAME_WIDTH = 640;

/** What the loop needs of its worker; the types of workers and of pages do not go together. */
interface WorkerScope {
  postMessage(message: FromSensing): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToSensing>) => void): void;
}

/** Runs in the sensing worker: turns frames into readings, as fast as the cadence wants them. */
export function runSensing(scope: WorkerScope): void {
  const tell = (message: FromSensing) => scope.postMessage(message);
  let cadence: Cadence = { secondsPerReading: 1, watched: false };
  const fail = (error: unknown) =>
    tell({ kind: 'fault', message: error instanceof Error ? error.message : String(error) });
  const pipeline = loadPipeline();
  pipeline.then(() => tell({ kind: 'ready' }), fail);
  scope.addEventListener('message', ({ data }) => {
    cadence = data.cadence;
    if (data.kind !== 'start') return;
    pipeline.then((answer) => sense(answer, data.frames, () => cadence, tell)).catch(fail);
  });
}

async function sense(
  answer: (frame: Pixels) => Promise<Answer>,
  frames: ReadableStream<VideoFrame>,
  cadence: () => Cadence,
  tell: (message: FromSensing) => void,
): Promise<void> {
  const grab = createGrabber();
  let made = NOTHING_MADE;
  let index = 0;
  // The loop needs no timers: frames drive it, and each is closed, or the camera would stall.
  const reader = frames.getReader();
  for (;;) {
    const { done, value: frame } = await reader.read();
    if (done) return;
    const at = Date.now();
    const next = schedule(made, cadence(), at);
    made = next.made;
    const { purpose } = next;
    if (!purpose) {
      frame.close();
      continue;
    }
    const pixels = grab(frame);
    frame.close();
    const said = await answer(pixels);
    const reading = purpose.log
      ? { ...said, at, seconds: purpose.seconds, index: ++index }
      : { ...said, at, seconds: 0 };
    tell({ kind: 'reading', reading });
  }
}

/** Loads the models that ship in the package; the addresses are those of the extension's own files. */
async function loadPipeline() {
  await startBackend('/wasm/');
  const [detector, classifier] = await Promise.all([
    createDetector('/models/face-detector/model.json'),
    createClassifier('/models/emotion/model.json'),
  ]);
  return createPipeline(detector, classifier);
}

/** Reads the pixels of frames, through one canvas. */
function createGrabber(): (frame: VideoFrame) => Pixels {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser cannot read camera frames.');
  return (frame) => {
    const scale = Math.min(1, MAX_FRAME_WIDTH / frame.displayWidth);
    const width = Math.round(frame.displayWidth * scale);
    const height = Math.round(frame.displayHeight * scale);
    if (canvas.width !== width || canvas.height !== height)
      Object.assign(canvas, { width, height });
    context.drawImage(frame, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  };
}
