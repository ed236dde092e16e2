import { expect, it } from 'vitest';
import { DEMO_SCRIPT } from '../../lib/demo/script';
import { launchMien } from '../../scripts/chromium';
import { film } from '../../scripts/footage';
import { minutesIn, readingsIn, rowsOf, storedIn } from '../../scripts/inspection';
import { until } from './wait';

it('deletes everything, while logging', async () => {
  const mien = await launchMien({ camera: await film(DEMO_SCRIPT), permission: 'granted' });
  try {
    const welcome = await mien.pageAt('/welcome.html');
    await welcome.getByRole('button', { name: 'Allow the camera and start' }).click();
    const options = await mien.open('/options.html');
    await until(
      () => readingsIn(options),
      (count) => count > 0,
      { timeoutMs: 30_000 },
    );
    await options.getByRole('button', { name: 'Delete all data…' }).click();
    await options.getByRole('button', { name: 'Delete everything' }).click();
    await options.getByText('Everything is deleted.').waitFor();

    await options.getByText('Nothing is logged for today yet.').waitFor();
    expect(await minutesIn(options)).toEqual([]);
    expect(await rowsOf(options, 'streams')).toEqual([]);
    expect(await storedIn(options, 'local')).toEqual({});
    expect(await storedIn(options, 'session')).toEqual({});
    await options.locator('[data-camera=off]').waitFor();
    await until(
      () => mien.context.pages().filter((page) => page.url().includes('/offscreen.html')).length,
      (documents) => documents === 0,
    );

    // Mien is as on its first day: it asks again, and begins again.
    const popup = await mien.openPopup(welcome);
    await popup.getByRole('button', { name: 'See how it works' }).waitFor();
    await popup.close();
    const asked = mien.context.waitForEvent('page');
    await options.getByRole('button', { name: 'Start' }).click();
    const again = await asked;
    await again.getByRole('button', { name: 'Allow the camera and start' }).click();
    await until(
      () => readingsIn(options),
      (count) => count > 0,
      { timeoutMs: 30_000 },
    );
    await options.getByText('Minutes by how your expression looked').waitFor();
  } finally {
    await mien.close();
  }
});
