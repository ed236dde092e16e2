import { expect, it } from 'vitest';
import { launchMien } from '../../scripts/chromium';
import { countReadings, readingsIn } from './log';
import { until } from './wait';

it('plays the drawn face without a camera, says so, and keeps it out of the log', async () => {
  const mien = await launchMien({ camera: 'none' });
  try {
    const welcome = await mien.pageAt('/welcome.html');
    const options = await mien.open('/options.html');
    const seen = await countReadings(options);
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
