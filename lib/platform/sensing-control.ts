import { storage } from '#imports';
import { type Logging, orderOf } from '../sensing/order';
import { showBadge } from './badge';
import { browser } from './browser';
import { database } from './database';
import { recordFault } from './diagnostics';
import { sendMessage } from './messages';
import {
  closeOffscreenDocument,
  ensureOffscreenDocument,
  hasOffscreenDocument,
} from './offscreen-document';
import { showSensing } from './sensing-status';
import { changedSettings, loadSettings, settingsItem } from './settings';
import { inTurn } from './turns';

// The background's part in sensing: it keeps what the user wants in storage, and sees to it that the
// offscreen document does that. All of it survives the service worker, which keeps nothing.

const WATCHDOG = 'watchdog';

const demoItem = storage.defineItem<boolean>('session:demo', { fallback: false });

const settings = () => loadSettings((message) => recordFault('settings', message));

/** Makes the offscreen document do what settings and demo ask for. */
async function enforce(): Promise<void> {
  const wanted = await settings();
  const order = orderOf(wanted, await demoItem.getValue());
  if (order.source === 'none') {
    const delivered =
      !(await hasOffscreenDocument()) || (await sendMessage('offscreen/sense', order));
    if (delivered) await closeOffscreenDocument(); // else the watchdog asks again
    await showSensing({ source: 'none', camera: wanted.logging === 'paused' ? 'paused' : 'off' });
    return;
  }
  await ensureOffscreenDocument();
  await sendMessage('offscreen/sense', order);
}

export const changeSettings = (change: unknown): Promise<void> =>
  inTurn(async () => {
    await settingsItem.setValue(changedSettings(await settings(), change));
    await enforce();
  });

const setLogging = (logging: Logging): Promise<void> =>
  inTurn(async () => {
    const before = await settings();
    if (logging === 'paused' && before.logging === 'off') return; // no yes was given yet
    await settingsItem.setValue(changedSettings(before, { logging }));
    await demoItem.removeValue();
    await enforce();
  });

export const startLogging = (): Promise<void> => setLogging('on');
export const pauseLogging = (): Promise<void> => setLogging('paused');

const setDemo = (demo: boolean): Promise<void> =>
  inTurn(async () => {
    await (demo ? demoItem.setValue(true) : demoItem.removeValue());
    await enforce();
  });

export const startDemo = (): Promise<void> => setDemo(true);
export const stopDemo = (): Promise<void> => setDemo(false);

/** Resumes what should run: at browser start, after an update, and whenever the watchdog looks. */
export const resume = (): Promise<void> =>
  inTurn(async () => {
    await browser.alarms.create(WATCHDOG, { periodInMinutes: 1 });
    await enforce();
  });

/** Stops sensing, drops readings on their way, and forgets all that is stored: log, settings, faults. */
export const deleteEverything = (): Promise<void> =>
  inTurn(async () => {
    if (await hasOffscreenDocument()) await sendMessage('offscreen/forget', undefined);
    await closeOffscreenDocument();
    await browser.alarms.clearAll();
    await database.delete();
    await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
    await showBadge({ source: 'none', camera: 'off' });
  });
