import type { CameraStatus } from '../sensing/camera-status';
import type { SensingOrder } from '../sensing/order';
import { openCamera, watchCameras } from './camera';
import { createCourier } from './courier';
import { openDemoCamera } from './demo-camera';
import { onMessage, sendMessage } from './messages';
import { senseOnce } from './sensing-run';
import { createViewers } from './viewers';

/** Waits between attempts to get the camera back double from the first to the last. */
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;

/** The demo ends this long after its last viewer has left; a page that reloads is back sooner. */
const DEMO_LINGER_MS = 3_000;

const NOTHING: SensingOrder = { source: 'none', secondsPerReading: 1 };

/** Runs in the offscreen document: senses as the background orders, and gets a lost camera back. */
export function runCapture(): void {
  const courier = createCourier();
  const viewers = createViewers(onViewers);
  let order = NOTHING;
  let run = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let retryNow = () => {};
  let changeCadence = (_: ReturnType<typeof cadence>) => {};

  const cadence = () => ({
    secondsPerReading: order.secondsPerReading,
    watched: viewers.count() > 0,
  });
  // The background may be stopped on the way; it asks again, or the next report corrects it.
  const report = (camera: CameraStatus) =>
    sendMessage('background/sensing-status', { source: order.source, camera }).catch(() => {});
  const reportFault = (message: string) =>
    sendMessage('background/fault', { where: 'sensing', message }).catch(() => {});

  async function obey(next: SensingOrder): Promise<boolean> {
    const sameSource = next.source === order.source;
    order = next;
    if (sameSource) {
      changeCadence(cadence());
      retryNow();
    } else {
      await stop();
      // A background that was stopped meanwhile may have given another order since.
      if (order === next && next.source !== 'none') {
        run = new AbortController();
        running = keepSensing(run.signal);
      }
    }
    return next.source === 'none' ? courier.flush() : true;
  }

  async function stop(): Promise<void> {
    run.abort();
    await running;
  }

  async function keepSensing(signal: AbortSignal): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    await watchCameras(() => retryNow(), signal).catch(() => {}); // then the timer alone must do
    while (!signal.aborted) {
      void report('starting');
      let first = true;
      const status = await senseOnce(
        {
          open: order.source === 'demo' ? openDemoCamera : openCamera,
          cadence: cadence(),
          onStart: (change) => {
            changeCadence = change;
          },
          onFault: reportFault,
          onReading: (reading) => {
            if (first) void report('on');
            first = false;
            retryMs = FIRST_RETRY_MS;
            if (order.source === 'camera' && reading.index !== undefined) courier.post(reading);
            viewers.show({ source: order.source, reading });
          },
        },
        signal,
      );
      changeCadence = () => {};
      if (signal.aborted) return;
      void report(status);
      await waitToRetry(retryMs, signal);
      retryMs = Math.min(2 * retryMs, LAST_RETRY_MS);
    }
  }

  function waitToRetry(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      retryNow = () => {
        clearTimeout(timer);
        resolve();
      };
      signal.addEventListener('abort', retryNow, { once: true });
    });
  }

  function onViewers(count: number): void {
    changeCadence(cadence());
    if (count > 0) return;
    setTimeout(() => {
      if (viewers.count() === 0 && order.source === 'demo') {
        sendMessage('background/stop-demo', undefined).catch(() => {});
      }
    }, DEMO_LINGER_MS);
  }

  onMessage('offscreen/sense', ({ data }) => obey(data));
  onMessage('offscreen/forget', async () => {
    order = NOTHING; // first, so that no reading is posted any more
    await stop();
    await courier.forget();
  });
}
