/** Gives the next number, from 0 up to but not including 1. */
export type Random = () => number;

/**
 * A stream of evenly spread numbers that is the same for the same seed: Mulberry32 by Tommy
 * Ettinger (public domain), 2³² long. Only the lowest 32 bits of the seed count; for choosing
 * songs, not for secrets.
 */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
