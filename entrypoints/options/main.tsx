import { signal } from '@preact/signals';
import { render } from 'preact';
import { i18n } from '#i18n';
import { Options } from '../../components/Options';
import {
  changeSettings,
  deleteEverything,
  pauseLogging,
  startLogging,
} from '../../lib/platform/intents';
import { createAttempts, preparePage, whenLoaded } from '../../lib/platform/page';
import { openWelcome } from '../../lib/platform/pages';
import { NOTHING_SENSED } from '../../lib/platform/sensing-status';
import { DEFAULT_SETTINGS } from '../../lib/platform/settings';
import {
  followDiagnostics,
  followSensing,
  followSettings,
} from '../../lib/platform/stored-signals';
import { followToday } from '../../lib/platform/today';
import { PROVIDERS } from '../../lib/recommend/providers';

preparePage(i18n.t('options.pageTitle'));
const settings = followSettings();
const sensing = followSensing();
const diagnostics = followDiagnostics();
const { minutes, day } = followToday();
const { error, attempt } = createAttempts();
const deleted = signal(false);

function App() {
  const { source, camera } = sensing.value ?? NOTHING_SENSED;
  const { logging, secondsPerReading, providers } = settings.value ?? DEFAULT_SETTINGS;
  return (
    <Options
      minutes={minutes.value}
      day={day.value}
      settings={{ secondsPerReading, providers }}
      providers={PROVIDERS}
      diagnostics={diagnostics.value ?? []}
      camera={camera}
      demo={source === 'demo'}
      logging={logging}
      deleted={deleted.value && logging === 'off'}
      error={error.value}
      onChange={(change) => attempt(() => changeSettings(change))}
      onStart={() => attempt(logging === 'off' ? openWelcome : startLogging)}
      onPause={() => attempt(pauseLogging)}
      onDeleteAll={async () => {
        await deleteEverything();
        deleted.value = true;
      }}
      onWelcome={openWelcome}
    />
  );
}

void whenLoaded(settings, sensing).then(() => render(<App />, document.body));
