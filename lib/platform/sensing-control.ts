import { storage } from '#imports';
import { type Logging, orderOf, type SensingOrder } from '../sensing/order';
import { browser } from './browser';
import { recordFault } from './diagnostics';
import { clearLog } from './log';
import { sendMessage } from './messages';
import {
  closeOffscreenDocument,
  ensureOffscreenDocument,
  hasOffscreenDocument,
} from './offscreen-document';
import { NOTHING_SENSED, showSensing } from './sensing-status';
import { changedSettings, loadSettings, type Settings, settingsItem } from './settings';
import { inTurn, withinTime } from './turns';

// The background's part in sensing: it keeps what the user wants in storage, and sees to it that the
// offscreen document does that. All of it survives the service worker, which keeps nothing.

const WATCHDOG = 'watchdog';

/** An offscreen document that takes longer to answer is taken for dead. */
const ANSWER_MS = 10_000;

const demoItem = storage.defineItem<boolean>('session:demo', { fallback: false });

const settings = () => loadSettings((message) => recordFault('settings', message));

/** Makes the offscreen document do what settings and demo ask for. */
async function enforce(): Promise<void> {
  const wanted = await settings();
  const order = orderOf(wanted, await demoItem.getValue());
  if (order.source !== 'none') {
    await browser.alarms.create(WATCHDOG, { periodInMinutes: 1 });
    await ensureOffscreenDocument();
    const answer = await instruct(order);
    if (answer === 'dead') await showSensing({ source: order.source, camera: 'stalled' });
    return;
  }
  const answer = (await hasOffscreenDocument()) ? await instruct(order) : 'done';
  if (answer !== 'undelivered') {
    await closeOffscreenDocument();
    await browser.alarms.clear(WATCHDOG);
  } // else readings wait there, and the watchdog comes back for them
  const camera = wanted.logging === 'paused' ? 'paused' : 'off';
  await showSensing({ source: 'none', camera });
}

/**
 * Gives an order. An offscreen document that does not take it is closed, since a camera must never
 * stay on because of that; the watchdog starts it anew.
 */
async function instruct(order: SensingOrder): Promise<'done' | 'undelivered' | 'dead'> {
  try {
    const isDone = await withinTime(sendMessage('offscreen/sense', order), ANSWER_MS);
    return isDone ? 'done' : 'undelivered';
  } catch (error) {
    await recordFault('sensing', error);
    await closeOffscreenDocument();
    return 'dead';
  }
}

/** Merges a page's change into the settings. Throws if it is none; nothing is stored then. */
export const changeSettings = (change: unknown): Promise<void> =>
  inTurn(async () => {
    const before = await settings();
    const after = changedSettings(before, change);
    await settingsItem.setValue(after);
    if (after.secondsPerReading !== before.secondsPerReading) await enforce();
  });

const setLogging = (logging: Logging): Promise<void> =>
  inTurn(async () => {
    const before = await settings();
    if (logging === 'paused' && before.logging === 'off') return; // no yes was given yet
    const after: Settings = { ...before, logging };
    await settingsItem.setValue(after);
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
  inTurn(enforce).catch((error) => recordFault('sensing', error));

/** Stops sensing, drops readings on their way, and forgets all that is stored: log, settings, faults. */
export const deleteEverything = (): Promise<void> =>
  inTurn(async () => {
    // First the yes: if the rest is cut off, nothing starts the camera again.
    await Promise.all([settingsItem.removeValue(), demoItem.removeValue()]);
    if (await hasOffscreenDocument()) {
      // It is closed either way; its answer only makes sure that no batch is still on its way.
      await withinTime(sendMessage('offscreen/forget', undefined), ANSWER_MS).catch(() => {});
      await closeOffscreenDocument();
    }
    await showSensing(NOTHING_SENSED);
    try {
      await clearLog();
    } catch (error) {
      await recordFault('log', error);
      throw error;
    }
    await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
    await browser.alarms.clear(WATCHDOG);
  });
