import type { Look } from './look';
import { type Canvas2D, css, mix, shade, softEllipse, tint } from './paint';

// All lengths in lib/demo are in distances between the eyes, from the point between them. Where features
// lie follows average adult proportions (Farkas, Anthropometry of the Head and Face, 1994), rounded.
const JAW = 0.84;

/** How low the chin sits: the jaw drops as the mouth opens. */
export function chinHeight({ mouthOpen, chinRaise }: Look['expression']): number {
  return 1.76 + 0.2 * mouthOpen - 0.03 * chinRaise;
}

/** Paints what lies behind the face: shoulders, neck, the back of the hair and the ears. */
export function drawBust(context: Canvas2D, look: Look): void {
  drawShoulders(context, look);
  drawNeck(context, look);
  const { hair } = look;
  context.fillStyle = css(shade(hair, 0.25));
  context.beginPath();
  context.ellipse(0, -0.42, 1.24, 1.24, 0, 0, 2 * Math.PI);
  context.fill();
  for (const side of [-1, 1]) drawEar(context, look, side);
}

function drawShoulders(context: Canvas2D, { background }: Look): void {
  const shirt = mix([52, 74, 110], background, 0.12);
  const cloth = context.createLinearGradient(0, 2, 0, 4.4);
  cloth.addColorStop(0, css(tint(shirt, 0.1)));
  cloth.addColorStop(1, css(shade(shirt, 0.35)));
  context.fillStyle = cloth;
  context.beginPath();
  context.moveTo(-3.1, 6);
  context.bezierCurveTo(-3.1, 3.1, -2.5, 2.75, -0.8, 2.25);
  context.quadraticCurveTo(0, 2.75, 0.8, 2.25);
  context.bezierCurveTo(2.5, 2.75, 3.1, 3.1, 3.1, 6);
  context.closePath();
  context.fill();
}

function drawNeck(context: Canvas2D, { skin }: Look): void {
  const gradient = context.createLinearGradient(-0.75, 0, 0.75, 0);
  gradient.addColorStop(0, css(shade(skin, 0.42)));
  gradient.addColorStop(0.5, css(shade(skin, 0.2)));
  gradient.addColorStop(1, css(shade(skin, 0.42)));
  context.fillStyle = gradient;
  context.beginPath();
  context.moveTo(-0.68, 1.0);
  context.bezierCurveTo(-0.62, 1.8, -0.66, 2.1, -0.86, 2.3);
  context.quadraticCurveTo(0, 2.85, 0.86, 2.3);
  context.bezierCurveTo(0.66, 2.1, 0.62, 1.8, 0.68, 1.0);
  context.closePath();
  context.fill();
  softEllipse(context, { x: 0, y: 1.72, radiusX: 0.85, radiusY: 0.5 }, shade(skin, 0.75), 0.6);
}

function drawEar(context: Canvas2D, { skin, pose }: Look, side: number): void {
  const x = side * 1.12 - 0.5 * Math.sin(pose.yaw);
  const color = shade(skin, 0.14);
  context.fillStyle = css(color);
  context.beginPath();
  context.ellipse(x, 0.3, 0.17, 0.36, side * 0.14, 0, 2 * Math.PI);
  context.fill();
  const hollow = { x: x + side * 0.02, y: 0.28, radiusX: 0.11, radiusY: 0.24 };
  softEllipse(context, hollow, shade(skin, 0.6), 0.7);
}

/** Traces the outline of the face, from temple over the chin to temple and across the forehead. */
function traceFace(context: Canvas2D, chin: number): void {
  context.beginPath();
  context.moveTo(-1.1, -0.1);
  context.bezierCurveTo(-1.12, 0.5, -1.04, 0.95, -JAW, 1.28);
  context.bezierCurveTo(-0.62, chin - 0.14, -0.3, chin, 0, chin);
  context.bezierCurveTo(0.3, chin, 0.62, chin - 0.14, JAW, 1.28);
  context.bezierCurveTo(1.04, 0.95, 1.12, 0.5, 1.1, -0.1);
  context.bezierCurveTo(1.1, -0.95, 0.7, -1.35, 0, -1.35);
  context.bezierCurveTo(-0.7, -1.35, -1.1, -0.95, -1.1, -0.1);
  context.closePath();
}

