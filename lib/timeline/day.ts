/** A stretch of time, in epoch milliseconds; `end` is no longer part of it. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The local calendar day in which `now` lies. With daylight saving it has 23, 24 or 25 hours, and
 * where the clocks change at midnight it starts at one.
 */
export function localDay(now: number): Span {
  return { start: new Date(now).setHours(0, 0, 0, 0), end: new Date(now).setHours(24, 0, 0, 0) };
}
