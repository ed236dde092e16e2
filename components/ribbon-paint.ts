import type uPlot from 'uplot';
import type { Mark } from '../lib/timeline/ribbon';
import { GLYPH_PATHS, GLYPH_SIZE } from './glyph-paths';
import { type RibbonData, type Run, runsOf } from './ribbon-geometry';

/** The share of the lane that a steady stretch leaves free above and below. */
const STEADY_INSET = 0.2;

interface Ink {
  surface: string;
  line: string;
  fill: (mark: Mark) => string;
  on: (mark: Mark) => string;
}

/** A canvas knows no CSS variables, and the theme may change between two drawings. */
function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    surface: read('--surface'),
    line: read('--ink-soft'),
    fill: (mark) => read(`--fill-${mark}`),
    on: (mark) => read(`--on-${mark}`),
  };
}

/** Draws the lane of a ribbon on a chart whose data is {@link RibbonData}. */
export function paintRibbon(chart: uPlot): void {
  const { ctx, bbox } = chart;
  const ratio = ctx.canvas.width / chart.width;
  const ink = inkOf(chart.root);
  const toX = (at: number) => chart.valToPos(at, 'x', true);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  for (const run of runsOf(chart.data as RibbonData, toX, bbox.left, bbox.width)) {
    paintRun(ctx, run, bbox.top, bbox.height, ratio, ink);
  }
  ctx.restore();
}

function paintRun(
  ctx: CanvasRenderingContext2D,
  { x, width, mark }: Run,
  top: number,
  height: number,
  ratio: number,
  ink: Ink,
): void {
  if (mark === 'away') {
    ctx.fillStyle = ink.line;
    ctx.fillRect(x, top + (height - ratio) / 2, width, ratio);
    return;
  }
  if (mark === 'unclear') {
    paintHatch(ctx, x, width, top, height, ratio, ink.line);
    return;
  }
  // A line of the surface keeps neighbours apart that differ in hue alone.
  const gap = width >= 4 * ratio ? ratio : 0;
  // Steady is the commonest state, and its grey the brightest colour of the dark palette.
  const inset = mark === 'steady' ? Math.round(height * STEADY_INSET) : 0;
  ctx.fillStyle = ink.fill(mark);
  ctx.fillRect(x, top + inset, width - gap, height - 2 * inset);
  if (width >= 18 * ratio)
    paintGlyph(ctx, mark, x + (width - gap) / 2, top + height / 2, ratio, ink);
}

function paintHatch(
  ctx: CanvasRenderingContext2D,
  x: number,
  width: number,
  top: number,
  height: number,
  ratio: number,
  colour: string,
): void {
  const step = 5 * ratio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(x, top, width, height);
  ctx.clip();
  ctx.beginPath();
  // Lines start on a grid of the whole canvas, so that neighbouring runs join up.
  for (let at = Math.floor((x - height) / step) * step; at < x + width; at += step) {
    ctx.moveTo(at, top + height);
    ctx.lineTo(at + height, top);
  }
  ctx.strokeStyle = colour;
  ctx.lineWidth = ratio;
  ctx.stroke();
  ctx.restore();
}

function paintGlyph(
  ctx: CanvasRenderingContext2D,
  mark: Mark,
  x: number,
  y: number,
  ratio: number,
  ink: Ink,
): void {
  const scale = (10 / GLYPH_SIZE) * ratio;
  ctx.save();
  ctx.translate(x - (GLYPH_SIZE * scale) / 2, y - (GLYPH_SIZE * scale) / 2);
  ctx.scale(scale, scale);
  ctx.fillStyle = ink.on(mark);
  ctx.fill(new Path2D(GLYPH_PATHS[mark]));
  ctx.restore();
}
