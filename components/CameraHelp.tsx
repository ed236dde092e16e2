import { i18n } from '#i18n';
import type { CameraStatus } from '../lib/sensing/camera-status';
import { CameraNotice } from './CameraNotice';
import { cameraHelp } from './camera-help';

interface Props {
  camera: CameraStatus;
  onStart: () => void;
  onWelcome: () => void;
}

/** A camera notice with the button that leads out of it. */
export function CameraHelp({ camera, onStart, onWelcome }: Props) {
  const help = cameraHelp(camera);
  return (
    <CameraNotice status={camera}>
      {help && (
        <button type="button" onClick={help === 'welcome' ? onWelcome : onStart}>
          {i18n.t(`button.${help}`)}
        </button>
      )}
    </CameraNotice>
  );
}
