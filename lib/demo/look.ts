/** A colour, each part from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * What the muscles do. 0 is at rest; unless said otherwise a value runs from 0 to 1. AU numbers are those
 * of the Facial Action Coding System (Ekman & Friesen 1978).
 */
export interface Expression {
  /** Inner ends of the brows, -1 lowered to 1 raised (AU1, AU4). */
  browInner: number;
  /** Outer ends of the brows, -1 lowered to 1 raised (AU2). */
  browOuter: number;
  /** Brows drawn together, with upright lines between them (AU4). */
  browFurrow: number;
  /** How far the eyes are open: 0 closed, 1 relaxed, 1.6 wide (AU5, AU43). */
  eyeOpen: number;
  /** Lower lids tightened (AU7). */
  lidTighten: number;
  /** Outer halves of the upper lids hang. */
  lidDroop: number;
  /** Cheeks raised, with crow's feet (AU6). */
  cheekRaise: number;
  /** Nose wrinkled (AU9). */
  noseWrinkle: number;
  /** Upper lip raised in the middle (AU10). */
  upperLipRaise: number;
  /** Corners of the mouth, -1 down to 1 up (AU12, AU15). */
  mouthCurve: number;
  /** -1 narrow and rounded to 1 wide (AU18, AU20). */
  mouthWidth: number;
  /** How far the jaw drops (AU26, AU27). */
  mouthOpen: number;
  /** Lips pressed together and thin (AU23, AU24). */
  lipPress: number;
  /** How much of an open mouth shows teeth. */
  teeth: number;
  /** The chin pushes up and puckers (AU17). */
  chinRaise: number;
}

/** Where the head is and how it is turned. */
export interface Pose {
  /** Midpoint between the eyes, as shares of the picture's width and height. */
  x: number;
  y: number;
  /** Distance between the eyes as a share of the picture's height. */
  scale: number;
  /** Radians; positive tilts the head clockwise in the picture. */
  roll: number;
  /** Radians, small: positive turns the face to the right side of the picture. */
  yaw: number;
  /** Radians, small: positive looks down. */
  pitch: number;
}

/** The light in the room. */
export interface Light {
  /** 1 is a well-lit room, 0.15 dusk, 1.8 washed out. */
  brightness: number;
  /** A lamp to one side: -1 strong from the left of the picture, 0 none, 1 strong from its right. */
  side: number;
}

/** All that decides how the drawn face looks; equal looks are drawn alike, pixel for pixel. */
export interface Look {
  expression: Expression;
  pose: Pose;
  light: Light;
  /** Where the eyes look, -1 to 1: right and down in the picture are positive. */
  gaze: { x: number; y: number };
  skin: Rgb;
  hair: Rgb;
  background: Rgb;
}

/** A face at rest. */
export const AT_REST: Expression = {
  browInner: 0,
  browOuter: 0,
  browFurrow: 0,
  eyeOpen: 1,
  lidTighten: 0,
  lidDroop: 0,
  cheekRaise: 0,
  noseWrinkle: 0,
  upperLipRaise: 0,
  mouthCurve: 0,
  mouthWidth: 0,
  mouthOpen: 0,
  lipPress: 0,
  teeth: 0,
  chinRaise: 0,
};

/** How the demo person sits in front of the camera, at rest. */
export const PLAIN_LOOK: Look = {
  expression: AT_REST,
  pose: { x: 0.5, y: 0.46, scale: 0.19, roll: 0, yaw: 0, pitch: 0 },
  light: { brightness: 1, side: 0 },
  gaze: { x: 0, y: 0 },
  skin: [226, 178, 148],
  hair: [58, 40, 30],
  background: [176, 190, 198],
};
