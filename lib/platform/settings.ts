import * as v from 'valibot';
import { storage } from '#imports';
import { DEFAULT_PROVIDERS } from '../recommend/providers';
import { GOALS } from '../recommend/suggestion';
import { READING_PERIODS } from '../sensing/cadence';
import { STATES } from '../sensing/state';

const SettingsSchema = v.object({
  /** Whether the user wants a log: never said yes, yes, or not now. */
  logging: v.picklist(['off', 'on', 'paused']),
  secondsPerReading: v.picklist(READING_PERIODS),
  /** The provider per kind of suggestion where the tab does not choose one. */
  providers: v.object({ song: v.string(), video: v.string(), film: v.string() }),
  /** The goal last chosen in a state. */
  goals: v.record(v.picklist(STATES), v.picklist(GOALS)),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULT_SETTINGS: Readonly<Settings> = Object.freeze({
  logging: 'off',
  secondsPerReading: 1,
  providers: DEFAULT_PROVIDERS,
  goals: {},
});

/** Stored settings are `unknown`: an older, newer or damaged Mien may have written them. */
export const settingsItem = storage.defineItem<unknown>('local:settings');

/** What could not be read when settings were last repaired, kept so that nothing is lost. */
const unreadableItem = storage.defineItem<unknown>('local:unreadable-settings');

/**
 * The settings in `stored`. A field of an unknown shape falls back to its default and is named in
 * `faults`, so that one bad field does not cost the others.
 */
export function parseSettings(stored: unknown): { settings: Settings; faults: string[] } {
  if (stored === null || stored === undefined) return { settings: DEFAULT_SETTINGS, faults: [] };
  const whole = v.safeParse(SettingsSchema, stored);
  if (whole.success) return { settings: whole.output, faults: [] };
  const faults = whole.issues.map(
    (issue) => `Stored settings: ${v.getDotPath(issue) ?? 'all of them'}: ${issue.message}`,
  );
  const bad = new Set(whole.issues.map((issue) => issue.path?.[0].key));
  const good = Object.entries(Object(stored)).filter(([field]) => !bad.has(field));
  const mended = v.safeParse(SettingsSchema, { ...DEFAULT_SETTINGS, ...Object.fromEntries(good) });
  return { settings: mended.success ? mended.output : DEFAULT_SETTINGS, faults };
}

/**
 * The stored settings, for the background alone. Repairs what it cannot read, and hands each fault
 * to `onFault`; the unreadable value is kept beside the repaired one.
 */
export async function loadSettings(onFault: (message: string) => Promise<void>): Promise<Settings> {
  const stored = await settingsItem.getValue();
  const { settings, faults } = parseSettings(stored);
  if (faults.length > 0) {
    await unreadableItem.setValue(stored);
    await settingsItem.setValue(settings);
    for (const fault of faults) await onFault(fault);
  }
  return settings;
}

/** What a page may change. Whether to log is not among it: that has messages of its own. */
const ChangeSchema = v.partial(v.omit(v.strictObject(SettingsSchema.entries), ['logging']));

/** The settings with `change` merged in. Throws if that is no valid change. */
export function changedSettings(settings: Settings, change: unknown): Settings {
  return v.parse(SettingsSchema, { ...settings, ...v.parse(ChangeSchema, change) });
}
