import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { stamp } from './format';
import type { Diagnostic } from './options-settings';

/** The last errors, to look at and to copy. */
export function DiagnosticsList({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  const [result, setResult] = useState('');

  async function copy() {
    const lines = diagnostics.map(
      ({ at, where, message }) => `${new Date(at).toISOString()}\t${where}\t${message}`,
    );
    try {
      await navigator.clipboard.writeText(lines.join('\n'));
      setResult(i18n.t('options.copied'));
    } catch {
      setResult(i18n.t('options.copyFailed'));
    }
  }

  return (
    <details class="card diagnostics">
      <summary>
        <h2>{i18n.t('options.diagnosticsTitle')}</h2>
        <span class="soft">
          {diagnostics.length === 0
            ? i18n.t('options.diagnosticsNone')
            : i18n.t('options.diagnosticsCount', diagnostics.length)}
        </span>
      </summary>
      <p class="soft">{i18n.t('options.diagnosticsHint')}</p>
      {diagnostics.length > 0 && (
        <>
          <ol>
            {diagnostics.map(({ at, where, message }, index) => (
              <li key={index}>
                <span class="soft">
                  {stamp(at)}, {where}
                </span>
                <code>{message}</code>
              </li>
            ))}
          </ol>
          <button type="button" onClick={() => void copy()}>
            {i18n.t('options.copy')}
          </button>
        </>
      )}
      <p role="status" class="result">
        {result}
      </p>
    </details>
  );
}
