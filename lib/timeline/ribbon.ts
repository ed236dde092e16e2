import { type ShownState, STATES, type State, topState } from '../sensing/state';
import type { Span } from './day';
import { labelledSeconds, MINUTE_MS, type Minute, observedSeconds } from './minute';

const HOUR_MS = 60 * MINUTE_MS;

/** How a stretch of the day is drawn: a state, `unclear`, or `away` when nobody was in view. */
export type Mark = ShownState | 'away';
export const MARKS = [...STATES, 'unclear', 'away'] as const satisfies readonly Mark[];

/** A stretch of the day with one mark. Time between segments has no readings. */
export interface Segment extends Span {
  mark: Mark;
}

/** What a day's sentence and bars are made of. Time is counted in seconds, not in marked minutes. */
export interface DayFacts {
  seconds: Record<Mark, number>;
  /** Seconds in which the expression could be read. */
  readable: number;
  /** Seconds with any reading at all. */
  observed: number;
  /** The state with most seconds, and its share of the readable ones. */
  dominant: { state: State; share: number } | undefined;
}

/** The mark of one minute; none if it holds no time at all. */
export function markOf(minute: Minute): Mark | undefined {
  const observed = observedSeconds(minute);
  const labelled = labelledSeconds(minute);
  if (observed <= 0) return undefined;
  if (labelled * 2 >= observed) return topState(minute.states);
  return minute.reasons['no-face'] * 2 > observed - labelled ? 'away' : 'unclear';
}

function minutesWithin(minutes: readonly Minute[], day: Span): Minute[] {
  return minutes
    .filter((minute) => minute.start >= day.start && minute.start < day.end)
    .sort((a, b) => a.start - b.start);
}

/** The day in stretches of one mark each, in order; equal neighbours are one, gaps stay gaps. */
export function ribbonOf(minutes: readonly Minute[], day: Span): Segment[] {
  const segments: Segment[] = [];
  for (const minute of minutesWithin(minutes, day)) {
    const mark = markOf(minute);
    const last = segments.at(-1);
    if (mark === undefined || (last && minute.start < last.end)) continue;
    const end = Math.min(minute.start + MINUTE_MS, day.end);
    if (last?.mark === mark && last.end === minute.start) last.end = end;
    else segments.push({ start: minute.start, end, mark });
  }
  return segments;
}

/** How long the expression looked like what. */
export function factsOf(minutes: readonly Minute[], day: Span): DayFacts {
  const seconds: Record<Mark, number> = {
    bright: 0,
    lively: 0,
    steady: 0,
    tense: 0,
    low: 0,
    unclear: 0,
    away: 0,
  };
  let readable = 0;
  let observed = 0;
  for (const minute of minutesWithin(minutes, day)) {
    for (const state of STATES) seconds[state] += minute.states[state];
    const labelled = labelledSeconds(minute);
    const all = observedSeconds(minute);
    const away = minute.reasons['no-face'];
    seconds.away += away;
    seconds.unclear += Math.max(0, all - labelled - away);
    readable += labelled;
    observed += all;
  }
  const state = topState(seconds);
  const dominant = readable > 0 ? { state, share: seconds[state] / readable } : undefined;
  return { seconds, readable, observed, dominant };
}

/** The segment that covers `at`. */
export function segmentAt(segments: readonly Segment[], at: number): Segment | undefined {
  return segments.find((segment) => segment.start <= at && at < segment.end);
}

/**
 * The part of the day worth a narrow chart: from the first segment to the last, or to `now` if that
 * is later, in whole hours from the day's start and at least one; the whole day if there is nothing.
 */
export function focusOf(segments: readonly Segment[], day: Span, now = day.start): Span {
  const [first] = segments;
  const last = segments.at(-1);
  if (!first || !last) return { start: day.start, end: day.end };
  const hours = (at: number) => (at - day.start) / HOUR_MS;
  const until = Math.min(day.end, Math.max(last.end, now));
  const end = Math.min(day.end, day.start + Math.ceil(hours(until)) * HOUR_MS);
  const start = day.start + Math.floor(hours(first.start)) * HOUR_MS;
  return { start: Math.max(day.start, Math.min(start, end - HOUR_MS)), end };
}
