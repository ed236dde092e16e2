import type { Look } from './look';
import { type Canvas2D, css, mix, shade, softEllipse, softStroke, tint } from './paint';

const HALF_WIDTH = 0.235;
const IRIS: readonly [number, number, number] = [86, 64, 44];

/** Paints both eyes with their lids and the brows above them. Origin: the point between the eyes. */
export function drawEyes(context: Canvas2D, look: Look): void {
  for (const side of [-1, 1] as const) {
    context.save();
    // Mirrored for the left half of the picture, so that x always grows away from the nose.
    context.translate(side * 0.5, 0);
    const turned = 1 + 0.35 * side * Math.sin(look.pose.yaw);
    context.scale(side * turned, 1);
    drawSocket(context, look);
    drawEye(context, look, side);
    drawFolds(context, look);
    context.restore();
    context.save();
    context.scale(side, 1);
    drawBrow(context, look);
    context.restore();
  }
  drawFrown(context, look);
}

function drawSocket(context: Canvas2D, { skin, expression }: Look): void {
  const dark = shade(skin, 0.6);
  const deep = 0.36 + 0.3 * expression.browFurrow * Math.max(0.3, -expression.browInner);
  softEllipse(context, { x: -0.02, y: -0.12, radiusX: 0.4, radiusY: 0.22 }, dark, deep);
  softEllipse(context, { x: -0.2, y: -0.06, radiusX: 0.2, radiusY: 0.24 }, dark, deep);
  softEllipse(context, { x: 0, y: 0.15, radiusX: 0.34, radiusY: 0.14 }, dark, 0.2);
}

/** Heights of the lids above and below the line between the corners of the eye. */
function lids({ eyeOpen, lidTighten, cheekRaise }: Look['expression']) {
  const tight = Math.min(1, lidTighten + 0.8 * cheekRaise);
  return {
    upper: 0.104 * eyeOpen * (1 - 0.3 * tight) + 0.004,
    lower: Math.min(0.07, 0.065 * eyeOpen) * (1 - 0.85 * tight) + 0.004,
  };
}

function traceEye(context: Canvas2D, look: Look): void {
  const { upper, lower } = lids(look.expression);
  const droop = 0.05 * look.expression.lidDroop;
  context.moveTo(-HALF_WIDTH, 0.025);
  context.bezierCurveTo(-0.13, -1.25 * upper, 0.1, -1.36 * upper + droop, HALF_WIDTH, droop - 0.01);
  context.bezierCurveTo(0.12, 1.3 * lower, -0.12, 1.4 * lower, -HALF_WIDTH, 0.025);
}

function traceUpperLid(context: Canvas2D, look: Look, lift: number): void {
  const { upper } = lids(look.expression);
  const droop = 0.05 * look.expression.lidDroop;
  const top = -1.25 * upper - lift;
  context.moveTo(-HALF_WIDTH, 0.025 - 0.6 * lift);
  context.bezierCurveTo(
    -0.13,
    top,
    0.1,
    top - 0.11 * upper + droop,
    HALF_WIDTH + 0.02,
    droop - lift / 2,
  );
}

