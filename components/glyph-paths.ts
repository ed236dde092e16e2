import type { Emotion } from '../lib/sensing/emotion';
import type { Mark } from '../lib/timeline/ribbon';

/** The side of the square in which every path below lies. */
export const GLYPH_SIZE = 12;

const EMOTION_PATHS: Record<Emotion, string> = {
  angry: 'M6 1 11.4 10.6H.6Z',
  disgust: 'M6 .4 11.6 6 6 11.6.4 6Z',
  fear: 'M6 11 .6 1.4h10.8Z',
  happy: 'M6 .8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 6 .8Z',
  sad: 'M1.4 1.4h9.2v9.2H1.4Z',
  surprise: 'M6 .3 7.7 4.2l4.2.4-3.2 2.8 1 4.2L6 9.4l-3.7 2.2 1-4.2L.1 4.6l4.2-.4Z',
  neutral: 'M6 .8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 6 .8Zm0 2.2a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
};

/** One shape per emotion and per mark, so that colour never stands alone. */
export const GLYPH_PATHS: Record<Emotion | Mark, string> = {
  ...EMOTION_PATHS,
  bright: EMOTION_PATHS.happy,
  lively: EMOTION_PATHS.surprise,
  steady: EMOTION_PATHS.neutral,
  tense: EMOTION_PATHS.angry,
  low: EMOTION_PATHS.sad,
  unclear: 'M.8 9.4 9.4.8l1.4 1.4-8.6 8.6ZM.8 4.6 4.6.8 6 2.2 2.2 6ZM6 10 10 6l1.4 1.4-4 4Z',
  away: 'M1 5h2.6v2H1Zm3.7 0h2.6v2H4.7Zm3.7 0H11v2H8.4Z',
};
