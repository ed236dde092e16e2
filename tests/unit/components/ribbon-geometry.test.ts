import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ribbonData, runsOf } from '../../../components/ribbon-geometry';
import { MARKS, type Segment } from '../../../lib/timeline/ribbon';

const span = { start: 0, end: 1000 };

/** Segments from alternating gaps and lengths. */
const segmentsOf = fc
  .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 60 }), fc.constantFrom(...MARKS)), {
    maxLength: 30,
  })
  .map((rows) => {
    const segments: Segment[] = [];
    let at = -20;
    for (const [gap, length, mark] of rows) {
      segments.push({ start: at + gap, end: at + gap + length, mark });
      at += gap + length;
    }
    return segments;
  });

describe('ribbonData', () => {
  it('marks the start of each segment and the end of each stretch', () => {
    const segments: Segment[] = [
      { start: 100, end: 200, mark: 'bright' },
      { start: 200, end: 250, mark: 'tense' },
      { start: 300, end: 400, mark: 'bright' },
    ];
    expect(ribbonData(segments, span)).toEqual([
      [0, 100, 200, 250, 300, 400, 1000],
      [null, 0, 3, null, 0, null, null],
    ]);
  });

  it('has times that only rise, from one end of the span to the other', () => {
    fc.assert(
      fc.property(segmentsOf, (segments) => {
        const [times, marks] = ribbonData(segments, span);
        expect(marks).toHaveLength(times.length);
        expect(times[0]).toBe(span.start);
        expect(times.at(-1)).toBe(span.end);
        times.slice(1).forEach((time, index) => {
          expect(time).toBeGreaterThan(times[index] ?? Number.POSITIVE_INFINITY);
        });
      }),
    );
  });
});

describe('runsOf', () => {
  const toX = (left: number, width: number) => (at: number) =>
    left + ((at - span.start) / (span.end - span.start)) * width;

  it('fills whole columns from the left edge on', () => {
    const data = ribbonData([{ start: 100, end: 300, mark: 'low' }], span);
    expect(runsOf(data, toX(20, 100), 20, 100)).toEqual([{ x: 30, width: 20, mark: 'low' }]);
  });

  it('gives a column to the mark that covers most of it', () => {
    const data = ribbonData(
      [
        { start: 0, end: 6, mark: 'steady' },
        { start: 6, end: 10, mark: 'tense' },
      ],
      span,
    );
    expect(runsOf(data, toX(0, 100), 0, 100)).toEqual([{ x: 0, width: 1, mark: 'steady' }]);
  });

  it('never overlaps, never leaves the lane, and hides no segment between gaps', () => {
    fc.assert(
      fc.property(
        segmentsOf,
        fc.nat(50),
        fc.integer({ min: 1, max: 400 }),
        (segments, left, width) => {
          const x = toX(left, width);
          const runs = runsOf(ribbonData(segments, span), x, left, width);
          let edge = left;
          for (const run of runs) {
            expect(run.x).toBeGreaterThanOrEqual(edge);
            expect(run.width).toBeGreaterThan(0);
            edge = run.x + run.width;
          }
          expect(edge).toBeLessThanOrEqual(left + width);
          for (const { start, end } of segments) {
            if (end <= span.start || start >= span.end) continue;
            const column = Math.floor(x(Math.max(start, span.start)) + 1e-9);
            const covered = runs.some((run) => run.x <= column && column < run.x + run.width);
            expect(covered).toBe(true);
          }
        },
      ),
    );
  });
});
