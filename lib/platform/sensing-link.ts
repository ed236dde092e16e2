import type { Cadence } from '../sensing/cadence';
import type { Reading } from '../sensing/reading';

/** From the offscreen document to the sensing worker. */
export type ToSensing =
  | { kind: 'start'; frames: ReadableStream<VideoFrame>; cadence: Cadence }
  | { kind: 'cadence'; cadence: Cadence };

/** From the sensing worker to the offscreen document. A fault ends the worker's use. */
export type FromSensing =
  | { kind: 'ready' }
  | { kind: 'reading'; reading: Reading }
  | { kind: 'fault'; message: string };