function drawEye(context: Canvas2D, look: Look, side: 1 | -1): void {
  const { skin, gaze, expression } = look;
  context.save();
  context.beginPath();
  traceEye(context, look);
  context.closePath();
  context.fillStyle = css([236, 232, 228]);
  context.fill();
  context.clip();

  const x = side * 0.06 * gaze.x - 0.005;
  const y = -0.018 + 0.05 * gaze.y;
  context.fillStyle = css(shade(IRIS, 0.45));
  context.beginPath();
  context.ellipse(x, y, 0.108, 0.108, 0, 0, 2 * Math.PI);
  context.fill();
  const iris = context.createRadialGradient(x, y + 0.04, 0.02, x, y, 0.1);
  iris.addColorStop(0, css(tint(IRIS, 0.3)));
  iris.addColorStop(1, css(shade(IRIS, 0.25)));
  context.fillStyle = iris;
  context.beginPath();
  context.ellipse(x, y, 0.092, 0.092, 0, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = css([14, 10, 10]);
  context.beginPath();
  context.ellipse(x, y, 0.045, 0.045, 0, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = css([255, 255, 255], 0.9);
  context.beginPath();
  context.ellipse(x + side * 0.032, y - 0.038, 0.02, 0.02, 0, 0, 2 * Math.PI);
  context.fill();

  // The shadow that the upper lid throws on the eyeball, and the darker corners.
  softStroke(context, [40, 26, 24], 0.06, 0.6, () => traceUpperLid(context, look, 0));
  softEllipse(context, { x: -0.25, y: 0.02, radiusX: 0.08, radiusY: 0.07 }, [150, 70, 62], 0.7);
  softEllipse(context, { x: 0.25, y: 0, radiusX: 0.09, radiusY: 0.1 }, [60, 40, 36], 0.5);
  context.restore();

  softStroke(context, [28, 18, 16], 0.032, 0.95, () => traceUpperLid(context, look, 0.004));
  const open = Math.min(1, expression.eyeOpen);
  const crease = 0.045 + 0.02 * expression.eyeOpen;
  softStroke(context, shade(skin, 0.6), 0.022, 0.3 + 0.4 * open, () =>
    traceUpperLid(context, look, crease),
  );
  softStroke(context, shade(skin, 0.66), 0.018, 0.7, () => {
    const { lower } = lids(expression);
    const droop = 0.05 * expression.lidDroop;
    context.moveTo(HALF_WIDTH, droop - 0.005);
    context.bezierCurveTo(0.12, 1.3 * lower, -0.12, 1.4 * lower, -HALF_WIDTH, 0.03);
  });
}

/** Bags, and the crow's feet of raised cheeks. */
function drawFolds(context: Canvas2D, { skin, expression }: Look): void {
  const { cheekRaise, lidTighten, eyeOpen } = expression;
  const dark = shade(skin, 0.6);
  const bag = 0.13 - 0.03 * cheekRaise;
  const bagAlpha = 0.22 + 0.4 * Math.max(cheekRaise, lidTighten) - 0.1 * Math.max(0, eyeOpen - 1);
  softStroke(context, dark, 0.028, bagAlpha, () => {
    context.moveTo(-0.2, 0.09);
    context.quadraticCurveTo(0, bag + 0.1, 0.2, bag - 0.06);
  });
  for (const turn of [-0.05, 0.04, 0.13]) {
    softStroke(context, dark, 0.014, 0.6 * cheekRaise, () => {
      context.moveTo(0.29, 0.01 + 0.5 * turn);
      context.quadraticCurveTo(0.34, turn + 0.015, 0.4, 1.4 * turn + 0.02);
    });
  }
}

function drawBrow(context: Canvas2D, { hair, expression }: Look): void {
  const { browInner, browOuter, browFurrow } = expression;
  const innerX = 0.21 - 0.07 * browFurrow;
  const innerY = -0.285 - 0.17 * browInner + 0.05 * browFurrow;
  const peakX = 0.6;
  const peakY = -0.375 - 0.05 * browInner - 0.13 * browOuter + 0.03 * browFurrow;
  const outerX = 0.86;
  const outerY = -0.285 - 0.12 * browOuter + 0.02 * browInner;
  const color = mix(hair, [20, 14, 12], 0.35);
  const thick = 1 + 0.3 * browFurrow;
  const upperEdge = (lift: number) => {
    context.quadraticCurveTo(0.4, (innerY + peakY) / 2 - 0.05 - lift, peakX, peakY - lift);
    context.quadraticCurveTo(0.75, peakY - lift * 0.7, outerX, outerY);
  };
  softStroke(context, color, 0.06, 0.4, () => {
    context.moveTo(innerX, innerY + 0.01);
    upperEdge(0);
  });
  context.fillStyle = css(color, 0.85);
  context.beginPath();
  context.moveTo(innerX, innerY + 0.05);
  context.lineTo(innerX + 0.01, innerY - 0.035 * thick);
  upperEdge(0.04 * thick);
  context.quadraticCurveTo(0.74, peakY + 0.055, peakX, peakY + 0.045);
  context.quadraticCurveTo(0.4, (innerY + peakY) / 2 + 0.035, innerX, innerY + 0.05);
  context.closePath();
  context.fill();
}

/** Lines across the forehead, and upright ones between the brows. */
function drawFrown(context: Canvas2D, { skin, expression }: Look): void {
  const { browInner, browOuter, browFurrow } = expression;
  const dark = shade(skin, 0.6);
  const raised = Math.max(0, browInner, (browInner + browOuter) / 2);
  const half = 0.25 + 0.4 * Math.max(0, browOuter);
  for (const y of [-0.6, -0.72, -0.84]) {
    softStroke(context, dark, 0.02, 0.5 * raised, () => {
      context.moveTo(-half, y);
      context.bezierCurveTo(-half / 2, y - 0.06, half / 2, y - 0.06, half, y);
    });
  }
  for (const side of [-1, 1]) {
    softStroke(context, dark, 0.026, 0.85 * browFurrow, () => {
      context.moveTo(side * 0.085, -0.16);
      context.quadraticCurveTo(side * 0.06, -0.28, side * 0.11, -0.42);
    });
    const knot = { x: side * 0.16, y: -0.2, radiusX: 0.14, radiusY: 0.12 };
    softEllipse(context, knot, dark, 0.45 * browFurrow);
  }
}
