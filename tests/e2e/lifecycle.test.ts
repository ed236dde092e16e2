import { expect, it } from 'vitest';
import { DEMO_SCRIPT } from '../../lib/demo/script';
import { launchMien } from '../../scripts/chromium';
import { film } from '../../scripts/footage';
import { envelope, readingsIn, send, storedIn } from '../../scripts/inspection';
import { until } from './wait';

it('folds each batch once, though the service worker is stopped with batches unanswered', async () => {
  const mien = await launchMien({ camera: 'none' });
  try {
    const page = await mien.open('/options.html');
    const cdp = await mien.context.newCDPSession(page);
    await cdp.send('ServiceWorker.enable');
    // As the courier does: each batch goes until it is answered, and then the next.
    const batches = 150;
    const delivered = page.evaluate(async (count) => {
      const progress = Object.assign(window, { delivered: 0 });
      let sent = 0;
      for (let sequence = 1; sequence <= count; sequence++) {
        const reading = {
          at: 1e12 + sequence * 1000,
          seconds: 1,
          index: sequence,
          reason: 'unsure',
        };
        const data = { streamId: 'killed', sequence, readings: [reading] };
        const message = { id: 1, type: 'background/batch', data, timestamp: Date.now() };
        for (let answer: { res?: string } | undefined; !answer?.res; ) {
          sent++;
          answer = await chrome.runtime.sendMessage(message).catch(() => undefined);
        }
        progress.delivered = sequence;
      }
      return sent;
    }, batches);
    const progress = () =>
      page.evaluate(() => (window as unknown as { delivered: number }).delivered);
    for (let stop = 1; stop <= 10; stop++) {
      await until(progress, (count) => count >= 10 * stop, { everyMs: 1 });
      await cdp.send('ServiceWorker.stopAllWorkers');
    }
    expect(await delivered).toBeGreaterThan(batches); // some were stopped unanswered
    expect(await readingsIn(page)).toBe(batches);
  } finally {
    await mien.close();
  }
});

it('lets the last word hold when start, pause and delete come on each other’s heels', async () => {
  const mien = await launchMien({ camera: await film(DEMO_SCRIPT), permission: 'granted' });
  try {
    const page = await mien.open('/options.html');
    const say = (...names: string[]) =>
      Promise.all(names.map((name) => send(page, envelope(`background/${name}`))));
    const camera = async () => {
      const { sensing } = await storedIn(page, 'session');
      return (sensing as { camera: string } | undefined)?.camera;
    };
    const documents = () =>
      mien.context.pages().filter((other) => other.url().includes('/offscreen.html')).length;
    const noDocument = () => until(documents, (count) => count === 0);

    await say('start-logging', 'pause-logging');
    expect(await camera()).toBe('paused');
    await noDocument();

    await say('start-logging', 'start-demo', 'start-logging', 'pause-logging', 'start-logging');
    await until(camera, (status) => status === 'on');
    await until(
      () => readingsIn(page),
      (count) => count > 0,
      { timeoutMs: 30_000 },
    );

    await say('pause-logging', 'start-logging', 'delete-everything');
    await noDocument();
    expect(await readingsIn(page)).toBe(0);
    expect(await storedIn(page, 'local')).toEqual({});
  } finally {
    await mien.close();
  }
});

it('has the watchdog while something is to be sensed, and only then', async () => {
  const mien = await launchMien({ camera: await film(DEMO_SCRIPT), permission: 'granted' });
  try {
    const page = await mien.open('/options.html');
    const alarms = () =>
      page.evaluate(async () => (await chrome.alarms.getAll()).map(({ name }) => name));
    await until(alarms, (names) => names.length === 0);
    await send(page, envelope('background/start-logging'));
    expect(await alarms()).toEqual(['watchdog']);

    // The document is gone, as after a crash: the watchdog brings it back.
    await mien.background.evaluate(() => chrome.offscreen.closeDocument());
    await mien.background.evaluate(() =>
      (chrome.alarms.onAlarm as unknown as { dispatch(alarm: object): void }).dispatch({
        name: 'watchdog',
      }),
    );
    await until(
      () => readingsIn(page),
      (count) => count > 0,
      { timeoutMs: 30_000 },
    );
    await send(page, envelope('background/pause-logging'));
    expect(await alarms()).toEqual([]);
  } finally {
    await mien.close();
  }
});
