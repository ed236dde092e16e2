import type { CameraStatus } from '../sensing/camera-status';
import type { SensingOrder } from '../sensing/order';
import { openCamera, watchCameras } from './camera';
import { createCourier } from './courier';
import { openDemoCamera } from './demo-camera';
import { createViewers } from './live-port';
import { onMessage, sendMessage } from './messages';
import { senseOnce } from './sensing-run';

/** Waits between attempts to get the camera back double from the first to the last. */
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;

/** How often the demo looks whether anybody still watches; a page that reloads is back sooner. */
const DEMO_LINGER_MS = 3_000;

type Source = Exclude<SensingOrder['source'], 'none'>;

/** Sensing from one source, until it is aborted. */
interface Running {
  source: Source;
  controller: AbortController;
  status: CameraStatus;
  tellCadence(): void;
  retryNow(): void;
}

/** Runs in the offscreen document: senses as the background orders, and gets a lost camera back. */
export function runCapture(): void {
  const courier = createCourier();
  const viewers = createViewers(() => running?.tellCadence());
  let secondsPerReading = 1;
  let running: Running | undefined;

  const cadence = () => ({ secondsPerReading, watched: viewers.count() > 0 });

  // A message to the background can be lost when it is stopped on the way. Its next order brings the
  // status again, and a fault that lasts comes again by itself.
  const report = ({ source, status: camera }: Running) =>
    sendMessage('background/sensing-status', { source, camera }).catch(() => {});
  const reportFault = (message: string) =>
    sendMessage('background/fault', { where: 'sensing', message }).catch(() => {});

  /** Makes what runs match the order, whatever has become of earlier ones. */
  function obey({ source, secondsPerReading: seconds }: SensingOrder): void {
    secondsPerReading = seconds;
    if (running?.source === source) {
      running.tellCadence();
      running.retryNow();
      void report(running);
      return;
    }
    running?.controller.abort();
    running = source === 'none' ? undefined : start(source);
  }

  function start(source: Source): Running {
    const run: Running = {
      source,
      controller: new AbortController(),
      status: 'starting',
      tellCadence: () => {},
      retryNow: () => {},
    };
    void report(run);
    keepSensing(run).catch((error: unknown) => {
      void reportFault(String(error));
      if (running === run) running = undefined; // so that the next order starts afresh
    });
    if (source === 'demo') endUnwatchedDemo(run.controller.signal);
    return run;
  }

  async function keepSensing(run: Running): Promise<void> {
    const { source, controller } = run;
    const { signal } = controller;
    const become = (status: CameraStatus) => {
      if (signal.aborted || run.status === status) return;
      run.status = status;
      void report(run);
    };
    let retryMs = FIRST_RETRY_MS;
    let changed = false;
    const onChange = () => {
      changed = true;
      run.retryNow();
    };
    await watchCameras(onChange, signal).catch(() => {}); // then the timer alone must do
    while (!signal.aborted) {
      changed = false;
      const status = await senseOnce(
        {
          open: source === 'demo' ? openDemoCamera : openCamera,
          cadence,
          onStart: (tellCadence) => {
            run.tellCadence = tellCadence;
          },
          onFault: reportFault,
          onReading: (reading) => {
            become('on');
            retryMs = FIRST_RETRY_MS;
            if (source === 'camera' && reading.index !== undefined) courier.post(reading);
            viewers.show({ source, reading });
          },
        },
        signal,
      );
      run.tellCadence = () => {};
      become(status);
      // Something that happened to the camera during the attempt is a reason to try again soon, but
      // not at once: with some cameras, opening them is such an event.
      await pause(run, changed ? FIRST_RETRY_MS : retryMs);
      retryMs = Math.min(2 * retryMs, LAST_RETRY_MS);
    }
  }

  /** Resolves after a while, or as soon as the run is to try again or to end. */
  function pause(run: Running, ms: number): Promise<void> {
    const { signal } = run.controller;
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        run.retryNow = () => {};
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end);
      run.retryNow = end;
      if (signal.aborted) end();
    });
  }

  /** Asks for the demo's end while nobody watches, until the background obeys. */
  function endUnwatchedDemo(signal: AbortSignal): void {
    const timer = setInterval(() => {
      if (viewers.count() === 0) sendMessage('background/stop-demo', undefined).catch(() => {});
    }, DEMO_LINGER_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  onMessage('offscreen/sense', ({ data }) => {
    obey(data);
    return data.source === 'none' ? courier.flush() : true;
  });
  onMessage('offscreen/forget', () => {
    obey({ source: 'none', secondsPerReading });
    return courier.forget();
  });
}
