import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_SCRIPT } from '../../lib/demo/script';
import { launchMien, type Mien } from '../../scripts/chromium';
import { film } from '../../scripts/footage';
import { countReadings, minutesIn, readingsIn } from '../../scripts/inspection';
import { until } from './wait';

describe('logging', () => {
  let mien: Mien;

  beforeAll(async () => {
    mien = await launchMien({ camera: await film(DEMO_SCRIPT), permission: 'granted' });
  });
  afterAll(() => mien?.close());

  it('goes from the welcome page to a reading in the popup within ten seconds', async () => {
    const welcome = await mien.pageAt('/welcome.html');
    await welcome.getByRole('button', { name: 'Allow the camera and start' }).click();
    const allowedAt = Date.now();
    const popup = await mien.openPopup(welcome);
    await popup.locator('[data-state]').waitFor({ timeout: 10_000 });
    expect(Date.now() - allowedAt).toBeLessThan(10_000);
    await popup.close();
  });

  it('logs each reading of seventy seconds once', async () => {
    const page = await mien.open('/options.html');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.locator('[data-camera=paused]').waitFor();
    const before = await readingsIn(page);

    const seen = await countReadings(page);
    await page.getByRole('button', { name: 'Resume' }).click();
    const resumedAt = Date.now();
    await until(Date.now, (now) => now - resumedAt >= 70_000, { timeoutMs: 90_000 });
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.locator('[data-camera=paused]').waitFor();

    expect(seen.length).toBeGreaterThan(30); // a slow machine may miss some
    expect(seen).toEqual(seen.map((_, i) => i + 1)); // the viewer missed none
    const minutes = await minutesIn(page);
    expect(minutes.length).toBeGreaterThan(1);
    await until(
      async () => (await readingsIn(page)) - before - seen.length,
      (difference) => difference === 0,
    );
  });

  it('loses and doubles no reading when the service worker is stopped five times', async () => {
    const page = await mien.open('/options.html');
    await page.locator('[data-camera=paused]').waitFor();
    const before = await readingsIn(page);
    const seen = await countReadings(page);
    const seeMore = (more: number) => {
      const enough = seen.length + more;
      return until(
        () => seen.length,
        (count) => count >= enough,
      );
    };
    await page.getByRole('button', { name: 'Resume' }).click();
    await seeMore(1);

    const cdp = await mien.context.newCDPSession(page);
    await cdp.send('ServiceWorker.enable');
    for (let stop = 1; stop <= 5; stop++) {
      await seeMore(4);
      await cdp.send('ServiceWorker.stopAllWorkers');
    }
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.locator('[data-camera=paused]').waitFor();

    expect(seen).toEqual(seen.map((_, i) => i + 1));
    await until(
      async () => (await readingsIn(page)) - before - seen.length,
      (difference) => difference === 0,
    );
  });
});
