import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { CameraStatus } from '../lib/sensing/camera-status';
import { CameraPill } from './CameraPill';

interface Props {
  camera: CameraStatus;
  /** Whether the drawn face is in the camera's place. */
  demo: boolean;
  /** The buttons at the end. */
  children?: ComponentChildren;
}

/** The name, the camera status and the buttons: the same on every page. */
export function PageHeader({ camera, demo, children }: Props) {
  return (
    <header class="page-header">
      <p class="wordmark">
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M4 11a8 8 0 0 1 16 0" />
          <path d="M4 13a8 8 0 0 0 16 0" />
          <path d="M8.5 14.5a4.6 4.6 0 0 0 7 0" />
        </svg>
        {i18n.t('app.name')}
      </p>
      <CameraPill camera={camera} demo={demo} />
      <div class="page-header-buttons">{children}</div>
    </header>
  );
}
