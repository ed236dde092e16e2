import type { CameraStatus } from '../lib/sensing/camera-status';
import type { Logging } from '../lib/sensing/order';

const HELP: Partial<Record<CameraStatus, 'welcome' | 'retry'>> = {
  'needs-permission': 'welcome',
  denied: 'welcome',
  missing: 'retry',
  busy: 'retry',
  ended: 'retry',
  stalled: 'retry',
};

/** What the user can do about the camera: ask for permission on the welcome page, try again, or nothing. */
export function cameraHelp(camera: CameraStatus): 'welcome' | 'retry' | undefined {
  return HELP[camera];
}

/** The one button that starts or stops: what it offers now. */
export function mainAction(logging: Logging): 'start' | 'pause' | 'resume' {
  if (logging === 'on') return 'pause';
  return logging === 'paused' ? 'resume' : 'start';
}
