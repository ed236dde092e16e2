/** How often readings are made. */
export interface Cadence {
  /** The time between logged readings. */
  secondsPerReading: number;
  /** Whether somebody is looking: then readings are made faster, but no more of them are logged. */
  watched: boolean;
}

/** The times between logged readings that a user can choose from, in seconds. */
export const READING_PERIODS = [0.2, 0.5, 1, 2, 5, 10] as const;

/** The fastest that a viewer is served. */
const LIVE_READINGS_PER_SECOND = 10;

/** When readings were last made, in epoch milliseconds. */
export interface Made {
  passiveDue: number;
  passiveAt: number;
  /** The period that held then. */
  periodMs: number;
  anyAt: number;
}

/** What the frame at hand is for: a reading to log, one only to show, or none. */
export type Purpose = { log: true; seconds: number } | { log: false } | undefined;

export const NOTHING_MADE: Made = { passiveDue: 0, passiveAt: 0, periodMs: 0, anyAt: 0 };

/**
 * Decides what the frame at `now` is for, and what has been made after it. Logged readings follow
 * their own grid, whether or not anybody looks. Each stands for the time since the one before (the
 * first for none), and never for more than two periods: time in which no frame came was not seen.
 */
export function schedule(
  made: Made,
  { secondsPerReading, watched }: Cadence,
  now: number,
): { purpose: Purpose; made: Made } {
  const periodMs = secondsPerReading * 1000;
  // What is logged may hang on logged readings alone, or looking would change the log.
  const afresh = made.passiveAt === 0 || now < made.passiveAt;
  // A period that was made shorter holds at once.
  const due = Math.min(made.passiveDue, made.passiveAt + periodMs);
  if (afresh || now >= due) {
    const elapsedMs = afresh ? 0 : now - made.passiveAt; // nothing was seen before the first
    const longestMs = 2 * Math.max(periodMs, made.periodMs);
    const onGrid = !afresh && now - due < periodMs;
    return {
      purpose: { log: true, seconds: Math.min(elapsedMs, longestMs) / 1000 },
      made: {
        passiveDue: (onGrid ? due : now) + periodMs,
        passiveAt: now,
        periodMs,
        anyAt: now,
      },
    };
  }
  // Cameras deliver a little early or late: a frame that is nearly due counts as due.
  const isDue = now < made.anyAt || now - made.anyAt >= 900 / LIVE_READINGS_PER_SECOND;
  if (watched && isDue) return { purpose: { log: false }, made: { ...made, anyAt: now } };
  return { purpose: undefined, made };
}
