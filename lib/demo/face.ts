import type { Keypoint } from '../sensing/face';
import type { Point } from '../sensing/pixels';
import { drawEyes } from './eyes';
import { drawBust, drawHair, drawSkin } from './head';
import type { Look } from './look';
import { drawMouth, mouthHeight } from './mouth';
import { drawNose } from './nose';
import { type Canvas2D, css, shade, softEllipse, tint } from './paint';

/** The size of a picture in pixels. */
export interface Size {
  width: number;
  height: number;
}

/**
 * How far a feature stands out from the plane of the eyes, in distances between the eyes: turning the head
 * by an angle moves the feature by the sine of it times this.
 */
const DEPTHS = { eyes: 0.95, nose: 1.05, mouth: 1, skull: 0.35 } as const;

/**
 * Paints a person from the shoulders up, who looks like `look`, over the whole picture. Faces of the demo
 * mode and of test footage come from here; nobody sat for them.
 */
export function drawFace(context: Canvas2D, look: Look, size: Size): void {
  context.save();
  drawRoom(context, look, size);
  context.save();
  enterHead(context, look, size);
  inPlane(context, look, DEPTHS.skull, () => drawBust(context, look));
  inPlane(context, look, DEPTHS.skull, () => drawSkin(context, look));
  inPlane(context, look, DEPTHS.eyes, () => drawEyes(context, look));
  inPlane(context, look, DEPTHS.nose, () => drawNose(context, look));
  inPlane(context, look, DEPTHS.mouth, () => drawMouth(context, look));
  inPlane(context, look, DEPTHS.skull, () => drawHair(context, look));
  context.restore();
  drawLight(context, look, size);
  context.restore();
}

/** Where the features of {@link drawFace} lie in the picture; the eyes' points are between their corners. */
export function landmarks(look: Look, size: Size): Record<Keypoint, Point> {
  const { yaw } = look.pose;
  const ear = (side: number) => side * 1.1 - 0.5 * Math.sin(yaw);
  const tip = 0.4 * Math.sin(yaw);
  const at = (x: number, y: number, depth: number) => project(look, size, { x, y }, depth);
  return {
    rightEye: at(-0.5, 0, DEPTHS.eyes),
    leftEye: at(0.5, 0, DEPTHS.eyes),
    noseTip: at(tip, 0.58, DEPTHS.nose),
    mouthCenter: at(0, mouthHeight(look.expression), DEPTHS.mouth),
    rightEarTragion: at(ear(-1), 0.25, DEPTHS.skull),
    leftEarTragion: at(ear(1), 0.25, DEPTHS.skull),
  };
}

/** How far turning the head moves what lies at a depth, against the eyes. */
function shift({ yaw, pitch }: Look['pose'], depth: number): Point {
  const beyondEyes = depth - DEPTHS.eyes;
  return { x: beyondEyes * Math.sin(yaw), y: beyondEyes * Math.sin(pitch) };
}

function project({ pose }: Look, size: Size, { x, y }: Point, depth: number): Point {
  const unit = pose.scale * size.height;
  const moved = shift(pose, depth);
  const across = (x * Math.cos(pose.yaw) + moved.x) * unit;
  const down = (y * Math.cos(pose.pitch) + moved.y) * unit;
  const cos = Math.cos(pose.roll);
  const sin = Math.sin(pose.roll);
  return {
    x: pose.x * size.width + across * cos - down * sin,
    y: pose.y * size.height + across * sin + down * cos,
  };
}

/** Moves the origin between the eyes and makes the distance between them the unit. */
function enterHead(context: Canvas2D, { pose }: Look, { width, height }: Size): void {
  context.translate(pose.x * width, pose.y * height);
  context.rotate(pose.roll);
  context.scale(pose.scale * height, pose.scale * height);
}

function inPlane(context: Canvas2D, { pose }: Look, depth: number, draw: () => void): void {
  context.save();
  const moved = shift(pose, depth);
  context.translate(moved.x, moved.y);
  context.scale(Math.cos(pose.yaw), Math.cos(pose.pitch));
  draw();
  context.restore();
}

function drawRoom(context: Canvas2D, { background }: Look, { width, height }: Size): void {
  const wall = context.createLinearGradient(0, 0, width, height);
  wall.addColorStop(0, css(tint(background, 0.25)));
  wall.addColorStop(1, css(shade(background, 0.3)));
  context.fillStyle = wall;
  context.fillRect(0, 0, width, height);
  const glow = { x: 0.2 * width, y: 0.25 * height, radiusX: 0.4 * width, radiusY: 0.5 * height };
  softEllipse(context, glow, [255, 255, 255], 0.25);
}

function drawLight(context: Canvas2D, { light, pose }: Look, { width, height }: Size): void {
  if (light.side !== 0) {
    const reach = 1.3 * pose.scale * height;
    const middle = pose.x * width;
    const towards = Math.sign(light.side);
    const strength = Math.abs(light.side);
    const fall = context.createLinearGradient(
      middle + towards * reach,
      0,
      middle - towards * reach,
      0,
    );
    fall.addColorStop(0, css([255, 246, 230], 0.22 * strength));
    fall.addColorStop(0.35, css([255, 246, 230], 0));
    fall.addColorStop(0.36, css([10, 8, 16], 0));
    fall.addColorStop(1, css([10, 8, 16], 0.72 * strength));
    context.fillStyle = fall;
    context.fillRect(0, 0, width, height);
  }
  if (light.brightness !== 1) {
    const dim = light.brightness < 1;
    const alpha = dim ? 1 - light.brightness : Math.min(0.9, (light.brightness - 1) * 0.8);
    context.fillStyle = dim ? css([8, 8, 12], alpha) : css([255, 255, 255], alpha);
    context.fillRect(0, 0, width, height);
  }
}
