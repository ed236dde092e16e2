import type { Reading } from '../sensing/reading';
import { addReading, emptyMinute, type Minute, minuteStart } from './minute';

/** The starts of the minutes in which the readings lie, each once. */
export function minuteStarts(readings: readonly Reading[]): number[] {
  return [...new Set(readings.map(({ at }) => minuteStart(at)))];
}

/** Folds readings into minutes: those given, and new ones where none was. Returns the minutes that changed. */
export function foldReadings(minutes: readonly Minute[], readings: readonly Reading[]): Minute[] {
  const byStart = new Map(minutes.map((minute) => [minute.start, minute]));
  const changed = new Map<number, Minute>();
  for (const reading of readings) {
    const start = minuteStart(reading.at);
    const before = changed.get(start) ?? byStart.get(start) ?? emptyMinute(start);
    changed.set(start, addReading(before, reading));
  }
  return [...changed.values()];
}
