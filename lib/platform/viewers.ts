import type { SensingOrder } from '../sensing/order';
import type { Reading } from '../sensing/reading';
import { browser } from './browser';

/** The port that a page opens to see readings as they are made. */
const LIVE_PORT = 'offscreen/live';

/** A reading as a viewer gets it: `source` tells the drawn face from the camera. */
export interface LiveReading {
  source: SensingOrder['source'];
  reading: Reading;
}

/** The open pages that show live readings. Lives in the offscreen document. */
export function createViewers(onCount: (count: number) => void): {
  count(): number;
  show(live: LiveReading): void;
} {
  const ports = new Set<ReturnType<typeof browser.runtime.connect>>();
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== LIVE_PORT) return;
    ports.add(port);
    onCount(ports.size);
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      onCount(ports.size);
    });
  });
  return {
    count: () => ports.size,
    show(live) {
      for (const port of ports) port.postMessage(live);
    },
  };
}

/**
 * Calls `onReading` for each live reading until the signal aborts. Where nothing senses, it tries
 * again every half second: a page may open before the offscreen document does.
 */
export function watchLive(onReading: (live: LiveReading) => void, signal: AbortSignal): void {
  const connect = () => {
    if (signal.aborted) return;
    const port = browser.runtime.connect({ name: LIVE_PORT });
    const leave = () => port.disconnect();
    signal.addEventListener('abort', leave, { once: true });
    port.onMessage.addListener((live) => onReading(live as LiveReading)); // own pages alone connect
    port.onDisconnect.addListener(() => {
      void browser.runtime.lastError; // reading it keeps "no receiving end" out of the console
      signal.removeEventListener('abort', leave);
      setTimeout(connect, 500);
    });
  };
  connect();
}
