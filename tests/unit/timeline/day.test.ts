import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { localDay } from '../../../lib/timeline/day';

const HOUR_MS = 60 * 60 * 1000;

/** The clocks of the last five change at midnight, so that some days there start at one o'clock. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'America/Havana',
  'America/Santiago',
  'Asia/Beirut',
  'Atlantic/Azores',
];

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Year, month and day where the user is. */
function dateOf(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].join('-');
}

describe('localDay', () => {
  it.each([
    ['UTC', '2026-03-29T12:00:00Z', 24],
    ['Europe/Berlin', '2026-03-28T12:00:00+01:00', 24],
    ['Europe/Berlin', '2026-03-29T12:00:00+02:00', 23],
    ['Europe/Berlin', '2026-10-25T12:00:00+01:00', 25],
    ['America/St_Johns', '2026-03-08T12:00:00-02:30', 23],
    ['America/St_Johns', '2026-11-01T12:00:00-03:30', 25],
    ['Australia/Lord_Howe', '2026-10-04T12:00:00+11:00', 23.5],
    ['Australia/Lord_Howe', '2026-04-05T12:00:00+10:30', 24.5],
    ['Pacific/Apia', '2020-09-27T12:00:00+14:00', 23],
    ['Pacific/Apia', '2021-04-04T12:00:00+13:00', 25],
    ['Pacific/Apia', '2026-09-27T12:00:00+13:00', 24],
    // Clocks that go forward at midnight: the day starts at one, and the day before still ends at midnight.
    ['America/Santiago', '2026-09-06T12:00:00-03:00', 23],
    ['America/Santiago', '2026-09-05T12:00:00-04:00', 24],
    ['Asia/Beirut', '2026-03-29T12:00:00+03:00', 23],
    ['Africa/Cairo', '2026-04-24T12:00:00+03:00', 23],
    // Clocks that go back at midnight give the day before an hour from eleven to midnight twice.
    ['Asia/Beirut', '2026-10-24T12:00:00+03:00', 25],
  ])('in %s, the day of %s has %d hours', (zone, noon, hours) => {
    vi.stubEnv('TZ', zone);
    const { start, end } = localDay(Date.parse(noon));
    expect((end - start) / HOUR_MS).toBe(hours);
  });

  it('knows the day that Samoa left out', () => {
    vi.stubEnv('TZ', 'Pacific/Apia');
    const before = localDay(Date.parse('2011-12-29T12:00:00-10:00'));
    const after = localDay(Date.parse('2011-12-31T12:00:00+14:00'));
    expect(before.end - before.start).toBe(24 * HOUR_MS);
    expect(before.end).toBe(after.start);
  });

  it.each(ZONES)('in %s, is the stretch in which the calendar shows one date', (zone) => {
    vi.stubEnv('TZ', zone);
    const someTime = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2034, 0) });
    fc.assert(
      fc.property(someTime, (now) => {
        const { start, end } = localDay(now);
        const today = dateOf(now);
        expect(start).toBeLessThanOrEqual(now);
        expect(end).toBeGreaterThan(now);
        expect([dateOf(start), dateOf(end - 1)]).toEqual([today, today]);
        expect(dateOf(start - 1)).not.toBe(today);
        expect(dateOf(end)).not.toBe(today);
      }),
    );
  });

  it.each(ZONES)('in %s, ends where the next day starts, for years', (zone) => {
    vi.stubEnv('TZ', zone);
    const torn: string[] = [];
    let day = localDay(Date.UTC(2024, 0, 1, 12));
    for (let count = 0; count < 3 * 366; count++) {
      const next = localDay(day.end);
      if (next.start !== day.end || next.end <= next.start)
        torn.push(new Date(day.start).toString());
      day = next;
    }
    expect(torn).toEqual([]);
    expect(day.start).toBeGreaterThan(Date.UTC(2026, 11, 30));
  });
});
