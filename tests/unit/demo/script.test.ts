import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPRESSIONS } from '../../../lib/demo/expressions';
import { landmarks } from '../../../lib/demo/face';
import type { Expression, Look } from '../../../lib/demo/look';
import { DEMO_SCRIPT, lookAt, type Script, scriptSeconds } from '../../../lib/demo/script';
import { EMOTIONS } from '../../../lib/sensing/emotion';

const scripts: fc.Arbitrary<Script> = fc.array(
  fc.record({
    emotion: fc.constantFrom(...EMOTIONS),
    seconds: fc.double({ min: 0.5, max: 20, noNaN: true }),
  }),
  { minLength: 1, maxLength: 6 },
);
const moments = fc.double({ min: -200, max: 200, noNaN: true });

/** The largest change between two looks, whatever part it is in. */
function distance(a: Look, b: Look): number {
  const parts = (look: Look) => [
    ...Object.values({ ...look.expression, eyeOpen: 0 }),
    ...Object.values(look.pose),
    ...Object.values(look.gaze),
    look.expression.eyeOpen,
  ];
  const others = parts(b);
  return Math.max(...parts(a).map((value, i) => Math.abs(value - (others[i] ?? Number.NaN))));
}

describe('lookAt', () => {
  it('gives the same look for the same moment', () => {
    fc.assert(
      fc.property(scripts, moments, (script, seconds) => {
        expect(lookAt(script, seconds)).toEqual(lookAt(script, seconds));
      }),
    );
  });

  it('starts again without a jump, and never jumps in between', () => {
    fc.assert(
      fc.property(scripts, moments, (script, seconds) => {
        const total = scriptSeconds(script);
        expect(distance(lookAt(script, seconds), lookAt(script, seconds + total))).toBeLessThan(
          1e-6,
        );
        // An expression changes by at most 2 within 0.4 s, a blink by 1.6 within 0.13 s.
        const step = distance(lookAt(script, seconds), lookAt(script, seconds + 0.001));
        expect(step).toBeLessThan(0.025);
      }),
    );
  });

  it('shows each emotion of the script as soon as the face has changed', () => {
    let begin = 0;
    for (const { emotion, seconds } of DEMO_SCRIPT) {
      for (const moment of [begin + 0.41, begin + seconds / 2, begin + seconds - 0.01]) {
        const { eyeOpen: _, ...shown } = lookAt(DEMO_SCRIPT, moment).expression;
        expect(EXPRESSIONS[emotion]).toMatchObject<Partial<Expression>>(shown);
      }
      begin += seconds;
    }
  });

  it('changes from one emotion to the next in 0.4 s', () => {
    const script: Script = [
      { emotion: 'neutral', seconds: 2 },
      { emotion: 'happy', seconds: 2 },
    ];
    const smile = (seconds: number) => lookAt(script, seconds).expression.mouthCurve;
    expect(smile(1.99)).toBe(0);
    expect(smile(2.2)).toBeCloseTo(EXPRESSIONS.happy.mouthCurve / 2, 6);
    expect(smile(2.41)).toBe(EXPRESSIONS.happy.mouthCurve);
    expect(smile(4.2)).toBeCloseTo(EXPRESSIONS.happy.mouthCurve / 2, 6);
  });

  it('blinks now and then, for a moment', () => {
    const frames = Array.from({ length: 60 * 100 }, (_, i) => lookAt(DEMO_SCRIPT, i / 100));
    const closed = frames.filter(({ expression }) => expression.eyeOpen < 0.2).length / 100;
    expect(closed).toBeGreaterThan(0.5);
    expect(closed).toBeLessThan(3);
  });

  it('is never quite still', () => {
    fc.assert(
      fc.property(moments, (seconds) => {
        const moved = distance(lookAt(DEMO_SCRIPT, seconds), lookAt(DEMO_SCRIPT, seconds + 0.2));
        expect(moved).toBeGreaterThan(1e-4);
      }),
    );
  });

  it('keeps the face in the picture', () => {
    const size = { width: 320, height: 240 };
    fc.assert(
      fc.property(scripts, moments, (script, seconds) => {
        for (const { x, y } of Object.values(landmarks(lookAt(script, seconds), size))) {
          expect(x).toBeGreaterThan(0.15 * size.width);
          expect(x).toBeLessThan(0.85 * size.width);
          expect(y).toBeGreaterThan(0.15 * size.height);
          expect(y).toBeLessThan(0.85 * size.height);
        }
      }),
    );
  });

  it('refuses a script that lasts no time', () => {
    expect(() => lookAt([], 1)).toThrow(RangeError);
    expect(() => lookAt([{ emotion: 'sad', seconds: 0 }], 1)).toThrow(RangeError);
  });
});
