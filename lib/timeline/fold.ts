import type { Reading } from '../sensing/reading';
import { addReading, emptyMinute, MINUTE_MS, type Minute } from './minute';

/** The starts of the minutes in which the readings lie, each once. */
export function minutesOf(readings: readonly Reading[]): number[] {
  return [...new Set(readings.map(({ at }) => Math.floor(at / MINUTE_MS) * MINUTE_MS))];
}

/** Folds readings into minutes: those given, and new ones where none was. Returns the minutes that changed. */
export function foldReadings(
  minutes: readonly Minute[],
  readings: readonly Reading[],
): readonly Minute[] {
  const byStart = new Map(minutes.map((minute) => [minute.start, minute]));
  const changed = new Set<number>();
  for (const reading of readings) {
    const { start } = emptyMinute(reading.at);
    byStart.set(start, addReading(byStart.get(start) ?? emptyMinute(reading.at), reading));
    changed.add(start);
  }
  return [...byStart.values()].filter(({ start }) => changed.has(start));
}
