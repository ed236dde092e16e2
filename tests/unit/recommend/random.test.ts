import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomFrom } from '../../../lib/recommend/random';

const take = (count: number, seed: number) => Array.from({ length: count }, randomFrom(seed));

it('repeats itself for the same seed, and stays within 0 to 1', () => {
  fc.assert(
    fc.property(fc.double(), (seed) => {
      const numbers = take(20, seed);
      expect(take(20, seed)).toEqual(numbers);
      expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    }),
  );
});

it('gives neighbouring seeds different numbers', () => {
  expect(new Set(Array.from({ length: 1000 }, (_, seed) => take(1, seed)[0])).size).toBe(1000);
});

it('spreads evenly', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const number of take(10_000, 1)) {
    const tenth = Math.floor(number * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  // 1000 expected in each, with a standard deviation of 30.
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
