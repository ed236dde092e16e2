import { render } from 'preact';
import { i18n } from '#i18n';
import { Welcome } from '../../components/Welcome';
import { allowCameraAndStart, pauseLogging, startDemo, stopDemo } from '../../lib/platform/intents';
import { followLive } from '../../lib/platform/live-signal';
import { createAttempts, preparePage, whenLoaded } from '../../lib/platform/page';
import { openOptions } from '../../lib/platform/pages';
import { NOTHING_SENSED } from '../../lib/platform/sensing-status';
import { followSensing, followSettings } from '../../lib/platform/stored-signals';

preparePage(i18n.t('welcome.pageTitle'));
const settings = followSettings();
const sensing = followSensing();
const live = followLive(sensing);
const { error, attempt } = createAttempts();
const wallClockSeconds = () => Date.now() / 1000; // by which the demo camera plays, too

function App() {
  const { source, camera } = sensing.value ?? NOTHING_SENSED;
  return (
    <Welcome
      camera={camera}
      logging={settings.value?.logging ?? 'off'}
      demo={source === 'demo'}
      live={live.value}
      error={error.value}
      demoSeconds={wallClockSeconds}
      onAllow={() => attempt(allowCameraAndStart)}
      onDemo={() => attempt(startDemo)}
      onStopDemo={() => attempt(stopDemo)}
      onPause={() => attempt(pauseLogging)}
      onOptions={openOptions}
    />
  );
}

void whenLoaded(settings, sensing).then(() => render(<App />, document.body));
