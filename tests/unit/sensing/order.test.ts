import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Logging, orderOf } from '../../../lib/sensing/order';

describe('orderOf', () => {
  it.each<[Logging, boolean, string]>([
    ['off', false, 'none'],
    ['paused', false, 'none'],
    ['on', false, 'camera'],
    ['off', true, 'demo'],
    ['paused', true, 'demo'],
    ['on', true, 'demo'],
  ])('with logging %s and demo %s senses from: %s', (logging, demo, source) => {
    expect(orderOf({ logging, secondsPerReading: 2 }, demo)).toEqual({
      source,
      secondsPerReading: 2,
    });
  });

  it('never opens the camera unless the user said yes and sees no demo', () => {
    const someLogging = fc.constantFrom<Logging>('off', 'on', 'paused');
    fc.assert(
      fc.property(someLogging, fc.boolean(), fc.nat(60), (logging, demo, secondsPerReading) => {
        const order = orderOf({ logging, secondsPerReading }, demo);
        expect(order.source === 'camera').toBe(logging === 'on' && !demo);
        expect(order.secondsPerReading).toBe(secondsPerReading);
      }),
    );
  });
});