/** Paints the shaded skin of the face, without features. */
export function drawSkin(context: Canvas2D, look: Look): void {
  const { skin, expression } = look;
  const chin = chinHeight(expression);
  context.save();
  traceFace(context, chin);
  context.clip();
  const base = context.createRadialGradient(0, 0.15, 0.2, 0, 0.25, 1.75);
  base.addColorStop(0, css(tint(skin, 0.1)));
  base.addColorStop(0.5, css(skin));
  base.addColorStop(0.8, css(shade(skin, 0.16)));
  base.addColorStop(1, css(shade(skin, 0.4)));
  context.fillStyle = base;
  context.fillRect(-1.4, -1.6, 2.8, 3.8);

  const dark = shade(skin, 0.55);
  const bright = tint(skin, 0.4);
  for (const side of [-1, 1]) {
    const away = { x: side * 1.16, y: 0.75, radiusX: 0.42, radiusY: 1.15, rotation: side * 0.14 };
    softEllipse(context, away, dark, 0.5);
    const cheek = { x: side * 0.62, y: 0.52, radiusX: 0.36, radiusY: 0.26 };
    softEllipse(context, cheek, bright, 0.34);
    softEllipse(context, { ...cheek, y: 0.62 }, [214, 96, 84], 0.13);
    const hollow = { x: side * 0.86, y: 1.0, radiusX: 0.3, radiusY: 0.42, rotation: side * 0.5 };
    softEllipse(context, hollow, dark, 0.28);
  }
  softEllipse(context, { x: 0, y: -0.72, radiusX: 0.75, radiusY: 0.38 }, bright, 0.38);
  softEllipse(context, { x: 0, y: chin - 0.26, radiusX: 0.3, radiusY: 0.17 }, bright, 0.32);
  softEllipse(context, { x: 0, y: chin + 0.05, radiusX: 0.8, radiusY: 0.2 }, dark, 0.55);
  softEllipse(context, { x: 0, y: -1.32, radiusX: 1.25, radiusY: 0.42 }, dark, 0.6);
  context.restore();
}

/** Paints the hair that falls over the forehead and temples. */
export function drawHair(context: Canvas2D, { hair }: Look): void {
  const gradient = context.createLinearGradient(0, -1.75, 0, -0.2);
  gradient.addColorStop(0, css(tint(hair, 0.12)));
  gradient.addColorStop(0.35, css(tint(hair, 0.04)));
  gradient.addColorStop(1, css(shade(hair, 0.3)));
  context.fillStyle = gradient;
  context.beginPath();
  context.moveTo(-1.17, 0.12);
  context.bezierCurveTo(-1.38, -0.9, -1.1, -1.8, 0.05, -1.8);
  context.bezierCurveTo(1.12, -1.8, 1.38, -0.9, 1.17, 0.12);
  context.bezierCurveTo(1.1, -0.1, 1.08, -0.42, 0.98, -0.62);
  context.bezierCurveTo(0.88, -0.86, 0.7, -0.98, 0.42, -1.02);
  context.bezierCurveTo(0.1, -1.06, -0.2, -1.0, -0.42, -1.1);
  context.bezierCurveTo(-0.72, -0.98, -0.92, -0.8, -1.0, -0.58);
  context.bezierCurveTo(-1.08, -0.4, -1.1, -0.1, -1.17, 0.12);
  context.closePath();
  context.fill();
  context.lineCap = 'round';
  for (let strand = 0; strand < 26; strand++) {
    const share = strand / 25;
    const x = -1.08 + 2.16 * share;
    const lift = Math.sqrt(Math.max(0, 1 - (x / 1.25) ** 2));
    context.strokeStyle = css(strand % 3 === 0 ? tint(hair, 0.2) : shade(hair, 0.35), 0.4);
    context.lineWidth = 0.02;
    context.beginPath();
    context.moveTo(-0.42 + 0.34 * x, -0.62 - 1.12 * lift);
    context.quadraticCurveTo(x * 0.95, -0.75 - lift, x, -0.35 - 0.72 * lift);
    context.stroke();
  }
}
