import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEMO_SCRIPT } from '../../lib/demo/script';
import { launchMien } from '../../scripts/chromium';
import { film } from '../../scripts/footage';
import { readingsIn } from '../../scripts/inspection';
import { until } from './wait';

const ALLOW = { name: 'Allow the camera and start' };

it('says that the camera is refused and how to undo it, and follows when it is undone', async () => {
  // Headless Chromium answers its question for the camera with no.
  const mien = await launchMien({ camera: await film(DEMO_SCRIPT), permission: 'asked' });
  try {
    const welcome = await mien.pageAt('/welcome.html');
    await welcome.getByRole('button', ALLOW).click();
    await welcome.locator('[data-camera=denied]').waitFor();
    const popup = await mien.openPopup(welcome);
    await popup.locator('[data-camera=denied]').waitFor();
    await popup.getByText('The browser is set to keep Mien away from the camera').waitFor();
    await popup.getByText(/set Camera to “Allow”/).waitFor();
    expect(await mien.badge()).toBe('!');
    expect(await readingsIn(welcome)).toBe(0);

    await mien.setCameraPermission('granted');
    await welcome.bringToFront();
    await welcome.locator('[data-camera=on]').waitFor();
    await welcome.locator('.live-reading[data-state]').waitFor();
    expect(await mien.badge()).toBe('●');

    // "Allow this time" expires like this.
    await mien.setCameraPermission('prompt');
    await welcome.locator('[data-camera=needs-permission]').waitFor();
    expect(await mien.badge()).toBe('!');
    await mien.setCameraPermission('granted');
    await welcome.locator('[data-camera=on]').waitFor();
  } finally {
    await mien.close();
  }
});

it('says that no camera is there, and resumes after a restart with one', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'mien-profile-'));
  try {
    const without = await launchMien({ camera: 'none', permission: 'granted', profile });
    try {
      const welcome = await without.pageAt('/welcome.html');
      await welcome.getByRole('button', ALLOW).click();
      const popup = await without.openPopup(welcome);
      await popup.locator('[data-camera=missing]').waitFor();
      await popup.getByText('No camera was found.').waitFor();
      await popup.getByText(/Plug one in/).waitFor();
    } finally {
      await without.close();
    }

    const camera = await film(DEMO_SCRIPT);
    const first = await launchMien({ camera, permission: 'granted', profile });
    try {
      const welcome = await first.open('/welcome.html');
      await welcome.locator('[data-camera=on]').waitFor();
      await until(
        () => readingsIn(welcome),
        (count) => count > 0,
      );
    } finally {
      await first.close();
    }
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});
