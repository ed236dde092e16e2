import type { ComponentChildren } from 'preact';
import type { CameraStatus } from '../lib/sensing/camera-status';
import { cameraWords } from './words';

interface Props {
  status: CameraStatus;
  /** The button that helps, where there is one. */
  children?: ComponentChildren;
}

/** What the camera is doing and, where something is in the way, what to do about it. */
export function CameraNotice({ status, children }: Props) {
  const { label, sentence, fix } = cameraWords(status);
  return (
    <div class="camera-notice" role="status">
      <p class="notice-title">{label}</p>
      <p>{sentence}</p>
      <p class="soft">{fix}</p>
      {children}
    </div>
  );
}
