import type { io } from '@tensorflow/tfjs-core';
import type { TfliteTensor } from './tflite';

/** An attribute of a node as tfjs reads it from JSON: TensorFlow's AttrValue. */
export type Attribute =
  | { type: 'DT_FLOAT' | 'DT_INT32' }
  | { s: string }
  | { i: number }
  | { shape: { dim: { size: string }[] } }
  | { list: { i: string[] } | { s: string[] } };

/** What a node does, apart from its name. `input` holds names of nodes. */
export interface Operation {
  op: string;
  input: string[];
  attr: Record<string, Attribute>;
}

/** A tfjs graph model: `model` becomes `model.json`, `weights` the `weights.bin` that it refers to. */
export interface GraphModel {
  model: io.ModelJSON & {
    modelTopology: {
      node: (Operation & { name: string })[];
      versions: { producer: number; minConsumer: number };
    };
    weightsManifest: io.WeightsManifestConfig;
  };
  weights: Uint8Array;
}

export const FLOAT: Attribute = { type: 'DT_FLOAT' };
export const INT32: Attribute = { type: 'DT_INT32' };

/** A string attribute; tfjs models keep strings in base64. */
export function text(value: string): Attribute {
  return { s: btoa(value) };
}

/** A list of strings as an attribute. */
export function texts(values: string[]): Attribute {
  return { list: { s: values.map(btoa) } };
}

/** A [height, width] pair as the four numbers of a batch of images, NHWC. */
export function perAxis([height, width]: [number, number]): Attribute {
  return { list: { i: [1, height, width, 1].map(String) } };
}

/** Collects the nodes and weights of a graph model. */
export class GraphWriter {
  private readonly nodes: GraphModel['model']['modelTopology']['node'] = [];
  private readonly specs: io.WeightsManifestEntry[] = [];
  private readonly chunks: Uint8Array[] = [];
  private readonly constants = new Set<string>();

  /** Adds a node and returns its name. */
  node(name: string, operation: Operation): string {
    this.nodes.push({ name, ...operation });
    return name;
  }

  /** Adds a constant, once for each name, and returns its name. float16 is widened by tfjs on loading. */
  constant({ name, shape, type, data }: TfliteTensor): string {
    if (this.constants.has(name)) return name;
    this.constants.add(name);
    this.chunks.push(data);
    this.specs.push(
      type === 'float16'
        ? { name, shape, dtype: 'float32', quantization: { dtype: 'float16' } }
        : { name, shape, dtype: type },
    );
    const dtype = type === 'int32' ? INT32 : FLOAT;
    return this.node(name, { op: 'Const', input: [], attr: { dtype } });
  }

  /** Adds a list of whole numbers, or one number as a scalar, and returns its name. */
  int32s(name: string, values: number | number[]): string {
    const list = [values].flat();
    const view = new DataView(new ArrayBuffer(4 * list.length));
    list.forEach((value, index) => {
      view.setInt32(4 * index, value, true);
    });
    const shape = typeof values === 'number' ? [] : [list.length];
    return this.constant({ name, shape, type: 'int32', data: new Uint8Array(view.buffer) });
  }

  /** The model so far. `origin` is noted in it. */
  finish(origin: string): GraphModel {
    const weights = new Uint8Array(this.chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let end = 0;
    for (const chunk of this.chunks) {
      weights.set(chunk, end);
      end += chunk.length;
    }
    return {
      model: {
        format: 'graph-model',
        generatedBy: origin,
        convertedBy: 'models/face-detector/convert.ts',
        // tfjs only prints the versions, but refuses to load without them.
        modelTopology: { node: this.nodes, versions: { producer: 1, minConsumer: 0 } },
        weightsManifest: [{ paths: ['weights.bin'], weights: this.specs }],
      },
      weights,
    };
  }
}
