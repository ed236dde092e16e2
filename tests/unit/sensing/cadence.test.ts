import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_MADE, READING_PERIODS, schedule } from '../../../lib/sensing/cadence';

const START = 1_800_000_000_000;

interface Frame {
  at: number;
  watched: boolean;
}

interface Logged {
  at: number;
  seconds: number;
}

/** What becomes of frames: the readings that are logged, and the times of those made only to be shown. */
function run(secondsPerReading: number, frames: readonly Frame[]) {
  let made = NOTHING_MADE;
  const log: Logged[] = [];
  const shown: number[] = [];
  for (const { at, watched } of frames) {
    const next = schedule(made, { secondsPerReading, watched }, at);
    made = next.made;
    if (next.purpose?.log) log.push({ at, seconds: next.purpose.seconds });
    else if (next.purpose) shown.push(at);
  }
  return { log, shown };
}

/** `count` frames, one every `gap` milliseconds. */
function film(gap: number, count: number, watched = false): Frame[] {
  return Array.from({ length: count }, (_, index) => ({ at: START + index * gap, watched }));
}

const inSeconds = ({ at, seconds }: Logged) => [(at - START) / 1000, seconds];

/** Frames as a camera gives them: some time apart, while viewers come and go. */
function someFrames(gap: fc.Arbitrary<number>): fc.Arbitrary<Frame[]> {
  return fc.array(fc.tuple(gap, fc.boolean()), { minLength: 1, maxLength: 200 }).map((steps) => {
    let at = START;
    return steps.map(([step, watched]) => {
      at += step;
      return { at, watched };
    });
  });
}

const somePeriod = fc.constantFrom(...READING_PERIODS);
const forward = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 30_000 }));
const anyhow = fc.oneof(
  forward,
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -3_600_000, max: 0 }),
);

const unseen = (frames: readonly Frame[]) => frames.map(({ at }) => ({ at, watched: false }));

describe('the log', () => {
  it('gets a reading a period, from the first frame on', () => {
    expect(run(1, film(250, 12)).log.map(inSeconds)).toEqual([
      [0, 0],
      [1, 1],
      [2, 1],
    ]);
  });

  it('keeps to its grid though frames come late', () => {
    const frames = [0, 1050, 2100, 3010, 4000].map((ms) => ({ at: START + ms, watched: false }));
    expect(run(1, frames).log.map(inSeconds)).toEqual([
      [0, 0],
      [1.05, 1.05],
      [2.1, 1.05],
      [3.01, 0.91],
      [4, 0.99],
    ]);
  });

  it('claims no time in which no frame came', () => {
    const frames = [0, 60_000, 60_500, 61_000].map((ms) => ({ at: START + ms, watched: false }));
    expect(run(1, frames).log.map(inSeconds)).toEqual([
      [0, 0],
      [60, 2],
      [61, 1],
    ]);
  });

  it('goes on at once when the clock goes back', () => {
    const frames = [0, 1000, -3_600_000, -3_599_500, -3_599_000].map((ms) => ({
      at: START + ms,
      watched: false,
    }));
    expect(run(1, frames).log.map(inSeconds)).toEqual([
      [0, 0],
      [1, 1],
      [-3600, 0],
      [-3599, 1],
    ]);
  });

  it('is the same whoever looks, and whenever', () => {
    fc.assert(
      fc.property(somePeriod, someFrames(forward), (period, frames) => {
        expect(run(period, frames).log).toEqual(run(period, unseen(frames)).log);
      }),
    );
  });

  it('is the same whoever looks, even while the clock jumps', () => {
    fc.assert(
      fc.property(somePeriod, someFrames(anyhow), (period, frames) => {
        expect(run(period, frames).log).toEqual(run(period, unseen(frames)).log);
      }),
    );
  });

  it('has one reading in a period at most, and none stands for more than two periods', () => {
    fc.assert(
      fc.property(somePeriod, someFrames(forward), (period, frames) => {
        const { log } = run(period, frames);
        log.forEach(({ at, seconds }, index) => {
          if (index === 0)
            expect(seconds).toBe(0); // nothing was seen before it
          else expect(seconds).toBeGreaterThan(0);
          expect(seconds).toBeLessThanOrEqual(2 * period);
          // One reading may come late in its period and the next one early, hence the third counts.
          const third = log[index + 2];
          if (third) expect(third.at - at).toBeGreaterThan(period * 1000);
        });
      }),
    );
  });

  it('never stands for more than two periods, even while the clock jumps', () => {
    fc.assert(
      fc.property(somePeriod, someFrames(anyhow), (period, frames) => {
        for (const { seconds } of run(period, frames).log) {
          expect(seconds).toBeGreaterThanOrEqual(0);
          expect(seconds).toBeLessThanOrEqual(2 * period);
        }
      }),
    );
  });

  it('misses no second while frames come at least once a period', () => {
    const faster = somePeriod.chain((period) =>
      fc.tuple(fc.constant(period), someFrames(fc.integer({ min: 1, max: period * 1000 }))),
    );
    fc.assert(
      fc.property(faster, ([period, frames]) => {
        const { log } = run(period, frames);
        const claimed = log.reduce((sum, { seconds }) => sum + seconds, 0);
        const [first, last] = [frames.at(0)?.at ?? 0, frames.at(-1)?.at ?? 0];
        const elapsed = (last - first) / 1000;
        // The first reading stands for no time; the time since the last one is still open.
        expect(claimed).toBeLessThan(elapsed + 1e-6);
        expect(claimed).toBeGreaterThan(elapsed - period - 1e-6);
      }),
    );
  });
});

