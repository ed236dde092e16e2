import type { CameraStatus } from '../sensing/camera-status';

/**
 * Enough for a face at arm's length or two, and for the fastest viewer. Wishes, not conditions: no
 * camera is refused because it cannot do this.
 */
const WANTED: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 10 },
  facingMode: 'user',
};

/** Opens the user's camera, without sound. Throws the browser's own error. */
export function openCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ video: WANTED, audio: false });
}

/** Releases the camera of a stream. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** The camera status behind an error of {@link openCamera}. */
export async function statusOfError({ name }: DOMException): Promise<CameraStatus> {
  switch (name) {
    case 'NotAllowedError':
      return (await cameraPermission()) === 'prompt' ? 'needs-permission' : 'denied';
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    default:
      return 'busy';
  }
}

/** The camera status after a track ended by itself: browsers give no reason, so look for one. */
export async function statusAfterEnd(): Promise<CameraStatus> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  if (!devices.some(({ kind }) => kind === 'videoinput')) return 'missing';
  switch (await cameraPermission()) {
    case 'denied':
      return 'denied';
    case 'prompt':
      return 'needs-permission'; // "Allow this time" lasts as long as the page that asked
    default:
      return 'ended';
  }
}

/** Calls `onChange` when the permission for the camera, or the set of cameras, changes. */
export async function watchCameras(onChange: () => void, signal: AbortSignal): Promise<void> {
  navigator.mediaDevices.addEventListener('devicechange', onChange, { signal });
  const permission = await navigator.permissions.query({ name: 'camera' });
  permission.addEventListener('change', onChange, { signal });
}

async function cameraPermission(): Promise<PermissionState> {
  return (await navigator.permissions.query({ name: 'camera' })).state;
}
