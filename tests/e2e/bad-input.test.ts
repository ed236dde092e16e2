import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../lib/sensing/reading';
import type { Batch } from '../../lib/timeline/batch';
import { launchMien, type Mien } from '../../scripts/chromium';
import { diagnosticsIn, envelope, minutesIn, send, storedIn } from '../../scripts/inspection';
import { until } from './wait';

const HOUR_MS = 3_600_000;
const NOON = Date.UTC(2026, 0, 5, 12);

describe('bad input', () => {
  let mien: Mien;
  let page: Page;

  beforeAll(async () => {
    mien = await launchMien({ camera: 'none' });
    page = await mien.open('/options.html');
  });
  afterAll(() => mien?.close());

  const deliver = (batch: unknown) => send(page, envelope('background/batch', batch));
  const complaint = (words: RegExp) =>
    until(
      () => diagnosticsIn(page),
      (lines) => lines.some((line) => words.test(line)),
    );

  it('is refused and noted as a batch, and leaves the log as it was', async () => {
    expect(await deliver(batchOf('a', 1, [happyAt(NOON)]))).toEqual({ res: 'applied' });
    const before = await minutesIn(page);

    const broken = { ...happyAt(NOON + 1000), valence: Number.NaN };
    expect(await deliver(batchOf('a', 2, [broken]))).toEqual({ res: 'refused' });
    await complaint(/log: Refused a batch of readings: readings\.0\.valence/);
    expect(await deliver('nonsense')).toEqual({ res: 'refused' });
    expect(await minutesIn(page)).toEqual(before);

    // The stream goes on, and what has come before changes nothing.
    expect(await deliver(batchOf('a', 3, [happyAt(NOON + 2000)]))).toEqual({ res: 'applied' });
    expect(await deliver(batchOf('a', 3, [happyAt(NOON + 2000)]))).toEqual({ res: 'known' });
    expect(await deliver(batchOf('a', 1, [happyAt(NOON)]))).toEqual({ res: 'known' });
    expect((await minutesIn(page)).map(({ readings }) => readings)).toEqual([2]);
  });

  it('is noted as a clock that went back, and no reading is lost', async () => {
    const before = await minutesIn(page);
    expect(await deliver(batchOf('b', 1, [happyAt(NOON + HOUR_MS)]))).toEqual({ res: 'applied' });
    expect(await deliver(batchOf('b', 2, [happyAt(NOON - HOUR_MS)]))).toEqual({ res: 'applied' });
    await complaint(/log: The clock went back by 7200 s\./);
    const after = await minutesIn(page);
    expect(after.map(({ start }) => start)).toEqual([NOON - HOUR_MS, NOON, NOON + HOUR_MS]);
    expect(after.find(({ start }) => start === NOON)).toEqual(before[0]);
  });

  it('is noted as a batch out of order', async () => {
    const before = await minutesIn(page);
    const disorder = [happyAt(NOON + 5000), happyAt(NOON + 4000)];
    expect(await deliver(batchOf('c', 1, disorder))).toEqual({ res: 'refused' });
    await complaint(/not in the order of time/);
    expect(await minutesIn(page)).toEqual(before);
  });

  it('is noted in stored settings, which keep what can be read', async () => {
    const before = await minutesIn(page);
    const stored = { logging: 'paused', secondsPerReading: 'often', providers: 7, goals: {} };
    await page.evaluate((settings) => chrome.storage.local.set({ settings }), stored);
    await send(page, envelope('background/change-settings', {}));
    await complaint(/settings: Stored settings: secondsPerReading/);
    await complaint(/settings: Stored settings: providers/);
    const local = await storedIn(page, 'local');
    expect(local.settings).toMatchObject({ logging: 'paused', secondsPerReading: 1 });
    expect(local['unreadable-settings']).toEqual(stored);

    const refused = await send(page, envelope('background/change-settings', { logging: 'maybe' }));
    expect(refused).toMatchObject({ err: expect.anything() });
    expect((await storedIn(page, 'local')).settings).toMatchObject({ logging: 'paused' });
    expect(await minutesIn(page)).toEqual(before);
  });

  it('is noted as a message of an unknown type', async () => {
    const before = await minutesIn(page);
    await send(page, envelope('background/format-disk'));
    await complaint(/messages: Ignored an unknown message: .*format-disk/);
    await send(page, ['not', 'a', 'message']);
    await complaint(/messages: Ignored an unknown message: \["not","a","message"\]/);
    expect(await minutesIn(page)).toEqual(before);
  });
});

function batchOf(streamId: string, sequence: number, readings: Reading[]): Batch {
  return { streamId, sequence, readings };
}

function happyAt(at: number): Reading {
  return {
    at,
    seconds: 1,
    index: 1,
    probabilities: [0, 0, 0, 1, 0, 0, 0],
    valence: 0.81,
    arousal: 0.51,
    quality: 0.9,
  };
}
