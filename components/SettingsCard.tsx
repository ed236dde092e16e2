import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { KINDS, type Kind } from '../lib/recommend/suggestion';
import { READING_PERIODS } from '../lib/sensing/cadence';
import { count } from './format';
import type { OptionsSettings, ProviderChoice } from './options-settings';

interface Props {
  settings: OptionsSettings;
  providers: readonly ProviderChoice[];
  onChange: (settings: OptionsSettings) => void;
}

/** How often to read, and where suggestions open. */
export function SettingsCard({ settings, providers, onChange }: Props) {
  const id = useId();
  const choose = (kind: Kind, provider: string) =>
    onChange({ ...settings, providers: { ...settings.providers, [kind]: provider } });
  return (
    <section class="card settings" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{i18n.t('options.settingsTitle')}</h2>
      <div class="field">
        <label for={`${id}-seconds`}>{i18n.t('options.samplingLabel')}</label>
        <select
          id={`${id}-seconds`}
          name="secondsPerReading"
          value={settings.secondsPerReading}
          aria-describedby={`${id}-hint`}
          onChange={(event) =>
            onChange({ ...settings, secondsPerReading: Number(event.currentTarget.value) })
          }
        >
          {READING_PERIODS.map((seconds) => (
            <option key={seconds} value={seconds}>
              {i18n.t('options.everySecond', seconds, [count(seconds)])}
            </option>
          ))}
        </select>
        <p id={`${id}-hint`} class="soft">
          {i18n.t('options.samplingHint')}
        </p>
      </div>
      <fieldset>
        <legend>{i18n.t('options.providersTitle')}</legend>
        <p class="soft">{i18n.t('options.providersHint')}</p>
        <div class="fields">
          {KINDS.map((kind) => (
            <div key={kind} class="field">
              <label for={`${id}-${kind}`}>{i18n.t(`options.providerFor.${kind}`)}</label>
              <select
                id={`${id}-${kind}`}
                name={`provider-${kind}`}
                value={settings.providers[kind]}
                onChange={(event) => choose(kind, event.currentTarget.value)}
              >
                {providers
                  .filter((provider) => provider.kinds.includes(kind))
                  .map((provider) => (
                    <option key={provider.id} value={provider.id}>
                      {provider.name}
                    </option>
                  ))}
              </select>
            </div>
          ))}
        </div>
      </fieldset>
    </section>
  );
}
