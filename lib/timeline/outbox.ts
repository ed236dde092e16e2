import type { Reading } from '../sensing/reading';
import type { Batch } from './batch';

/** Readings that the log has not yet acknowledged: some in numbered batches, the newest still loose. */
export interface Outbox {
  streamId: string;
  nextSequence: number;
  loose: readonly Reading[];
  sealed: readonly Batch[];
}

export function emptyOutbox(streamId: string): Outbox {
  return { streamId, nextSequence: 1, loose: [], sealed: [] };
}

/** The outbox with one more reading. A clock that went back closes the batch: batches are in order of time. */
export function post(outbox: Outbox, reading: Reading): Outbox {
  const last = outbox.loose.at(-1);
  const ready = last && reading.at < last.at ? seal(outbox) : outbox;
  return { ...ready, loose: [...ready.loose, reading] };
}

/** The outbox with its loose readings in a numbered batch; the same outbox if there are none. */
export function seal(outbox: Outbox): Outbox {
  const { streamId, nextSequence, loose, sealed } = outbox;
  if (loose.length === 0) return outbox;
  const batch: Batch = { streamId, sequence: nextSequence, readings: [...loose] };
  return { streamId, nextSequence: nextSequence + 1, loose: [], sealed: [...sealed, batch] };
}

/** The outbox without the batches up to `sequence`. */
export function acknowledge(outbox: Outbox, sequence: number): Outbox {
  return { ...outbox, sealed: outbox.sealed.filter((batch) => batch.sequence > sequence) };
}
