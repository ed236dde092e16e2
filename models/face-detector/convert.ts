import {
  FLOAT,
  type GraphModel,
  GraphWriter,
  INT32,
  type Operation,
  perAxis,
  text,
  texts,
} from './graph-writer';
import { readTflite, type TfliteGraph, type TfliteOptions, type TfliteTensor } from './tflite';

/**
 * Converts `face_detection_short_range.tflite` to a tfjs graph model that
 * `@tensorflow-models/face-detection` can drive: input `input`, float32 [1, 128, 128, 3] from -1 to 1;
 * output `Identity`, [1, 896, 17], per anchor the logit of a face and 16 coordinates in 128ths. float16
 * weights stay float16 in the file. Throws an Error for a file that {@link readTflite} refuses or whose
 * outputs are not `classificators` and `regressors`.
 */
export function convert(tflite: Uint8Array): GraphModel {
  const graph = readTflite(tflite);
  const conversion = new Conversion(graph);
  for (const index of graph.inputs) conversion.addInput(index);
  for (const { options, inputs, output } of graph.operations) {
    conversion.add(options, inputs, output);
  }
  // The library expects one output where TFLite has two.
  conversion.join('Identity', ['classificators', 'regressors']);
  return conversion.writer.finish('face_detection_short_range.tflite');
}

type Convolution = TfliteOptions & { kind: 'CONV_2D' | 'DEPTHWISE_CONV_2D' };

class Conversion {
  readonly writer = new GraphWriter();
  /** DEQUANTIZE only widens, which tfjs does on loading: its output stands for its input. */
  private readonly aliases = new Map<number, number>();

  constructor(private readonly graph: TfliteGraph) {}

  addInput(index: number): void {
    const { name, shape } = this.tensor(index);
    const dim = shape.map((size) => ({ size: `${size}` }));
    const attr = { dtype: FLOAT, shape: { shape: { dim } } };
    this.writer.node(name, { op: 'Placeholder', input: [], attr });
  }

  add(options: TfliteOptions, inputs: number[], output: number): void {
    if (options.kind === 'DEQUANTIZE') {
      this.aliases.set(output, this.source(at(inputs, 0)));
      return;
    }
    const { name, shape } = this.tensor(output);
    if (isConvolution(options)) {
      this.writer.node(name, this.convolution(options, inputs));
    } else if ('relu' in options && options.relu) {
      const linear = this.writer.node(
        `${name}/linear`,
        this.operation(name, options, inputs, shape),
      );
      this.writer.node(name, { op: 'Relu', input: [linear], attr: { T: FLOAT } });
    } else {
      this.writer.node(name, this.operation(name, options, inputs, shape));
    }
  }

  /** Concatenates outputs of the graph along their last of three axes. */
  join(name: string, outputs: string[]): void {
    const known = this.graph.outputs.map((index) => this.tensor(index).name);
    const missing = outputs.find((output) => !known.includes(output));
    if (missing) throw new Error(`The TFLite graph has no output "${missing}"`);
    this.writer.node(name, this.concatenation(name, outputs, 2));
  }

  private operation(
    name: string,
    options: Exclude<TfliteOptions, Convolution>,
    inputs: number[],
    shape: number[],
  ): Operation {
    const input = inputs.map((index) => this.reference(index));
    switch (options.kind) {
      case 'ADD':
        return { op: 'AddV2', input, attr: { T: FLOAT } };
      case 'RELU':
        return { op: 'Relu', input, attr: { T: FLOAT } };
      case 'PAD':
        return { op: 'Pad', input, attr: { T: FLOAT, Tpaddings: INT32 } };
      case 'RESHAPE': {
        // The output's own shape says what the shape argument and its -1 come to.
        const target = this.writer.int32s(`${name}/shape`, shape);
        return {
          op: 'Reshape',
          input: [at(input, 0), target],
          attr: { T: FLOAT, Tshape: INT32 },
        };
      }
      case 'CONCATENATION':
        return this.concatenation(name, input, options.axis);
      case 'MAX_POOL_2D':
        return {
          op: 'MaxPool',
          input,
          attr: {
            T: FLOAT,
            ksize: perAxis(options.window),
            strides: perAxis(options.strides),
            padding: text(options.padding),
            data_format: text('NHWC'),
          },
        };
      case 'DEQUANTIZE':
        throw new Error('DEQUANTIZE stands for its input and is no operation of tfjs');
    }
  }

  private concatenation(name: string, inputs: string[], axis: number): Operation {
    const attr = { T: FLOAT, Tidx: INT32, N: { i: inputs.length } };
    const input = [...inputs, this.writer.int32s(`${name}/axis`, axis)];
    return { op: 'ConcatV2', input, attr };
  }

  private convolution(options: Convolution, inputs: number[]): Operation {
    const depthwise = options.kind === 'DEPTHWISE_CONV_2D';
    const filter = this.tensor(this.source(at(inputs, 1)));
    if (filter.data.length === 0 || filter.shape.length !== 4) {
      throw new Error(`Damaged TFLite file: "${filter.name}" is no constant filter of four axes`);
    }
    const channels = this.tensor(at(inputs, 0)).shape[3] ?? 1;
    return {
      op: depthwise ? 'FusedDepthwiseConv2dNative' : '_FusedConv2D',
      input: [
        this.reference(at(inputs, 0)),
        this.writer.constant(depthwise ? depthwiseFilter(filter, channels) : fullFilter(filter)),
        this.reference(at(inputs, 2)),
      ],
      attr: {
        T: FLOAT,
        strides: perAxis(options.strides),
        dilations: perAxis(options.dilations),
        padding: text(options.padding),
        data_format: text('NHWC'),
        fused_ops: texts(options.relu ? ['BiasAdd', 'Relu'] : ['BiasAdd']),
        num_args: { i: 1 },
      },
    };
  }

  /** The node name of a tensor, which is written first if it is a constant. */
  private reference(index: number): string {
    const tensor = this.tensor(this.source(index));
    return tensor.data.length === 0 ? tensor.name : this.writer.constant(tensor);
  }

  private source(index: number): number {
    return this.aliases.get(index) ?? index;
  }

  private tensor(index: number): TfliteTensor {
    return at(this.graph.tensors, index);
  }
}

function isConvolution(options: TfliteOptions): options is Convolution {
  return options.kind === 'CONV_2D' || options.kind === 'DEPTHWISE_CONV_2D';
}

/** TFLite keeps [out, height, width, in], tfjs [height, width, in, out]. */
function fullFilter(filter: TfliteTensor): TfliteTensor {
  const [out = 1, height = 1, width = 1, depth = 1] = filter.shape;
  const itemBytes = filter.type === 'float16' ? 2 : 4;
  const data = transposed(filter.data, out, height * width * depth, itemBytes);
  return { ...filter, shape: [height, width, depth, out], data };
}

/** TFLite keeps [1, height, width, in × multiplier], tfjs the same as [height, width, in, multiplier]. */
function depthwiseFilter(filter: TfliteTensor, channels: number): TfliteTensor {
  const [, height = 1, width = 1, out = 1] = filter.shape;
  return { ...filter, shape: [height, width, channels, out / channels] };
}

/** Swaps the two axes of a [rows, columns] matrix of items. */
function transposed(data: Uint8Array, rows: number, columns: number, itemBytes: number) {
  const result = new Uint8Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = (row * columns + column) * itemBytes;
      result.set(data.subarray(from, from + itemBytes), (column * rows + row) * itemBytes);
    }
  }
  return result;
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error('Damaged TFLite file: an operation refers to nothing');
  return item;
}
