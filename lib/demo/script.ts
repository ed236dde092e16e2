import type { Emotion } from '../sensing/emotion';
import { blend, EXPRESSIONS } from './expressions';
import { type Look, PLAIN_LOOK } from './look';

/** What the drawn face shows, one after the other, over and over. */
export type Script = readonly { emotion: Emotion; seconds: number }[];

/** The script of the demo mode: long enough on each that the smoothed state follows. */
export const DEMO_SCRIPT: Script = [
  { emotion: 'neutral', seconds: 8 },
  { emotion: 'happy', seconds: 10 },
  { emotion: 'neutral', seconds: 4 },
  { emotion: 'surprise', seconds: 6 },
  { emotion: 'happy', seconds: 8 },
  { emotion: 'neutral', seconds: 6 },
  { emotion: 'sad', seconds: 8 },
  { emotion: 'angry', seconds: 8 },
  { emotion: 'neutral', seconds: 6 },
];

const CHANGE_SECONDS = 0.4;
const BLINK_SECONDS = 0.26;
const SECONDS_BETWEEN_BLINKS = 4.2;

/** How long a script runs before it starts again. */
export function scriptSeconds(script: Script): number {
  return script.reduce((sum, { seconds }) => sum + seconds, 0);
}

/**
 * How the face looks `seconds` after a script began. The same arguments give the same look; time runs
 * round without a jump. Each scene starts with a change of 0.4 s from the one before. Throws a RangeError
 * for a script that lasts no time.
 */
export function lookAt(script: Script, seconds: number): Look {
  const total = scriptSeconds(script);
  if (!(total > 0)) throw new RangeError('A script must last for some time');
  const time = ((seconds % total) + total) % total;
  const expression = expressionAt(script, time);
  const open = 1 - blinkAt(time, total);
  const { pose } = PLAIN_LOOK;
  const sway = (periodSeconds: number, start: number) => {
    const turns = Math.max(1, Math.round(total / periodSeconds));
    return Math.sin(2 * Math.PI * (turns * (time / total) + start));
  };
  return {
    ...PLAIN_LOOK,
    expression: { ...expression, eyeOpen: expression.eyeOpen * open },
    gaze: { x: 0.35 * sway(7.3, 0.1), y: 0.15 * sway(9.1, 0.6) },
    pose: {
      x: pose.x + 0.012 * sway(6.1, 0) + 0.004 * sway(2.3, 0.3),
      y: pose.y + 0.008 * sway(4.7, 0.25) + 0.003 * sway(1.9, 0.7),
      scale: pose.scale * (1 + 0.015 * sway(8.3, 0.5)),
      roll: 0.025 * sway(5.3, 0.4),
      yaw: 0.07 * sway(6.7, 0.2),
      pitch: 0.04 * sway(5.9, 0.8),
    },
  };
}

function expressionAt(script: Script, time: number) {
  let begin = 0;
  let before = script.at(-1)?.emotion ?? 'neutral';
  for (const { emotion, seconds } of script) {
    if (time < begin + seconds) {
      const share = Math.min(1, (time - begin) / Math.min(CHANGE_SECONDS, seconds));
      return blend(EXPRESSIONS[before], EXPRESSIONS[emotion], eased(share));
    }
    begin += seconds;
    before = emotion;
  }
  return EXPRESSIONS[before]; // rounding may leave the time at the very end
}

/** How far a blink has closed the eyes, 0 to 1: one in each stretch of about four seconds. */
function blinkAt(time: number, total: number): number {
  const count = Math.max(1, Math.round(total / SECONDS_BETWEEN_BLINKS));
  const stretch = total / count;
  const index = Math.floor(time / stretch);
  // The golden ratio spreads the moments unevenly but the same every time.
  const moment = 0.3 + 0.4 * ((index * 0.618) % 1);
  const distance = Math.abs(time - (index + moment) * stretch);
  return distance < BLINK_SECONDS / 2 ? eased(1 - distance / (BLINK_SECONDS / 2)) : 0;
}

/** Starts and ends softly. */
function eased(share: number): number {
  return share * share * (3 - 2 * share);
}
