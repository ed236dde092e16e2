import type { Reading } from '../sensing/reading';
import { acknowledge, emptyOutbox, post, seal } from '../timeline/outbox';
import { sendMessage } from './messages';

const DELIVERY_MS = 10_000;

/** Carries readings from the offscreen document to the log, and keeps each until it has arrived. */
export interface Courier {
  post(reading: Reading): void;
  /** Delivers all there is. Resolves with false if the log cannot take it for now. */
  flush(): Promise<boolean>;
  /** Drops all there is, once the batch on its way has arrived. */
  forget(): Promise<void>;
}

/** Starts a courier that delivers every ten seconds. It lives as long as its document. */
export function createCourier(): Courier {
  let outbox = emptyOutbox(crypto.randomUUID());
  let delivering: Promise<void> | undefined;

  async function deliver(): Promise<void> {
    for (let batch = outbox.sealed[0]; batch; batch = outbox.sealed[0]) {
      try {
        // A refused batch would be refused again: the log has noted why, so it counts as arrived.
        await sendMessage('background/batch', batch);
      } catch {
        return; // The service worker was stopped on the way. The batch is sent again next time.
      }
      outbox = acknowledge(outbox, batch.sequence);
    }
  }

  const flush = async (): Promise<boolean> => {
    await delivering;
    outbox = seal(outbox);
    delivering ??= deliver().finally(() => {
      delivering = undefined;
    });
    await delivering;
    return outbox.sealed.length === 0;
  };

  setInterval(flush, DELIVERY_MS);
  return {
    post(reading) {
      outbox = post(outbox, reading);
    },
    flush,
    async forget() {
      await delivering;
      outbox = emptyOutbox(crypto.randomUUID());
    },
  };
}
