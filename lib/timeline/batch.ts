import * as v from 'valibot';
import { EMOTIONS } from '../sensing/emotion';
import { REASONS, type Reading } from '../sensing/reading';

/** Readings on their way into the log. `sequence` counts the batches of a stream from 1. */
export interface Batch {
  streamId: string;
  sequence: number;
  readings: Reading[];
}

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const affect = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const when = {
  at: v.pipe(v.number(), v.minValue(0), v.finite()),
  seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(60)),
  index: count,
};

const WithReason = v.object({ ...when, reason: v.picklist(REASONS) });

const WithLabel = v.object({
  ...when,
  probabilities: v.pipe(v.array(share), v.length(EMOTIONS.length)),
  valence: affect,
  arousal: affect,
  quality: share,
});

// Not a union: its complaint would not say which field is wrong.
const ReadingSchema = v.lazy((input) =>
  typeof input === 'object' && input !== null && 'reason' in input ? WithReason : WithLabel,
);

const BatchSchema = v.pipe(
  v.object({
    streamId: v.pipe(v.string(), v.nonEmpty()),
    sequence: count,
    readings: v.array(ReadingSchema),
  }),
  v.check(
    ({ readings }) =>
      readings.every((reading, i) => reading.at >= (readings[i - 1]?.at ?? reading.at)),
    'The readings of a batch are not in the order of time.',
  ),
);

/** The batch that `input` is. Throws an error that names what is wrong with it. */
export function parseBatch(input: unknown): Batch {
  const result = v.safeParse(BatchSchema, input, { abortPipeEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? 'batch';
  throw new Error(`Refused a batch of readings: ${path}: ${issue.message}`);
}
