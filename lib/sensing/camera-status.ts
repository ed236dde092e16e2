/** What the camera is doing, in words that the popup, the badge and the log share. */
export const CAMERA_STATUSES = [
  'off',
  'starting',
  'on',
  'paused',
  'needs-permission',
  'denied',
  'missing',
  'busy',
  'ended',
  'stalled',
] as const;

export type CameraStatus = (typeof CAMERA_STATUSES)[number];
