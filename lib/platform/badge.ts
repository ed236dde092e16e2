import { i18n } from '#i18n';
import type { CameraStatus } from '../sensing/camera-status';
import { browser } from './browser';
import type { SensingStatus } from './sensing-status';

const LOOKS = {
  off: { text: '', colour: '#6b7280' },
  starting: { text: '…', colour: '#6b7280' },
  on: { text: '●', colour: '#2f7d56' },
  demo: { text: '◌', colour: '#6b7280' },
  paused: { text: 'II', colour: '#6b7280' },
  attention: { text: '!', colour: '#b00b12' },
} as const;

const LOOK_OF: Readonly<Record<CameraStatus, keyof typeof LOOKS>> = {
  off: 'off',
  starting: 'starting',
  on: 'on',
  paused: 'paused',
  'needs-permission': 'attention',
  denied: 'attention',
  missing: 'attention',
  busy: 'attention',
  ended: 'attention',
  stalled: 'attention',
};

/** Shows on the toolbar what the camera is doing. */
export async function showBadge({ source, camera }: SensingStatus): Promise<void> {
  const look = source === 'demo' ? 'demo' : LOOK_OF[camera];
  const { text, colour } = LOOKS[look];
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: colour }),
    browser.action.setTitle({ title: i18n.t(`action.${look}`) }),
  ]);
}
