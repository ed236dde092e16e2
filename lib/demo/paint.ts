import type { Rgb } from './look';

interface Gradient {
  addColorStop(offset: number, color: string): void;
}

/**
 * The part of a 2D drawing context that the face needs. A browser's canvas, an OffscreenCanvas and
 * `@napi-rs/canvas` in Node all have it. The styles are loosely typed, because each of the three has
 * pattern and gradient types of its own.
 */
export interface Canvas2D {
  fillStyle: string | object;
  strokeStyle: string | object;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'bevel' | 'miter' | 'round';
  globalAlpha: number;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  rotate(angle: number): void;
  scale(x: number, y: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void;
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void;
  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    startAngle: number,
    endAngle: number,
  ): void;
  fill(): void;
  stroke(): void;
  clip(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): Gradient;
  createRadialGradient(
    x0: number,
    y0: number,
    r0: number,
    x1: number,
    y1: number,
    r1: number,
  ): Gradient;
}

/** A CSS colour. */
export function css([red, green, blue]: Rgb, alpha = 1): string {
  return `rgba(${Math.round(red)}, ${Math.round(green)}, ${Math.round(blue)}, ${alpha})`;
}

/** A colour on the way from `a` (0) to `b` (1). */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** The same colour with less light on it: `share` of 0 leaves it, 1 is black. */
export function shade(color: Rgb, share: number): Rgb {
  // Shadows on skin and cloth keep more red than blue.
  return [color[0] * (1 - share), color[1] * (1 - share * 1.06), color[2] * (1 - share * 1.1)];
}

/** The same colour with more light on it: `share` of 1 is white. */
export function tint(color: Rgb, share: number): Rgb {
  return mix(color, [255, 255, 255], share);
}

/** Paints a patch that fades out towards the rim of an ellipse. */
export function softEllipse(
  context: Canvas2D,
  place: { x: number; y: number; radiusX: number; radiusY: number; rotation?: number },
  color: Rgb,
  alpha: number,
): void {
  if (alpha <= 0) return;
  context.save();
  context.translate(place.x, place.y);
  context.rotate(place.rotation ?? 0);
  context.scale(place.radiusX, place.radiusY);
  const gradient = context.createRadialGradient(0, 0, 0, 0, 0, 1);
  gradient.addColorStop(0, css(color, alpha));
  gradient.addColorStop(0.5, css(color, alpha * 0.6));
  gradient.addColorStop(1, css(color, 0));
  context.fillStyle = gradient;
  context.fillRect(-1, -1, 2, 2);
  context.restore();
}

/** Strokes a path with blurred sides: three strokes, the widest the faintest. */
export function softStroke(
  context: Canvas2D,
  color: Rgb,
  width: number,
  alpha: number,
  path: () => void,
): void {
  if (alpha <= 0) return;
  context.save();
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const [widths, share] of [
    [2.6, 0.22],
    [1.6, 0.34],
    [0.8, 0.55],
  ] as const) {
    context.beginPath();
    path();
    context.lineWidth = width * widths;
    context.strokeStyle = css(color, alpha * share);
    context.stroke();
  }
  context.restore();
}
