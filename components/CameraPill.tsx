import { i18n } from '#i18n';
import type { CameraStatus } from '../lib/sensing/camera-status';
import { cameraWords } from './words';

interface Props {
  camera: CameraStatus;
  demo: boolean;
}

/** The camera status in two words; during the demo the camera is not in use. */
export function CameraPill({ camera, demo }: Props) {
  return (
    <p class="camera-pill" data-on={camera === 'on' && !demo}>
      <span class="camera-dot" aria-hidden="true" />
      {demo ? i18n.t('live.demoPill') : cameraWords(camera).label}
    </p>
  );
}
