import * as v from 'valibot';

/** What an item does for a mood, one verb each: the ways people regulate how they feel. */
export const VERBS = [
  'soothe',
  'distract',
  'energise',
  'release',
  'savour',
  'reflect',
  'connect',
  'move',
] as const;

const AxisSchema = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));
const TagSchema = v.pipe(v.string(), v.regex(/^[\p{Ll}\d]+(-[\p{Ll}\d]+)*$/u));

/**
 * One entry of the catalogue. Parses whatever did not ship with Mien; the shipped files are parsed
 * by a test instead, because the popup has no time to do it again on each opening.
 */
export const ItemSchema = v.strictObject({
  /** Stable for ever, and unique over all kinds: feedback refers to it. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  /** The title of a work, or the words to search for. */
  title: v.pipe(v.string(), v.trim(), v.nonEmpty()),
  /** Performer, director or creator, guests after ` feat. `; empty for a search phrase. */
  by: v.string(),
  /** Of the first release, or of the composition if older than recording; a search phrase has none. */
  year: v.exactOptional(v.pipe(v.number(), v.integer())),
  /** How pleasant it feels, from -1 to 1: the editors' judgement. */
  valence: AxisSchema,
  /** How stirring it feels, from -1 to 1: the editors' judgement. */
  arousal: AxisSchema,
  verb: v.picklist(VERBS),
  tags: v.pipe(v.array(TagSchema), v.minLength(1)),
  /** The language sung or spoken, as BCP 47; `zxx` where there are no words. */
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)),
  /** Typical length; of one episode for a series. */
  minutes: v.pipe(v.number(), v.minValue(1)),
  /** No words to listen to: fit for focus. */
  instrumental: v.exactOptional(v.boolean()),
  /** A song with explicit lyrics. */
  explicit: v.exactOptional(v.boolean()),
});

export type Item = v.InferOutput<typeof ItemSchema>;
