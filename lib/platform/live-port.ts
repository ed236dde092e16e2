import type { SensingOrder } from '../sensing/order';
import type { Reading } from '../sensing/reading';
import { browser } from './browser';

/** A reading as a viewer gets it: `source` tells the drawn face from the camera. */
export interface LiveReading {
  source: SensingOrder['source'];
  reading: Reading;
}

/** The port that a page opens to see readings as they are made. */
const NAME = 'offscreen/live';

/** The pages that look at live readings. */
export interface Viewers {
  count(): number;
  show(live: LiveReading): void;
}

/** Takes viewers in, and tells when their number changes. Lives in the offscreen document. */
export function createViewers(onChange: () => void): Viewers {
  const ports = new Set<ReturnType<typeof browser.runtime.connect>>();
  const leave = (port: ReturnType<typeof browser.runtime.connect>) => {
    ports.delete(port);
    onChange();
  };
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== NAME) return;
    ports.add(port);
    onChange();
    port.onDisconnect.addListener(leave);
  });
  return {
    count: () => ports.size,
    show(live) {
      for (const port of ports) {
        try {
          port.postMessage(live);
        } catch {
          leave(port); // it closed, and the news of that is still on its way
        }
      }
    },
  };
}

/** Looks at live readings: calls `onReading` until the port closes, then `onClose`. Returns how to close it. */
export function openLivePort(
  onReading: (live: LiveReading) => void,
  onClose: () => void,
): () => void {
  const port = browser.runtime.connect({ name: NAME });
  port.onMessage.addListener((live) => onReading(live as LiveReading)); // only own pages connect
  port.onDisconnect.addListener(() => {
    void browser.runtime.lastError; // reading it keeps "no receiving end" out of the console
    onClose();
  });
  return () => port.disconnect();
}
