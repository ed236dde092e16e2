import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { i18n } from '#i18n';

/** Sets up a page: its language and direction, which are those of its words, and its title. */
export function preparePage(title: string): void {
  const { documentElement: html } = document;
  html.lang = i18n.t('app.lang');
  html.dir = i18n.t('app.dir');
  document.title = title;
}

/** Does what the user asks for, and shows in words what went wrong with the last of it. */
export function createAttempts(): {
  error: ReadonlySignal<string | undefined>;
  attempt(intent: () => Promise<unknown>): Promise<void>;
} {
  const error = signal<string>();
  return {
    error,
    async attempt(intent) {
      try {
        error.value = undefined;
        await intent();
      } catch (failure) {
        error.value = failure instanceof Error ? failure.message : String(failure);
      }
    },
  };
}

/** A signal that takes the first defined value of another and keeps it. */
export function firstOf<Value>(
  source: ReadonlySignal<Value | undefined>,
): ReadonlySignal<Value | undefined> {
  const first = signal(source.peek());
  effect(() => {
    first.value ??= source.value;
  });
  return first;
}

/** Resolves when all signals have a value, so that a page is first painted as it will stay. */
export function whenLoaded(...sources: readonly ReadonlySignal<unknown>[]): Promise<void> {
  return new Promise((resolve) => {
    effect(() => {
      if (sources.every((source) => source.value !== undefined)) resolve();
    });
  });
}
