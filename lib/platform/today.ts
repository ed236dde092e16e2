import { type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { localDay, type Span } from '../timeline/day';
import { MINUTE_MS, type Minute } from '../timeline/minute';
import { minutesBetween } from './log';

/** The day of the page: it follows the clock past midnight, and the log as it grows. */
export interface Today {
  /** Epoch milliseconds, good to a quarter of a minute. */
  now: ReadonlySignal<number>;
  day: ReadonlySignal<Span>;
  /** The day's minutes; undefined until they are loaded. */
  minutes: ReadonlySignal<Minute[] | undefined>;
}

/** Follows today for as long as the page is open. */
export function followToday(): Today {
  const now = signal(Date.now());
  const day = signal(localDay(now.value));
  const minutes = signal<Minute[]>();
  const subscribe = () =>
    liveQuery(() => minutesBetween(day.value.start, day.value.end)).subscribe({
      next: (found) => {
        minutes.value = found;
      },
      error: (error: unknown) => console.error('The log cannot be read.', error),
    });
  let subscription = subscribe();
  setInterval(() => {
    now.value = Date.now();
    const { start, end } = localDay(now.value);
    if (start === day.value.start && end === day.value.end) return;
    day.value = { start, end };
    subscription.unsubscribe();
    subscription = subscribe();
  }, MINUTE_MS / 4);
  return { now, day, minutes };
}
