import { i18n } from '#i18n';
import './styles/tokens.css';
import './styles/base.css';
import './styles/page.css';
import './styles/welcome.css';
import type { CameraStatus } from '../lib/sensing/camera-status';
import type { LiveView } from '../lib/sensing/live-view';
import type { Logging } from '../lib/sensing/order';
import { CameraNotice } from './CameraNotice';
import { cameraHelp } from './camera-help';
import { DrawnFace } from './DrawnFace';
import { LiveReading } from './LiveReading';
import { PageHeader } from './PageHeader';

export interface WelcomeProps {
  camera: CameraStatus;
  logging: Logging;
  demo: boolean;
  live?: LiveView | undefined;
  error?: string | undefined;
  /** Where the demo's script stands, in seconds. */
  demoSeconds: () => number;
  onAllow: () => void;
  onDemo: () => void;
  onStopDemo: () => void;
  onPause: () => void;
  onOptions: () => void;
}

const STEPS = ['Frame', 'Box', 'Numbers'] as const;
const FACTS = ['stored', 'where', 'wrong', 'stop', 'for'] as const;

/** The first page a user sees: what Mien reads and keeps, a preview, and an explicit yes. */
export function Welcome(props: WelcomeProps) {
  const { camera, logging, demo, error, onOptions } = props;
  return (
    <main class="page welcome" data-camera={camera} data-logging={logging} data-demo={demo}>
      <PageHeader camera={camera} demo={demo}>
        <button type="button" onClick={onOptions}>
          {i18n.t('button.options')}
        </button>
      </PageHeader>
      <div class="welcome-intro">
        <h1>{i18n.t('welcome.title')}</h1>
        <p class="lead">{i18n.t('welcome.lead')}</p>
      </div>
      <div class="welcome-facts">
        <section aria-labelledby="read-title">
          <h2 id="read-title">{i18n.t('welcome.readTitle')}</h2>
          <ol class="steps">
            {STEPS.map((step) => (
              <li key={step}>
                <strong>{i18n.t(`welcome.read${step}`)}</strong>
                <span>{i18n.t(`welcome.read${step}Text`)}</span>
              </li>
            ))}
          </ol>
        </section>
        {FACTS.map((fact) => (
          <section key={fact}>
            <h2>{i18n.t(`welcome.${fact}Title`)}</h2>
            <p>{i18n.t(`welcome.${fact}Text`)}</p>
          </section>
        ))}
      </div>
      <div class="welcome-action card">
        {error && (
          <p class="error" role="alert">
            {error}
          </p>
        )}
        <Preview {...props} />
        <Actions {...props} />
      </div>
    </main>
  );
}

function Preview({ camera, demo, live, demoSeconds }: WelcomeProps) {
  const reading = demo || camera === 'on';
  const notice = !reading && (cameraHelp(camera) !== undefined || camera === 'starting');
  const title = notice
    ? 'welcome.cameraTitle'
    : demo || !reading
      ? 'welcome.previewTitle'
      : 'live.title';
  return (
    <section class="welcome-preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{i18n.t(title)}</h2>
      {demo && <DrawnFace seconds={demoSeconds} label={i18n.t('welcome.demoFace')} />}
      {reading ? (
        <LiveReading live={live} demo={demo} />
      ) : notice ? (
        <CameraNotice status={camera}>
          {cameraHelp(camera) && <p class="soft">{i18n.t('welcome.blockedNote')}</p>}
        </CameraNotice>
      ) : (
        <p class="preview-idle soft">{i18n.t('welcome.previewIdle')}</p>
      )}
    </section>
  );
}

function Actions({ camera, logging, demo, onAllow, onDemo, onStopDemo, onPause }: WelcomeProps) {
  if (!demo && logging === 'on' && camera === 'on') {
    return (
      <div class="welcome-set" role="status">
        <p class="notice-title">{i18n.t('welcome.setTitle')}</p>
        <p>{i18n.t('welcome.setText')}</p>
        <button type="button" onClick={onPause}>
          {i18n.t('button.pause')}
        </button>
      </div>
    );
  }
  return (
    <div class="welcome-buttons">
      <button
        type="button"
        class="primary"
        disabled={!demo && camera === 'starting'}
        onClick={onAllow}
      >
        {i18n.t('welcome.allow')}
      </button>
      <button type="button" onClick={demo ? onStopDemo : onDemo}>
        {i18n.t(demo ? 'welcome.stopDemo' : 'welcome.tryDemo')}
      </button>
      <p class="soft">
        {i18n.t(logging === 'paused' ? 'welcome.pausedText' : 'welcome.allowNote')}
      </p>
    </div>
  );
}
