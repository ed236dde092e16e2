import { i18n } from '#i18n';
import './styles/tokens.css';
import './styles/base.css';
import './styles/popup.css';
import type { Goal, Suggestion } from '../lib/recommend/suggestion';
import type { CameraStatus } from '../lib/sensing/camera-status';
import type { LiveView } from '../lib/sensing/live-view';
import type { Logging } from '../lib/sensing/order';
import type { Span } from '../lib/timeline/day';
import type { Minute } from '../lib/timeline/minute';
import { CameraHelp } from './CameraHelp';
import { GoalChips } from './GoalChips';
import { LiveReading } from './LiveReading';
import { MainButton } from './MainButton';
import { PageHeader } from './PageHeader';
import { SuggestionList } from './SuggestionList';
import { TodayCard } from './TodayCard';

export interface PopupProps {
  consented: boolean;
  camera: CameraStatus;
  logging: Logging;
  demo: boolean;
  live: LiveView | undefined;
  /** Today's minutes; undefined while loading. */
  minutes: readonly Minute[] | undefined;
  day: Span;
  now: number;
  goal: Goal;
  suggestions: readonly Suggestion[];
  error?: string | undefined;
  onStart: () => void;
  onPause: () => void;
  onGoal: (goal: Goal) => void;
  onOptions: () => void;
  onWelcome: () => void;
}

/** The toolbar popup: now, today, and what would suit. */
export function Popup(props: PopupProps) {
  const { consented, camera, logging, demo, error } = props;
  return (
    <main class="popup" data-camera={camera} data-logging={logging} data-demo={demo}>
      <h1 class="visually-hidden">{i18n.t('app.name')}</h1>
      <PageHeader camera={camera} demo={demo}>
        {consented && !demo && (
          <MainButton logging={logging} onStart={props.onStart} onPause={props.onPause} />
        )}
      </PageHeader>
      {error && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
      <NowCard {...props} />
      <TodayCard minutes={props.minutes} day={props.day} now={props.now} onDay={props.onOptions} />
      <section class="card suggestions-card" aria-labelledby="suggestions-title">
        <h2 id="suggestions-title" class="visually-hidden">
          {i18n.t('suggestion.title')}
        </h2>
        <GoalChips goal={props.goal} onGoal={props.onGoal} />
        <SuggestionList suggestions={props.suggestions} />
      </section>
      <footer class="popup-footer">
        <p class="soft">{i18n.t('app.tagline')}</p>
        <button type="button" class="text-button" onClick={props.onOptions}>
          {i18n.t('button.options')}
        </button>
      </footer>
    </main>
  );
}

function NowCard({ consented, camera, demo, live, onStart, onWelcome }: PopupProps) {
  return (
    <section class="card now-card" aria-labelledby="now-title">
      <h2 id="now-title" class="visually-hidden">
        {i18n.t('live.title')}
      </h2>
      {!consented && !demo ? (
        <div class="first-run">
          <p class="notice-title">{i18n.t('popup.welcomeTitle')}</p>
          <p>{i18n.t('popup.welcomeText')}</p>
          <button type="button" class="primary" onClick={onWelcome}>
            {i18n.t('button.how')}
          </button>
        </div>
      ) : demo || camera === 'on' ? (
        <LiveReading live={live} demo={demo} />
      ) : (
        <CameraHelp camera={camera} onStart={onStart} onWelcome={onWelcome} />
      )}
    </section>
  );
}
