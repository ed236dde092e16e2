import { useMemo } from 'preact/hooks';
import type uPlot from 'uplot';
import type { Span } from '../lib/timeline/day';
import { MINUTE_MS } from '../lib/timeline/minute';
import { MARKS, type Segment } from '../lib/timeline/ribbon';
import { Chart, type ChartOptions } from './Chart';
import { clock, hour } from './format';
import { Glyph } from './Glyph';
import { ribbonData } from './ribbon-geometry';
import { paintRibbon } from './ribbon-paint';
import { markWord } from './words';

const HOUR_MS = 60 * MINUTE_MS;

/** Room on both sides for half of the first and the last hour's label. */
const SIDE_PADDING = 26;

const softInk = (chart: uPlot) =>
  getComputedStyle(chart.root).getPropertyValue('--ink-soft').trim();

const OPTIONS: ChartOptions = {
  ms: 1,
  padding: [2, SIDE_PADDING, 0, SIDE_PADDING],
  legend: { show: false },
  cursor: { show: false },
  scales: {
    x: { time: true, range: (_, from, to) => [from, to] },
    y: { range: () => [0, 1] },
  },
  series: [{}, { paths: () => null, points: { show: false } }],
  axes: [
    {
      size: 22,
      gap: 2,
      space: 48,
      font: '12px system-ui, sans-serif',
      stroke: softInk,
      grid: { show: false },
      ticks: { show: true, size: 4, width: 1, stroke: softInk },
      incrs: [5, 10, 15, 30, 60, 120, 180, 240, 360, 720].map((minutes) => minutes * MINUTE_MS),
      values: (_, splits, _axis, _space, step) =>
        splits.map((at) => (step < HOUR_MS ? clock(at) : hour(at))),
    },
    { show: false },
  ],
  hooks: { draw: [paintRibbon] },
};

interface Props {
  segments: readonly Segment[];
  /** The part of the day to draw. */
  span: Span;
  summary: string;
  height?: number;
}

/** A day in one lane, with the hours below and a legend of what occurs. */
export function DayRibbon({ segments, span, summary, height = 64 }: Props) {
  const { start, end } = span;
  const data = useMemo(() => ribbonData(segments, { start, end }), [segments, start, end]);
  const present = MARKS.filter((mark) => segments.some((segment) => segment.mark === mark));
  return (
    <div class="day-ribbon">
      <Chart options={OPTIONS} data={data} height={height} summary={summary} />
      <ul class="legend">
        {present.map((mark) => (
          <li key={mark}>
            <Glyph of={mark} />
            {markWord(mark)}
          </li>
        ))}
      </ul>
    </div>
  );
}
