import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Followed, follow, type LiveView } from '../sensing/live-view';
import { openLivePort } from './live-port';
import type { SensingStatus } from './sensing-status';

/** Where something senses but nobody answers, the page tries again after this time. */
const RETRY_MS = 500;

/**
 * What is read at this moment, while something senses and the page is visible: a page that nobody
 * sees must not make readings faster, and must not keep the drawn face going.
 */
export function followLive(
  sensing: ReadonlySignal<SensingStatus | undefined>,
): ReadonlySignal<LiveView | undefined> {
  const view = signal<LiveView>();
  const visible = signal(!document.hidden);
  document.addEventListener('visibilitychange', () => {
    visible.value = !document.hidden;
  });
  const attempt = signal(0);
  const wanted = computed(() => sensing.value?.source ?? 'none');
  effect(() => {
    void attempt.value;
    const source = wanted.value;
    if (source === 'none' || !visible.value) return;
    let followed: Followed | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const close = openLivePort(
      (live) => {
        if (live.source !== source) return; // of the run before: the status is on its way
        followed = follow(followed, live.reading);
        view.value = followed.view;
      },
      () => {
        retry = setTimeout(() => attempt.value++, RETRY_MS);
      },
    );
    return () => {
      clearTimeout(retry);
      close();
      view.value = undefined;
    };
  });
  return view;
}
