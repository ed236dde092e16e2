import type { Emotion } from '../sensing/emotion';
import { AT_REST, type Expression } from './look';

/**
 * How the drawn face shows each emotion: the action units that Ekman & Friesen's EMFACS ascribes to it,
 * strong enough to be read at 48 × 48 pixels.
 */
export const EXPRESSIONS: Readonly<Record<Emotion, Expression>> = {
  angry: {
    ...AT_REST,
    browInner: -0.85,
    browOuter: 0.3,
    browFurrow: 0.9,
    eyeOpen: 1,
    lidTighten: 0.3,
    noseWrinkle: 0.7,
    upperLipRaise: 0.8,
    mouthCurve: -0.3,
    mouthWidth: -0.4,
    mouthOpen: 0.7,
    lipPress: 0.4,
    teeth: 1,
    chinRaise: 0.3,
  },
  disgust: {
    ...AT_REST,
    browInner: -0.5,
    browOuter: -0.1,
    browFurrow: 0.5,
    eyeOpen: 0.45,
    lidTighten: 0.7,
    cheekRaise: 0.2,
    noseWrinkle: 1,
    upperLipRaise: 1,
    mouthCurve: -0.8,
    mouthWidth: -0.25,
    mouthOpen: 0.3,
    teeth: 0.4,
    chinRaise: 0.5,
  },
  fear: {
    ...AT_REST,
    browInner: 1,
    browOuter: -0.3,
    browFurrow: 0.9,
    eyeOpen: 1.45,
    cheekRaise: 0.2,
    upperLipRaise: 0.4,
    mouthCurve: -0.7,
    mouthWidth: 0.6,
    mouthOpen: 0.4,
    teeth: 0.5,
  },
  happy: {
    ...AT_REST,
    browOuter: 0.15,
    eyeOpen: 0.8,
    cheekRaise: 0.9,
    mouthCurve: 1,
    mouthWidth: 0.5,
    mouthOpen: 0.42,
    teeth: 0.9,
  },
  sad: {
    ...AT_REST,
    browInner: 1,
    browOuter: -1,
    browFurrow: 0.3,
    eyeOpen: 0.7,
    lidDroop: 1,
    cheekRaise: 0.4,
    upperLipRaise: 0.2,
    mouthCurve: -0.6,
    mouthWidth: 0.25,
    mouthOpen: 0.17,
    chinRaise: 0.7,
  },
  surprise: {
    ...AT_REST,
    browInner: 1,
    browOuter: 1,
    eyeOpen: 1.6,
    mouthWidth: -0.45,
    mouthOpen: 0.85,
  },
  neutral: AT_REST,
};

/** An expression on the way from `a` (share 0) to `b` (share 1). */
export function blend(a: Expression, b: Expression, share: number): Expression {
  const mixed = { ...a };
  for (const part of Object.keys(a) as (keyof Expression)[]) {
    mixed[part] = a[part] * (1 - share) + b[part] * share;
  }
  return mixed;
}