describe('a viewer', () => {
  it('is served ten times a second, the logged readings among them', () => {
    const { log, shown } = run(1, film(100, 50, true));
    expect(log).toHaveLength(5);
    expect(shown).toHaveLength(45);
  });

  it('is served no faster by a faster camera', () => {
    const { log, shown } = run(5, film(20, 500, true));
    expect(log).toHaveLength(2);
    expect(shown).toHaveLength(98);
  });

  it('is not kept waiting by a clock that goes back', () => {
    const times = [0, 100, 200, 300, 150, 250];
    const frames = times.map((ms) => ({ at: START + ms, watched: true }));
    const { log, shown } = run(10, frames);
    expect(log.length + shown.length).toBe(times.length);
  });

  it('is served only while looking', () => {
    expect(run(0.5, film(33, 300)).shown).toEqual([]);
  });

  it('gets no reading sooner than nine tenths of a tenth of a second after another', () => {
    fc.assert(
      fc.property(somePeriod, someFrames(forward), (period, frames) => {
        const { log, shown } = run(period, frames);
        const all = [...log.map(({ at }) => at), ...shown].sort((a, b) => a - b);
        for (const at of shown) {
          const before = all[all.indexOf(at) - 1];
          if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(90);
        }
        const watchedAt = new Set(frames.filter(({ watched }) => watched).map(({ at }) => at));
        for (const at of shown) expect(watchedAt).toContain(at);
      }),
    );
  });
});

describe('a period that is changed', () => {
  it('holds at once, and no time in which frames came is lost', () => {
    const log: Logged[] = [];
    let made = NOTHING_MADE;
    for (let at = START; at <= START + 30_000; at += 100) {
      const secondsPerReading = at < START + 21_000 ? 10 : 0.2;
      const next = schedule(made, { secondsPerReading, watched: false }, at);
      made = next.made;
      if (next.purpose?.log) log.push({ at, seconds: next.purpose.seconds });
    }
    expect(log.slice(0, 5).map(inSeconds)).toEqual([
      [0, 0],
      [10, 10],
      [20, 10],
      [21, 1],
      [21.2, 0.2],
    ]);
    expect(log.slice(1).reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(30);
  });
});
