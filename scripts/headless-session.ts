import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_SCRIPT } from '../lib/demo/script';
import { isReason, REASONS, type Reading } from '../lib/sensing/reading';
import { likeliestState, STATES } from '../lib/sensing/state';
import { launchMien } from './chromium';
import { film } from './footage';
import { minutesIn, watchReadings } from './inspection';

// Runs Mien without a display: the fake camera plays the drawn face. Prints what is read and logged,
// takes pictures of popup and options, and fails unless readings reached log and popup.

const seconds = Number(process.argv[2]);

const shots = resolve(import.meta.dirname, '..', '.output', 'screenshots');
await mkdir(shots, { recursive: true });
const mien = await launchMien({ camera: await film(DEMO_SCRIPT), permission: 'granted' });
try {
  const welcome = await mien.pageAt('/welcome.html');
  const options = await mien.open('/options.html');
  await watchReadings(options, ({ reading }) => printReading(reading));
  await welcome.bringToFront();
  await welcome.getByRole('button', { name: 'Allow the camera and start' }).click();
  await welcome.locator('[data-camera=on]').waitFor();
  await sleep(seconds * 1000);

  const popup = await mien.openPopup(welcome);
  await popup.locator('[data-state]').waitFor();
  const shown = await popup.locator('[data-state]').getAttribute('data-state');

  // A picture of the real popup would show only as much as it shows without scrolling.
  const popupTab = await mien.open('/popup.html');
  await popupTab.emulateMedia({ reducedMotion: 'reduce' });
  await popupTab.setViewportSize({ width: 360, height: 900 });
  await popupTab.locator('[data-state]').waitFor();
  await popupTab.locator('main').screenshot({ path: join(shots, 'popup.png') });

  await options.bringToFront();
  await options.emulateMedia({ reducedMotion: 'reduce' });
  await options.setViewportSize({ width: 900, height: 1700 });
  await options.getByRole('button', { name: 'Pause' }).click();
  await options.locator('[data-camera=paused]').waitFor();
  await options.locator('main').screenshot({ path: join(shots, 'options.png') });

  const minutes = await minutesIn(options);
  console.table(
    minutes.map(({ start, readings, states, reasons }) => ({
      minute: new Date(start).toLocaleTimeString(),
      readings,
      ...Object.fromEntries(STATES.map((state) => [state, Math.round(states[state])])),
      unread: Math.round(REASONS.reduce((sum, reason) => sum + reasons[reason], 0)),
    })),
  );
  const logged = minutes.reduce((sum, { readings }) => sum + readings, 0);
  console.log(`${logged} readings logged; the popup showed "${shown}". Screenshots: ${shots}`);
  process.exitCode = logged > 0 && shown ? 0 : 1;
} finally {
  await mien.close();
}

/** Prints the state of a logged reading. */
function printReading(reading: Reading): void {
  if (reading.index === undefined) return; // made for the eye only
  const time = new Date(reading.at).toLocaleTimeString();
  console.log(`${time}  ${wordsFor(reading)}`);
}

function wordsFor(reading: Reading): string {
  if (isReason(reading)) return `unclear (${reading.reason})`;
  const { state, confidence } = likeliestState(reading.probabilities);
  return `${state}  ${Math.round(confidence * 100)} %`;
}
