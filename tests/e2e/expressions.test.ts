import { expect, it } from 'vitest';
import type { Script } from '../../lib/demo/script';
import type { Emotion } from '../../lib/sensing/emotion';
import { STATES, type State } from '../../lib/sensing/state';
import { launchMien } from '../../scripts/chromium';
import { film } from '../../scripts/footage';
import { minutesIn, readingsIn } from '../../scripts/inspection';
import { until } from './wait';

const STRETCHES: readonly [Emotion, State][] = [
  ['happy', 'bright'],
  ['neutral', 'steady'],
];

it.each(STRETCHES)('logs a %s stretch as %s more than as anything else', async (emotion, state) => {
  const script: Script = [{ emotion, seconds: 12 }];
  const mien = await launchMien({ camera: await film(script), permission: 'granted' });
  try {
    const page = await mien.open('/welcome.html');
    await page.getByRole('button', { name: 'Allow the camera and start' }).click();
    await until(
      () => readingsIn(page),
      (count) => count >= 10,
      { timeoutMs: 40_000 },
    );
    const minutes = await minutesIn(page);
    const seconds = (of: State) => minutes.reduce((sum, minute) => sum + minute.states[of], 0);
    const others = STATES.filter((other) => other !== state).map(seconds);
    expect(seconds(state)).toBeGreaterThan(Math.max(...others));
    expect(seconds(state)).toBeGreaterThan(5);
  } finally {
    await mien.close();
  }
});
