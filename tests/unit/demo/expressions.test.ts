import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blend, EXPRESSIONS } from '../../../lib/demo/expressions';
import type { Expression } from '../../../lib/demo/look';
import { EMOTIONS } from '../../../lib/sensing/emotion';

const SIGNED: readonly (keyof Expression)[] = [
  'browInner',
  'browOuter',
  'mouthCurve',
  'mouthWidth',
];

describe('EXPRESSIONS', () => {
  it.each(EMOTIONS)('keeps %s within what a face can do', (emotion) => {
    for (const [part, value] of Object.entries(EXPRESSIONS[emotion])) {
      expect(value).toBeGreaterThanOrEqual(SIGNED.includes(part as keyof Expression) ? -1 : 0);
      expect(value).toBeLessThanOrEqual(part === 'eyeOpen' ? 1.6 : 1);
    }
  });
});

describe('blend', () => {
  const expression = fc.constantFrom(...EMOTIONS).map((emotion) => EXPRESSIONS[emotion]);

  it('begins at the one, ends at the other and stays between them', () => {
    fc.assert(
      fc.property(
        expression,
        expression,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, share) => {
          expect(blend(a, b, 0)).toEqual(a);
          const between = blend(a, b, share);
          for (const part of Object.keys(a) as (keyof Expression)[]) {
            expect(between[part]).toBeGreaterThanOrEqual(Math.min(a[part], b[part]) - 1e-9);
            expect(between[part]).toBeLessThanOrEqual(Math.max(a[part], b[part]) + 1e-9);
            expect(blend(a, b, 1)[part]).toBeCloseTo(b[part], 9);
          }
        },
      ),
    );
  });
});
