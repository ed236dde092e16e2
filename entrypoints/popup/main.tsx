import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { i18n } from '#i18n';
import { Popup } from '../../components/Popup';
import { changeSettings, pauseLogging, startLogging } from '../../lib/platform/intents';
import { firstOf, followState, preparePage, whenLoaded } from '../../lib/platform/page';
import { activeTabUrl, openOptions, openWelcome } from '../../lib/platform/pages';
import { NOTHING_SENSED } from '../../lib/platform/sensing-status';
import { DEFAULT_SETTINGS } from '../../lib/platform/settings';
import { goalFor, occasionOf } from '../../lib/recommend/occasion';
import { suggest } from '../../lib/recommend/ranking';

preparePage(i18n.t('app.name'));
const { settings, sensing, minutes, live, now, day, error, attempt } = followState();

// Suggestions answer the moment in which the popup opened, so that nothing jumps under the pointer.
const openedAt = Date.now();
const minutesAtOpening = firstOf(minutes);
const clearState = computed(() => {
  const state = live.value?.state;
  return sensing.value?.source === 'camera' && state !== 'unclear' ? state : undefined;
});
const stateAtOpening = firstOf(clearState);
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
      onStart={() => attempt(startLogging)}
      onPause={() => attempt(pauseLogging)}
      onGoal={(chosen) =>
        attempt(() => changeSettings({ goals: { ...goals, [occasion.value.state]: chosen } }))
      }
      onOpen={() => {}}
      onOptions={openOptions}
      onWelcome={openWelcome}
    />
  );
}

void whenLoaded(settings, sensing).then(() => render(<App />, document.body));
