import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { i18n } from '#i18n';
import { Popup } from '../../components/Popup';
import { changeSettings, pauseLogging, startLogging } from '../../lib/platform/intents';
import { followLive } from '../../lib/platform/live-signal';
import { createAttempts, firstOf, preparePage, whenLoaded } from '../../lib/platform/page';
import { activeTabUrl, openOptions, openWelcome } from '../../lib/platform/pages';
import { NOTHING_SENSED } from '../../lib/platform/sensing-status';
import { DEFAULT_SETTINGS } from '../../lib/platform/settings';
import { followSensing, followSettings } from '../../lib/platform/stored-signals';
import { followToday } from '../../lib/platform/today';
import { goalFor, occasionOf } from '../../lib/recommend/occasion';
import { suggest } from '../../lib/recommend/ranking';

/** The look of the first second after opening may still choose the suggestions. */
const SETTLED_MS = 1000;

preparePage(i18n.t('app.name'));
const settings = followSettings();
const sensing = followSensing();
const live = followLive(sensing);
const { now, day, minutes } = followToday();
const { error, attempt } = createAttempts();

// Suggestions answer the moment in which the popup opened, so that nothing jumps under the pointer.
const openedAt = Date.now();
const minutesAtOpening = firstOf(minutes);
const stateAtOpening = firstOf(
  computed(() => {
    const state = live.value?.state;
    const isReal = sensing.value?.source === 'camera' && state !== 'unclear';
    return isReal && Date.now() - openedAt < SETTLED_MS ? state : undefined;
  }),
);
const tabUrl = signal<string>();
void activeTabUrl().then((url) => {
  tabUrl.value = url;
});

const occasion = computed(() =>
  occasionOf(minutesAtOpening.value ?? [], openedAt, stateAtOpening.value),
);
const wishes = computed(() => settings.value ?? DEFAULT_SETTINGS);
const goal = computed(() => goalFor(occasion.value, wishes.value.goals));
const suggestions = computed(() =>
  suggest({
    state: occasion.value.state,
    goal: goal.value,
    hour: new Date(openedAt).getHours(),
    seed: openedAt,
    tabUrl: tabUrl.value,
    defaults: wishes.value.providers,
    grounds: occasion.value.grounds ?? { because: 'goal', goal: goal.value },
  }),
);

function App() {
  const { logging, goals } = wishes.value;
  const { source, camera } = sensing.value ?? NOTHING_SENSED;
  return (
    <Popup
      consented={logging !== 'off'}
      camera={camera}
      logging={logging}
      demo={source === 'demo'}
      live={live.value}
      minutes={minutes.value}
      day={day.value}
      now={now.value}
      goal={goal.value}
      suggestions={suggestions.value}
      error={error.value}
      onStart={() => attempt(logging === 'off' ? openWelcome : startLogging)}
      onPause={() => attempt(pauseLogging)}
      onGoal={(chosen) =>
        attempt(() => changeSettings({ goals: { ...goals, [occasion.value.state]: chosen } }))
      }
      onOptions={openOptions}
      onWelcome={openWelcome}
    />
  );
}

void whenLoaded(settings, sensing).then(() => render(<App />, document.body));
