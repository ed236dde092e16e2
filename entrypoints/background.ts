import { defineBackground } from '#imports';
import { browser } from '../lib/platform/browser';
import { recordFault } from '../lib/platform/diagnostics';
import { receiveBatch } from '../lib/platform/log';
import { onMessage } from '../lib/platform/messages';
import { openWelcome } from '../lib/platform/pages';
import {
  changeSettings,
  deleteEverything,
  pauseLogging,
  resume,
  startDemo,
  startLogging,
  stopDemo,
} from '../lib/platform/sensing-control';
import { receiveSensingStatus } from '../lib/platform/sensing-status';
import { noteUnknownMessages } from '../lib/platform/unknown-messages';

export default defineBackground({
  type: 'module',
  main() {
    onMessage('background/start-logging', startLogging);
    onMessage('background/pause-logging', pauseLogging);
    onMessage('background/start-demo', startDemo);
    onMessage('background/stop-demo', stopDemo);
    onMessage('background/change-settings', ({ data }) => changeSettings(data));
    onMessage('background/delete-everything', deleteEverything);
    onMessage('background/batch', ({ data }) => receiveBatch(data));
    onMessage('background/sensing-status', ({ data }) => receiveSensingStatus(data));
    onMessage('background/fault', ({ data }) => recordFault(data.where, data.message));
    noteUnknownMessages();

    browser.alarms.onAlarm.addListener(resume);
    browser.runtime.onStartup.addListener(resume);
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void resume();
      if (reason === 'install') void openWelcome();
    });
  },
});
