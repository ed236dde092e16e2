/** The seven emotions, in the order of every vector and every sum in Mien. */
export const EMOTIONS = [
  'angry',
  'disgust',
  'fear',
  'happy',
  'sad',
  'surprise',
  'neutral',
] as const;

export type Emotion = (typeof EMOTIONS)[number];

/** Seven numbers from 0 to 1 that sum to 1, in the order of {@link EMOTIONS}. */
export type Probabilities = readonly number[];

/** A point of the affect plane: valence (unpleasant to pleasant) and arousal (quiet to stirred), each from -1 to 1. */
export interface Affect {
  valence: number;
  arousal: number;
}

/**
 * Where each emotion lies. Russell & Mehrabian, J. Res. Personality 11 (1977) 273-294; the valence of
 * surprise is halved, because a face does not tell a good surprise from a bad one.
 */
export const AFFECT_OF: Readonly<Record<Emotion, Affect>> = {
  angry: { valence: -0.51, arousal: 0.59 },
  disgust: { valence: -0.6, arousal: 0.35 },
  fear: { valence: -0.64, arousal: 0.6 },
  happy: { valence: 0.81, arousal: 0.51 },
  sad: { valence: -0.63, arousal: -0.27 },
  surprise: { valence: 0.2, arousal: 0.7 },
  neutral: { valence: 0, arousal: 0 },
};

/** The probability-weighted mean of the emotions' affect. */
export function affectOf(probabilities: Probabilities): Affect {
  let valence = 0;
  let arousal = 0;
  EMOTIONS.forEach((emotion, index) => {
    const share = probabilities[index] ?? 0;
    valence += share * AFFECT_OF[emotion].valence;
    arousal += share * AFFECT_OF[emotion].arousal;
  });
  return { valence, arousal };
}
