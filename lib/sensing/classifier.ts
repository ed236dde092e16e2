import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { type io, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { CROP_SIZE } from './crop';
import { EMOTIONS, type Probabilities } from './emotion';

/** Tells the emotion of a normalised crop. */
export interface Classifier {
  /** Seven calibrated probabilities for a crop of CROP_SIZE² normalised values. */
  classify(crop: Float32Array): Promise<Probabilities>;
}

/** Loads the emotion model from an address or a handler; the backend must have been started. */
export async function createClassifier(model: string | io.IOHandler): Promise<Classifier> {
  const graph = await loadGraphModel(model);
  return {
    async classify(crop) {
      const output = tidy(
        () => graph.predict(tensor(crop, [1, CROP_SIZE, CROP_SIZE, 1])) as Tensor, // one output
      );
      try {
        const probabilities = Array.from(await output.data());
        if (probabilities.length !== EMOTIONS.length || !probabilities.every(Number.isFinite)) {
          throw new Error(`The emotion model answered with ${probabilities.join(', ')}.`);
        }
        return probabilities;
      } finally {
        output.dispose();
      }
    },
  };
}
