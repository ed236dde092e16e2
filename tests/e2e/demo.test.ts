import { expect, it } from 'vitest';
import { DEMO_SCRIPT } from '../../lib/demo/script';
import { launchMien } from '../../scripts/chromium';
import { film } from '../../scripts/footage';
import { countReadings, envelope, readingsIn, send } from '../../scripts/inspection';
import { until } from './wait';

it('interrupts a log, and is no part of it', async () => {
  const mien = await launchMien({ camera: await film(DEMO_SCRIPT), permission: 'granted' });
  try {
    const welcome = await mien.pageAt('/welcome.html');
    const options = await mien.open('/options.html');
    const logged = await countReadings(options);
    await welcome.bringToFront();
    await welcome.getByRole('button', { name: 'Allow the camera and start' }).click();
    await until(
      () => logged.length,
      (count) => count >= 3,
    );
    await send(options, envelope('background/start-demo'));
    await welcome.getByText('Drawn face, not logged').waitFor();
    await welcome.locator('.live-reading[data-state]').waitFor();
    await send(options, envelope('background/stop-demo'));
    await welcome.locator('[data-demo=false][data-camera=on]').waitFor();
    const before = logged.length;
    await until(
      () => logged.length,
      (count) => count >= before + 3,
    );
    await welcome.getByRole('button', { name: 'Pause' }).click();
    await welcome.locator('[data-camera=paused]').waitFor();
    await until(
      async () => (await readingsIn(options)) - logged.length,
      (difference) => difference === 0,
    );
  } finally {
    await mien.close();
  }
});

it('plays the drawn face without a camera, says so, and keeps it out of the log', async () => {
  const mien = await launchMien({ camera: 'none' });
  try {
    const welcome = await mien.pageAt('/welcome.html');
    const options = await mien.open('/options.html');
    const seen = await countReadings(options, 'demo');
    await welcome.bringToFront();
    await welcome.getByRole('button', { name: 'Try it with a drawn face' }).click();
    await welcome.locator('.live-reading[data-state=bright]').waitFor({ timeout: 60_000 });
    await welcome.getByText('Drawn face, not logged').waitFor();
    await until(
      () => seen.length,
      (count) => count >= 12, // a batch would be on its way by then
      { timeoutMs: 40_000 },
    );

    await welcome.getByRole('button', { name: 'Stop the drawn face' }).click();
    await welcome.locator('[data-camera=off]').waitFor();
    expect(await readingsIn(options)).toBe(0);
  } finally {
    await mien.close();
  }
});
