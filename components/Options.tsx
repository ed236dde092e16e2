import { i18n } from '#i18n';
import './styles/tokens.css';
import './styles/base.css';
import './styles/page.css';
import './styles/options.css';
import type { CameraStatus } from '../lib/sensing/camera-status';
import type { Logging } from '../lib/sensing/order';
import type { Span } from '../lib/timeline/day';
import type { Minute } from '../lib/timeline/minute';
import { CameraHelp } from './CameraHelp';
import { cameraHelp } from './camera-help';
import { DaySummary } from './DaySummary';
import { DeleteData } from './DeleteData';
import { DiagnosticsList } from './DiagnosticsList';
import { MainButton } from './MainButton';
import type { Diagnostic, OptionsSettings, ProviderChoice } from './options-settings';
import { PageHeader } from './PageHeader';
import { SettingsCard } from './SettingsCard';

export interface OptionsProps {
  /** Today's minutes; undefined while loading. */
  minutes: readonly Minute[] | undefined;
  day: Span;
  settings: OptionsSettings;
  providers: readonly ProviderChoice[];
  diagnostics: readonly Diagnostic[];
  camera: CameraStatus;
  logging: Logging;
  demo: boolean;
  deleted: boolean;
  /** What went wrong with the last thing that the user asked for. */
  error?: string | undefined;
  onChange: (settings: OptionsSettings) => void;
  onStart: () => void;
  onPause: () => void;
  onDeleteAll: () => Promise<void>;
  onWelcome: () => void;
}

const HELPLINE = 'findahelpline.com';

/** The options page: the day, the settings, and command of the data. */
export function Options(props: OptionsProps) {
  const { camera, logging, onStart, onPause, onWelcome } = props;
  return (
    <main class="page options" data-camera={camera} data-logging={logging}>
      <PageHeader camera={camera} demo={props.demo}>
        <MainButton logging={logging} onStart={onStart} onPause={onPause} />
      </PageHeader>
      <h1>{i18n.t('options.title')}</h1>
      {props.error && (
        <p class="error" role="alert">
          {props.error}
        </p>
      )}
      {cameraHelp(camera) && (
        <div class="card">
          <CameraHelp camera={camera} onStart={onStart} onWelcome={onWelcome} />
        </div>
      )}
      <DaySummary minutes={props.minutes} day={props.day} />
      <SettingsCard
        settings={props.settings}
        providers={props.providers}
        onChange={props.onChange}
      />
      <section class="card" aria-labelledby="data-title">
        <h2 id="data-title">{i18n.t('options.dataTitle')}</h2>
        <p>{i18n.t('options.dataText')}</p>
        <DeleteData deleted={props.deleted} onDeleteAll={props.onDeleteAll} />
      </section>
      <DiagnosticsList diagnostics={props.diagnostics} />
      <section class="card" aria-labelledby="about-title">
        <h2 id="about-title">{i18n.t('options.aboutTitle')}</h2>
        <p class="lead">{i18n.t('options.aboutGuess')}</p>
        <p>{i18n.t('options.aboutText')}</p>
        <p>{i18n.t('options.aboutPrivacy')}</p>
        <button type="button" onClick={onWelcome}>
          {i18n.t('button.how')}
        </button>
      </section>
      <footer class="page-footer soft">
        <p>
          {i18n.t('options.helpline')}{' '}
          <a href={`https://${HELPLINE}`} target="_blank" rel="noreferrer">
            {HELPLINE}
          </a>
        </p>
      </footer>
    </main>
  );
}
