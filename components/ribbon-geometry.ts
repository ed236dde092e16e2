import type { Span } from '../lib/timeline/day';
import { MARKS, type Mark, type Segment } from '../lib/timeline/ribbon';

/** Times, ascending and unique, and the mark (an index of MARKS) that holds from each on; null is a gap. */
export type RibbonData = [times: number[], marks: (number | null)[]];

/** A stretch of whole pixel columns in one mark. */
export interface Run {
  x: number;
  width: number;
  mark: Mark;
}

/** Segments as columns for the chart; the first and last time are those of `span`. */
export function ribbonData(segments: readonly Segment[], span: Span): RibbonData {
  const times: number[] = [];
  const marks: (number | null)[] = [];
  const add = (at: number, mark: number | null) => {
    if (times.at(-1) === at) marks[marks.length - 1] = mark;
    else {
      times.push(at);
      marks.push(mark);
    }
  };
  add(span.start, null);
  for (const { start, end, mark } of segments) {
    if (end <= span.start || start >= span.end) continue;
    add(Math.max(start, span.start), MARKS.indexOf(mark));
    add(Math.min(end, span.end), null);
  }
  add(span.end, null);
  return [times, marks];
}

/**
 * The pixel columns to fill from `left` on. A column shows the mark that covers most of it: drawn
 * one over the other, the last of several minutes in a column would win.
 */
export function runsOf(
  [times, marks]: RibbonData,
  toX: (at: number) => number,
  left: number,
  width: number,
): Run[] {
  const columns = Math.max(0, Math.floor(width));
  const cover = new Float64Array(columns * MARKS.length);
  marks.forEach((mark, index) => {
    const [from, to] = [times[index], times[index + 1]];
    if (mark === null || from === undefined || to === undefined) return;
    const start = Math.max(0, toX(from) - left);
    const end = Math.min(columns, toX(to) - left);
    for (let column = Math.floor(start); column < end; column++) {
      const slot = column * MARKS.length + mark;
      cover[slot] = (cover[slot] ?? 0) + Math.min(end, column + 1) - Math.max(start, column);
    }
  });

  const runs: Run[] = [];
  for (let column = 0; column < columns; column++) {
    const mark = mostCovering(cover, column);
    const last = runs.at(-1);
    if (!mark) continue;
    if (last?.mark === mark && last.x + last.width === left + column) last.width++;
    else runs.push({ x: left + column, width: 1, mark });
  }
  return runs;
}

function mostCovering(cover: Float64Array, column: number): Mark | undefined {
  let best: Mark | undefined;
  let most = 0;
  MARKS.forEach((mark, index) => {
    const share = cover[column * MARKS.length + index] ?? 0;
    if (share > most) {
      most = share;
      best = mark;
    }
  });
  return best;
}
