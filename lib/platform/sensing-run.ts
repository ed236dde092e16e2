import type { Cadence } from '../sensing/cadence';
import type { CameraStatus } from '../sensing/camera-status';
import type { Reading } from '../sensing/reading';
import { closeCamera, statusAfterEnd, statusOfError } from './camera';
import type { FromSensing, ToSensing } from './sensing-link';

/** No reading for this long means that no frames come, though nobody said that the camera ended. */
const STALLED_MS = 15_000;

interface Run {
  /** Opens the camera, or what stands in for it. */
  open(signal: AbortSignal): MediaStream | Promise<MediaStream>;
  cadence: Cadence;
  onReading(reading: Reading): void;
  onFault(message: string): void;
  /** Gets the means to change the cadence while the run lasts. */
  onStart(changeCadence: (cadence: Cadence) => void): void;
}

/**
 * Senses until the camera is lost or the signal aborts; resolves with the camera status that this
 * leaves. Camera and worker are released by then.
 */
export async function senseOnce(run: Run, signal: AbortSignal): Promise<CameraStatus> {
  const over = new AbortController();
  const until = AbortSignal.any([signal, over.signal]);
  let stream: MediaStream | undefined;
  let worker: Worker | undefined;
  try {
    stream = await run.open(until);
    worker = new Worker('/sensing-worker.js');
    return await untilLost(run, stream, worker, until);
  } catch (error) {
    if (!stream && error instanceof DOMException) return await statusOfError(error);
    run.onFault(String(error));
    return 'stalled';
  } finally {
    over.abort();
    worker?.terminate();
    if (stream) closeCamera(stream);
  }
}

function untilLost(
  run: Run,
  stream: MediaStream,
  worker: Worker,
  signal: AbortSignal,
): Promise<CameraStatus> {
  return new Promise((resolve) => {
    const [track] = stream.getVideoTracks();
    if (!track) return resolve('missing');
    signal.addEventListener('abort', () => resolve('off'), { once: true });
    track.addEventListener('ended', () => resolve(statusAfterEnd()), { once: true });

    let stalled: ReturnType<typeof setTimeout>;
    const expectReading = () => {
      clearTimeout(stalled);
      stalled = setTimeout(() => resolve('stalled'), STALLED_MS);
    };
    signal.addEventListener('abort', () => clearTimeout(stalled), { once: true });
    expectReading();

    const fail = (message: string) => {
      run.onFault(message);
      resolve('stalled');
    };
    worker.addEventListener('error', ({ message }) => fail(message));
    worker.addEventListener('message', ({ data }: MessageEvent<FromSensing>) => {
      if (data.kind === 'fault') return fail(data.message);
      expectReading();
      run.onReading(data.reading);
    });
    const tell = (message: ToSensing, transfer: Transferable[] = []) =>
      worker.postMessage(message, transfer);
    const { readable: frames } = new MediaStreamTrackProcessor({ track, maxBufferSize: 1 });
    tell({ kind: 'start', frames, cadence: run.cadence }, [frames]);
    run.onStart((cadence) => tell({ kind: 'cadence', cadence }));
  });
}
