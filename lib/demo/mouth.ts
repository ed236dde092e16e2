import { chinHeight } from './head';
import type { Look, Rgb } from './look';
import { type Canvas2D, css, mix, shade, softEllipse, softStroke, tint } from './paint';

const REST_Y = 1.07;

interface Shape {
  half: number;
  cornerY: number;
  /** Heights, in the middle, of the four edges: outer and inner upper lip, inner and outer lower lip. */
  top: number;
  upper: number;
  lower: number;
  bottom: number;
}

/** Where lips and corners are, in distances between the eyes below them. */
function shapeOf(expression: Look['expression']): Shape {
  const { mouthCurve, mouthWidth, mouthOpen, lipPress, upperLipRaise, chinRaise } = expression;
  const half = 0.4 * (1 + 0.32 * mouthWidth + 0.12 * Math.max(0, mouthCurve));
  const middle = REST_Y + 0.05 * mouthCurve - 0.03 * chinRaise;
  const cornerY = REST_Y - 0.005 - 0.17 * mouthCurve + 0.16 * mouthOpen;
  const upper = middle - 0.04 * mouthOpen - 0.1 * upperLipRaise;
  const lower = middle + 0.48 * mouthOpen;
  const thin = 1 - 0.65 * lipPress - 0.3 * Math.max(0, mouthCurve);
  return { half, cornerY, top: upper - 0.095 * thin, upper, lower, bottom: lower + 0.125 * thin };
}

/** The middle of the mouth, in distances between the eyes below them. */
export function mouthHeight(expression: Look['expression']): number {
  const { upper, lower } = shapeOf(expression);
  return (upper + lower) / 2;
}

/** Paints mouth, chin and the folds beside them. Origin: the point between the eyes. */
export function drawMouth(context: Canvas2D, look: Look): void {
  const shape = shapeOf(look.expression);
  drawCheekFolds(context, look, shape);
  drawCavity(context, look, shape);
  drawLips(context, look, shape);
  drawChin(context, look, shape);
}

/** A curve between the corners whose middle has the given height. */
function curve(context: Canvas2D, { half, cornerY }: Shape, middle: number, direction: 1 | -1) {
  const control = (4 * middle - cornerY) / 3;
  const bend = 0.55 * half * direction;
  context.bezierCurveTo(-bend, control, bend, control, half * direction, cornerY);
}

function traceOpening(context: Canvas2D, shape: Shape): void {
  context.moveTo(-shape.half, shape.cornerY);
  curve(context, shape, shape.upper, 1);
  curve(context, shape, shape.lower, -1);
}

function drawCavity(context: Canvas2D, { expression }: Look, shape: Shape): void {
  const { half, cornerY, upper, lower } = shape;
  context.save();
  context.beginPath();
  traceOpening(context, shape);
  context.closePath();
  context.fillStyle = css([58, 18, 20]);
  context.fill();
  context.clip();
  const gap = lower - upper;
  const tongue = { x: 0, y: lower + 0.02, radiusX: 0.7 * half, radiusY: 0.45 * gap };
  softEllipse(context, tongue, [190, 84, 84], 0.7 * (1 - expression.teeth));
  drawTeeth(context, expression.teeth, shape);
  softEllipse(context, { x: -half, y: cornerY, radiusX: 0.16, radiusY: 0.14 }, [30, 8, 10], 0.9);
  softEllipse(context, { x: half, y: cornerY, radiusX: 0.16, radiusY: 0.14 }, [30, 8, 10], 0.9);
  context.restore();
}

function drawTeeth(context: Canvas2D, teeth: number, shape: Shape): void {
  if (teeth <= 0) return;
  const { half, cornerY, upper, lower } = shape;
  const edge = upper + (lower - upper) * (0.15 + 0.75 * teeth);
  const ivory = context.createLinearGradient(-half, 0, half, 0);
  ivory.addColorStop(0, css([150, 138, 130]));
  ivory.addColorStop(0.3, css([246, 242, 236]));
  ivory.addColorStop(0.7, css([246, 242, 236]));
  ivory.addColorStop(1, css([150, 138, 130]));
  context.fillStyle = ivory;
  context.beginPath();
  const roots = Math.min(cornerY, upper) - 0.1;
  context.moveTo(-half, roots);
  context.lineTo(half, roots);
  context.lineTo(half, cornerY);
  curve(context, shape, edge, -1);
  context.closePath();
  context.fill();
  context.lineWidth = 0.008;
  context.strokeStyle = css([120, 104, 98], 0.55);
  for (let tooth = -4; tooth <= 4; tooth++) {
    const x = (tooth / 4.6) * half * 0.94;
    context.beginPath();
    context.moveTo(x, upper - 0.3);
    context.lineTo(x, edge - 0.01);
    context.stroke();
  }
  // Bared teeth are two rows; a smile shows the upper one.
  const gap = lower - upper;
  const rows = teeth * Math.min(1, Math.max(0, 6 * (gap - 0.25)));
  softStroke(context, [70, 34, 34], 0.02, 0.9 * rows, () => {
    context.moveTo(-half, cornerY);
    curve(context, shape, upper + 0.55 * gap, 1);
  });
}

