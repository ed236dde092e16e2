import { describe, expect, it } from 'vitest';
import { cameraHelp, mainAction } from '../../../components/camera-help';
import { CAMERA_STATUSES } from '../../../lib/sensing/camera-status';

describe('cameraHelp', () => {
  it('offers a way out of every status that needs one, and of no other', () => {
    const help = Object.fromEntries(CAMERA_STATUSES.map((status) => [status, cameraHelp(status)]));
    expect(help).toEqual({
      off: undefined,
      starting: undefined,
      on: undefined,
      paused: undefined,
      'needs-permission': 'welcome',
      denied: 'welcome',
      missing: 'retry',
      busy: 'retry',
      ended: 'retry',
      stalled: 'retry',
    });
  });
});

describe('mainAction', () => {
  it.each([
    ['off', 'start'],
    ['on', 'pause'],
    ['paused', 'resume'],
  ] as const)('logging %s: %s', (logging, action) => {
    expect(mainAction(logging)).toBe(action);
  });
});
