import type { Look } from './look';
import { type Canvas2D, css, shade, softEllipse, softStroke, tint } from './paint';

/** Paints the nose. Origin: the point between the eyes. */
export function drawNose(context: Canvas2D, { skin, expression, light, pose }: Look): void {
  const { noseWrinkle, upperLipRaise } = expression;
  const dark = shade(skin, 0.6);
  const bright = tint(skin, 0.5);
  const lift = 0.05 * Math.max(noseWrinkle, 0.6 * upperLipRaise);
  const tip = 0.4 * Math.sin(pose.yaw);
  for (const side of [-1, 1]) {
    const lit = 1 + 0.5 * side * light.side;
    softStroke(context, dark, 0.07, 0.2 / lit, () => {
      context.moveTo(side * 0.15, -0.08);
      context.quadraticCurveTo(side * 0.1 + tip / 3, 0.25, side * 0.16 + tip, 0.5 - lift);
    });
    const wing = { x: side * 0.27 + tip, y: 0.62 - lift, radiusX: 0.1, radiusY: 0.14 };
    softEllipse(context, wing, dark, 0.4);
    softStroke(context, shade(skin, 0.68), 0.025, 0.65, () => {
      context.moveTo(side * 0.25 + tip, 0.52 - lift);
      context.quadraticCurveTo(side * 0.34 + tip, 0.64 - lift, side * 0.23 + tip, 0.71 - lift);
    });
    context.fillStyle = css(shade(skin, 0.82), 0.85);
    context.beginPath();
    const nostril = -side * 0.25;
    context.ellipse(side * 0.12 + tip, 0.705 - lift, 0.068, 0.03, nostril, 0, 2 * Math.PI);
    context.fill();
    for (const y of [0.02, 0.1, 0.18]) {
      softStroke(context, dark, 0.02, 0.75 * noseWrinkle, () => {
        context.moveTo(side * 0.04, y - 0.03);
        context.quadraticCurveTo(side * 0.1, y, side * 0.2, y + 0.07);
      });
    }
  }
  softStroke(context, bright, 0.07, 0.42, () => {
    context.moveTo(0, -0.05);
    context.quadraticCurveTo(tip / 3, 0.25, tip, 0.5 - lift);
  });
  softEllipse(context, { x: tip, y: 0.58 - lift, radiusX: 0.13, radiusY: 0.1 }, bright, 0.6);
  softEllipse(context, { x: tip, y: 0.75 - lift, radiusX: 0.34, radiusY: 0.09 }, dark, 0.55);
}