function drawLips(context: Canvas2D, { skin, expression }: Look, shape: Shape): void {
  const { half, cornerY, top, upper, lower, bottom } = shape;
  const red: Rgb = mix(skin, [168, 66, 66], 0.55);
  const upperLip = context.createLinearGradient(0, top - 0.02, 0, upper);
  upperLip.addColorStop(0, css(shade(red, 0.08)));
  upperLip.addColorStop(1, css(shade(red, 0.38)));
  context.fillStyle = upperLip;
  context.beginPath();
  context.moveTo(-half - 0.02, cornerY);
  // Both halves of the curve from corner to corner through `top`, parted by the dip of the bow.
  const shoulder = (cornerY + (4 * top - cornerY) / 3) / 2;
  context.bezierCurveTo(-0.775 * half, shoulder, -0.39 * half, top - 0.01, -0.09, top - 0.02);
  context.quadraticCurveTo(0, top + 0.035, 0.09, top - 0.02);
  context.bezierCurveTo(0.39 * half, top - 0.01, 0.775 * half, shoulder, half + 0.02, cornerY);
  curve(context, shape, upper, -1);
  context.closePath();
  context.fill();

  const lowerLip = context.createLinearGradient(0, lower, 0, bottom);
  lowerLip.addColorStop(0, css(shade(red, 0.12)));
  lowerLip.addColorStop(0.45, css(tint(red, 0.16)));
  lowerLip.addColorStop(1, css(shade(red, 0.25)));
  context.fillStyle = lowerLip;
  context.beginPath();
  context.moveTo(-half, cornerY);
  curve(context, shape, lower, 1);
  curve(context, { ...shape, half: half - 0.01 }, bottom, -1);
  context.closePath();
  context.fill();
  softEllipse(
    context,
    { x: 0, y: (lower + bottom) / 2, radiusX: 0.4 * half, radiusY: 0.4 * (bottom - lower) },
    [255, 235, 230],
    0.3,
  );

  const line = 0.75 + 0.2 * expression.lipPress;
  softStroke(context, [62, 22, 20], 0.022, line, () => {
    context.moveTo(-half - 0.02, cornerY);
    curve(context, shape, upper, 1);
  });
  for (const side of [-1, 1]) {
    const corner = { x: side * (half + 0.02), y: cornerY, radiusX: 0.09, radiusY: 0.08 };
    softEllipse(context, corner, shade(skin, 0.75), 0.7);
  }
}

function drawChin(context: Canvas2D, { skin, expression }: Look, { half, bottom }: Shape): void {
  const dark = shade(skin, 0.6);
  const under = { x: 0, y: bottom + 0.08, radiusX: 0.75 * half, radiusY: 0.09 };
  softEllipse(context, under, dark, 0.5 + 0.2 * expression.chinRaise);
  const chin = chinHeight(expression);
  softStroke(context, dark, 0.03, 0.55 * expression.chinRaise, () => {
    context.moveTo(-0.2, chin - 0.3);
    context.quadraticCurveTo(0, chin - 0.48, 0.2, chin - 0.3);
  });
}

/** Nasolabial folds, the bulge of raised cheeks, and lines that pull the corners down. */
function drawCheekFolds(context: Canvas2D, { skin, expression }: Look, shape: Shape): void {
  const { mouthCurve, cheekRaise, noseWrinkle, upperLipRaise, mouthOpen } = expression;
  const dark = shade(skin, 0.62);
  const smile = Math.max(0, mouthCurve);
  const depth = Math.min(1, Math.max(smile, cheekRaise, noseWrinkle, upperLipRaise));
  const { half, cornerY } = shape;
  for (const side of [-1, 1]) {
    const bulge = { x: side * 0.68, y: 0.5 - 0.04 * smile, radiusX: 0.32, radiusY: 0.24 };
    softEllipse(context, bulge, tint(skin, 0.45), 0.5 * cheekRaise);
    const below = { x: side * 0.72, y: 0.78, radiusX: 0.34, radiusY: 0.16, rotation: side * -0.5 };
    softEllipse(context, below, dark, 0.32 * cheekRaise);
    softStroke(context, dark, 0.04, 0.12 + 0.64 * depth, () => {
      const startY = 0.56 - 0.06 * noseWrinkle;
      context.moveTo(side * 0.34, startY);
      context.bezierCurveTo(
        side * (0.44 + 0.08 * smile),
        startY + 0.12,
        side * (half + 0.14),
        cornerY - 0.2,
        side * (half + 0.12 - 0.05 * mouthOpen),
        cornerY + 0.04,
      );
    });
    softStroke(context, dark, 0.03, 0.65 * Math.max(0, -mouthCurve), () => {
      context.moveTo(side * (half + 0.03), cornerY);
      context.quadraticCurveTo(
        side * (half + 0.1),
        cornerY + 0.1,
        side * (half + 0.05),
        cornerY + 0.22,
      );
    });
  }
}
