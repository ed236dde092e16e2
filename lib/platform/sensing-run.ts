import type { Cadence } from '../sensing/cadence';
import type { CameraStatus } from '../sensing/camera-status';
import type { Reading } from '../sensing/reading';
import { closeCamera, statusAfterEnd, statusOfError } from './camera';
import type { FromSensing, ToSensing } from './sensing-link';
import { withinTime } from './turns';

/** A camera that takes longer to open than this hangs. */
const OPEN_MS = 30_000;
/** The first reading waits for two models, on a machine that may be slow. */
const FIRST_READING_MS = 60_000;
/** No reading for this long, beyond the time between two, means that no frames come. */
const STALLED_MS = 10_000;

/** What a run needs, and whom it tells. */
interface Run {
  /** Opens the camera, or what stands in for it. */
  open(signal: AbortSignal): MediaStream | Promise<MediaStream>;
  cadence(): Cadence;
  onReading(reading: Reading): void;
  onFault(message: string): void;
  /** Gets the means to pass on a changed cadence while the run lasts. */
  onStart(tellCadence: () => void): void;
}

/**
 * Senses until the camera is lost or the signal aborts; resolves with the camera status that this
 * leaves. Camera and worker are released by then, also where the signal aborts while the camera opens.
 */
export async function senseOnce(run: Run, signal: AbortSignal): Promise<CameraStatus> {
  const over = new AbortController();
  const until = AbortSignal.any([signal, over.signal]);
  let stream: MediaStream | undefined;
  let worker: Worker | undefined;
  try {
    stream = await openInTime(run, until);
    if (signal.aborted) return 'off';
    worker = new Worker('/sensing-worker.js');
    return await untilLost(run, stream, worker, until);
  } catch (error) {
    if (signal.aborted) return 'off';
    if (!stream && error instanceof DOMException) return await statusOfError(error);
    run.onFault(String(error));
    return 'stalled';
  } finally {
    over.abort();
    worker?.terminate();
    if (stream) closeCamera(stream);
  }
}

/** Opens the camera; one that comes too late is closed when it does. */
async function openInTime(run: Run, signal: AbortSignal): Promise<MediaStream> {
  const opening = Promise.resolve(run.open(signal));
  try {
    return await withinTime(opening, OPEN_MS);
  } catch (error) {
    opening.then(closeCamera, () => {});
    throw error;
  }
}

/** Resolves as soon as no more readings are to be had. `signal` must not be aborted yet. */
function untilLost(
  run: Run,
  stream: MediaStream,
  worker: Worker,
  signal: AbortSignal,
): Promise<CameraStatus> {
  return new Promise((resolve) => {
    const [track] = stream.getVideoTracks();
    if (!track) return resolve('missing');
    const tell = (message: ToSensing, transfer: Transferable[] = []) =>
      worker.postMessage(message, transfer);
    const fail = (message: string) => {
      run.onFault(message);
      resolve('stalled');
    };
    let stalled = setTimeout(() => resolve('stalled'), FIRST_READING_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(stalled);
      resolve('off');
    });
    track.addEventListener('ended', () => resolve(statusAfterEnd()));
    worker.addEventListener('error', ({ message }) =>
      fail(message ?? 'The sensing worker could not be loaded.'),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<FromSensing>) => {
      if (signal.aborted) return;
      if (data.kind === 'fault') return fail(data.message);
      if (data.kind === 'ready') {
        // Only now: frames that waited for the models would be old when they are read.
        const { readable: frames } = new MediaStreamTrackProcessor({ track, maxBufferSize: 1 });
        return tell({ kind: 'start', frames, cadence: run.cadence() }, [frames]);
      }
      clearTimeout(stalled);
      const waitMs = STALLED_MS + 1000 * run.cadence().secondsPerReading;
      stalled = setTimeout(() => resolve('stalled'), waitMs);
      run.onReading(data.reading);
    });
    run.onStart(() => tell({ kind: 'cadence', cadence: run.cadence() }));
  });
}
