import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  /** Everything has just been deleted. */
  deleted: boolean;
  onDeleteAll: () => Promise<void>;
}

const DELETED = ['Log', 'Settings', 'Diagnostics', 'Consent'] as const;

/** Deletes everything, after a dialog that names what that is. */
export function DeleteData({ deleted, onDeleteAll }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [progress, setProgress] = useState<'none' | 'deleting' | 'failed'>('none');

  async function deleteAll() {
    setProgress('deleting');
    try {
      await onDeleteAll();
      setProgress('none');
    } catch {
      setProgress('failed');
    }
    dialog.current?.close();
  }

  const result =
    progress === 'failed'
      ? i18n.t('options.deleteFailed')
      : deleted && progress === 'none'
        ? i18n.t('options.deleted')
        : '';

  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {i18n.t('options.deleteButton')}
      </button>
      <p role="status" class="result">
        {result}
      </p>
      <dialog ref={dialog} class="card" aria-labelledby="delete-title">
        <h2 id="delete-title">{i18n.t('options.deleteTitle')}</h2>
        <p>{i18n.t('options.deleteLead')}</p>
        <ul>
          {DELETED.map((what) => (
            <li key={what}>{i18n.t(`options.delete${what}`)}</li>
          ))}
        </ul>
        <p class="soft">{i18n.t('options.deleteNote')}</p>
        <div class="dialog-buttons">
          <button type="button" onClick={() => dialog.current?.close()}>
            {i18n.t('button.cancel')}
          </button>
          <button
            type="button"
            class="primary"
            disabled={progress === 'deleting'}
            onClick={() => void deleteAll()}
          >
            {i18n.t(progress === 'deleting' ? 'options.deleting' : 'options.deleteConfirm')}
          </button>
        </div>
      </dialog>
    </>
  );
}
