import { type Batch, parseBatch } from '../timeline/batch';
import { foldReadings, minuteStarts } from '../timeline/fold';
import type { Minute } from '../timeline/minute';
import { database } from './database';
import { recordFault } from './diagnostics';
import type { BatchReceipt } from './messages';
import { withinTime } from './turns';

/** Streams end with their offscreen document; a day later nothing of them can be on its way any more. */
const STREAM_MEMORY_MS = 24 * 60 * 60 * 1000;

const DELETE_MS = 5_000;

/**
 * Takes what may be a batch. One that cannot be read is noted and refused, and the log stays as it
 * was. If the database fails, that is noted too and thrown: the sender keeps the batch and sends it again.
 */
export async function receiveBatch(input: unknown): Promise<BatchReceipt> {
  let batch: Batch;
  try {
    batch = parseBatch(input);
  } catch (error) {
    await recordFault('log', error);
    return 'refused';
  }
  try {
    return await recordBatch(batch);
  } catch (error) {
    await recordFault('log', error);
    throw error;
  }
}

/**
 * Folds a batch into the log exactly once: the minutes and the stream's position change in one
 * transaction, so that a batch that comes again changes nothing. Readings from a clock that went
 * back are kept, under the time that the clock now tells.
 */
async function recordBatch({ streamId, sequence, readings }: Batch): Promise<BatchReceipt> {
  const first = readings.at(0);
  const last = readings.at(-1);
  if (!first || !last) return 'known';
  const { minutes, streams } = database;
  return database.transaction('rw', minutes, streams, async () => {
    const position = await streams.get(streamId);
    if (position && sequence <= position.sequence) return 'known';
    if (position && first.at < position.at) {
      const seconds = Math.round((position.at - first.at) / 1000);
      void recordFault('log', `The clock went back by ${seconds} s.`);
    }
    const stored = await minutes.bulkGet(minuteStarts(readings));
    const known = stored.filter((minute): minute is Minute => minute !== undefined);
    await minutes.bulkPut(foldReadings(known, readings));
    await streams.put({ streamId, sequence, at: last.at });
    await streams
      .where('at')
      .below(last.at - STREAM_MEMORY_MS)
      .delete();
    return 'applied';
  });
}

/** The minutes that start in [start, end), oldest first. */
export function minutesBetween(start: number, end: number): Promise<Minute[]> {
  return database.minutes.where('start').between(start, end).sortBy('start');
}

/** Deletes the log, and then the database itself: what was cleared may still lie in its files. */
export async function clearLog(): Promise<void> {
  const { minutes, streams } = database;
  // First as rows, of which open pages hear.
  await database.transaction('rw', minutes, streams, () =>
    Promise.all([minutes.clear(), streams.clear()]),
  );
  // The next reading opens a new one. A page that does not let go of the old one must not stop the rest.
  await withinTime(database.delete({ disableAutoOpen: false }), DELETE_MS).catch((error) =>
    recordFault('log', error),
  );
}
