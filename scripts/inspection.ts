import type { Page } from 'playwright-core';
import type { Diagnostic } from '../lib/platform/diagnostics';
import type { LiveReading } from '../lib/platform/live-port';
import type { Minute } from '../lib/timeline/minute';

// What Mien keeps, read from a page of the extension without any code of Mien's.

/** All rows of a store of the log. */
export function rowsOf<Row>(page: Page, store: string): Promise<Row[]> {
  return page.evaluate(async (name) => {
    const known = await indexedDB.databases();
    if (!known.some((database) => database.name === 'mien')) return [];
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('mien');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    try {
      if (!database.objectStoreNames.contains(name)) return [];
      return await new Promise<Row[]>((resolve, reject) => {
        const request = database.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    } finally {
      database.close(); // an open connection would keep Mien from deleting the database
    }
  }, store);
}

export const minutesIn = (page: Page): Promise<Minute[]> => rowsOf<Minute>(page, 'minutes');

export async function readingsIn(page: Page): Promise<number> {
  return (await minutesIn(page)).reduce((sum, { readings }) => sum + readings, 0);
}

/** Everything in one area of the extension's storage. */
export function storedIn(page: Page, area: 'local' | 'session'): Promise<Record<string, unknown>> {
  return page.evaluate((name) => chrome.storage[name].get(), area);
}

export async function diagnosticsIn(page: Page): Promise<string[]> {
  const { diagnostics = [] } = (await storedIn(page, 'local')) as { diagnostics?: Diagnostic[] };
  return diagnostics.map(({ where, message }) => `${where}: ${message}`);
}

/** Sends a message as a page of Mien would, whatever it holds. */
export function send(page: Page, message: unknown): Promise<unknown> {
  return page.evaluate(
    (sent) => chrome.runtime.sendMessage(sent).catch((error: Error) => error.message),
    message,
  );
}

/** An envelope as Mien's messages have it. */
export const envelope = (type: string, data?: unknown) => ({
  id: 1,
  type,
  data,
  timestamp: Date.now(),
});

/** Hands on each live reading, as a viewer sees them pass, from now on. */
export async function watchReadings(
  page: Page,
  onLive: (live: LiveReading) => void,
): Promise<void> {
  await page.exposeFunction('onLive', onLive);
  await page.evaluate(() => {
    const { onLive } = window as unknown as { onLive(live: object): void };
    const connect = () => {
      const port = chrome.runtime.connect({ name: 'offscreen/live' });
      port.onMessage.addListener(onLive);
      port.onDisconnect.addListener(() => {
        void chrome.runtime.lastError; // there may be no offscreen document yet
        setTimeout(connect, 20);
      });
    };
    connect();
  });
}

/** The numbers of the readings that the sensing worker makes for the log from now on; the list grows by itself. */
export async function countReadings(
  page: Page,
  source: LiveReading['source'] = 'camera',
): Promise<readonly number[]> {
  const seen: number[] = [];
  await watchReadings(page, (live) => {
    if (live.source === source && live.reading.index !== undefined) seen.push(live.reading.index);
  });
  return seen;
}
