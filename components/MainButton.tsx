import { i18n } from '#i18n';
import type { Logging } from '../lib/sensing/order';
import { mainAction } from './camera-help';

interface Props {
  logging: Logging;
  onStart: () => void;
  onPause: () => void;
}

const ICONS = {
  start: 'M3 1.5v9l7.5-4.5Z',
  resume: 'M3 1.5v9l7.5-4.5Z',
  pause: 'M2.5 1.5h2.6v9H2.5Zm4.4 0h2.6v9H6.9Z',
};

/** The one button that starts, pauses and resumes; always in the same place. */
export function MainButton({ logging, onStart, onPause }: Props) {
  const action = mainAction(logging);
  return (
    <button
      type="button"
      class="main-button"
      data-action={action}
      onClick={action === 'pause' ? onPause : onStart}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d={ICONS[action]} />
      </svg>
      {i18n.t(`button.${action}`)}
    </button>
  );
}
