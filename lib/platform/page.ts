import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { type Followed, follow, type LiveView } from '../sensing/live-view';
import { localDay, type Span } from '../timeline/day';
import type { Minute } from '../timeline/minute';
import { browser } from './browser';
import { type Diagnostic, diagnosticsItem } from './diagnostics';
import { minutesBetween } from './log';
import { type SensingStatus, sensingItem } from './sensing-status';
import { parseSettings, type Settings, settingsItem } from './settings';
import { watchLive } from './viewers';

const MINUTE_MS = 60_000;

/** What every page of Mien shows, kept up to date by itself. `undefined` means not loaded yet. */
export interface PageState {
  settings: ReadonlySignal<Settings | undefined>;
  sensing: ReadonlySignal<SensingStatus | undefined>;
  diagnostics: ReadonlySignal<Diagnostic[] | undefined>;
  minutes: ReadonlySignal<Minute[] | undefined>;
  live: ReadonlySignal<LiveView | undefined>;
  now: ReadonlySignal<number>;
  day: ReadonlySignal<Span>;
  /** What went wrong with the last thing that the user asked for. */
  error: ReadonlySignal<string | undefined>;
  /** Does what the user asked for, and shows it if that fails. */
  attempt(intent: () => Promise<unknown>): Promise<void>;
}

/** Sets up a page: language, direction, title. */
export function preparePage(title: string): void {
  const { documentElement: html } = document;
  html.lang = browser.i18n.getUILanguage();
  html.dir = browser.i18n.getMessage('@@bidi_dir') || 'ltr';
  document.title = title;
}

/** Follows storage, the log and the live readings for as long as the page is open. */
export function followState(): PageState {
  const closed = new AbortController();
  addEventListener('pagehide', () => closed.abort(), { once: true });
  const now = signal(Date.now());
  const day = signal(localDay(now.value));
  const minutes = signal<Minute[]>();
  const error = signal<string>();

  const query = () =>
    liveQuery(() => minutesBetween(day.value.start, day.value.end)).subscribe((found) => {
      minutes.value = found;
    });
  let subscription = query();
  setInterval(() => {
    now.value = Date.now();
    if (now.value < day.value.end && now.value >= day.value.start) return;
    day.value = localDay(now.value);
    subscription.unsubscribe();
    subscription = query();
  }, MINUTE_MS / 4);

  const state: PageState = {
    settings: followItem(settingsItem, (stored) => parseSettings(stored).settings),
    sensing: followItem(sensingItem, (status) => status),
    diagnostics: followItem(diagnosticsItem, (kept) => kept),
    minutes,
    live: followLive(closed.signal),
    now,
    day,
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
  return state;
}

interface Item<Stored> {
  getValue(): Promise<Stored>;
  watch(onChange: (value: Stored) => void): () => void;
}

function followItem<Stored, Value>(
  item: Item<Stored>,
  read: (stored: Stored) => Value,
): ReadonlySignal<Value | undefined> {
  const value = signal<Value>();
  item.watch(async () => {
    value.value = read(await item.getValue()); // a removed value is watched as null, but read as its fallback
  });
  void item.getValue().then((stored) => {
    value.value ??= read(stored);
  });
  return value;
}

function followLive(closed: AbortSignal): ReadonlySignal<LiveView | undefined> {
  const view = signal<LiveView>();
  let followed: Followed | undefined;
  watchLive(({ reading }) => {
    followed = follow(followed, reading);
    view.value = followed.view;
  }, closed);
  return view;
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
