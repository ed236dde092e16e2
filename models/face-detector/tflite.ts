import { Table } from './flatbuffer';

/** A tensor of the file. `data` is empty unless the tensor is a constant. */
export interface TfliteTensor {
  name: string;
  shape: number[];
  type: 'float32' | 'float16' | 'int32';
  data: Uint8Array;
}

type Padding = 'SAME' | 'VALID';

/** What an operation adds to its inputs; strides, dilations and windows are [height, width]. */
export type TfliteOptions =
  | { kind: 'ADD'; relu: boolean }
  | { kind: 'CONCATENATION'; axis: number; relu: boolean }
  | {
      kind: 'CONV_2D' | 'DEPTHWISE_CONV_2D';
      padding: Padding;
      strides: [number, number];
      dilations: [number, number];
      relu: boolean;
    }
  | {
      kind: 'MAX_POOL_2D';
      padding: Padding;
      strides: [number, number];
      window: [number, number];
      relu: boolean;
    }
  | { kind: 'DEQUANTIZE' | 'PAD' | 'RELU' | 'RESHAPE' };

/** One operation; `inputs` and `output` index the graph's tensors. */
export interface TfliteOperation {
  options: TfliteOptions;
  inputs: number[];
  output: number;
}

/** The first (for us: the only) subgraph of a TFLite file, operations in order of execution. */
export interface TfliteGraph {
  tensors: TfliteTensor[];
  operations: TfliteOperation[];
  inputs: number[];
  outputs: number[];
}

// Numbers of fields and enumerations below: tensorflow/lite/schema/schema.fbs, version 3.
const TENSOR_TYPES = ['float32', 'float16', 'int32'] as const;

const OPTIONS_READERS: Readonly<Record<number, (options: Table | undefined) => TfliteOptions>> = {
  0: (o) => ({ kind: 'ADD', relu: relu(o, 0) }),
  2: (o) => ({ kind: 'CONCATENATION', axis: o?.int32(0) ?? 0, relu: relu(o, 1) }),
  3: (o) => ({
    kind: 'CONV_2D',
    padding: padding(o),
    strides: pair(o, 2, 1),
    dilations: pair(o, 5, 4),
    relu: relu(o, 3),
  }),
  4: (o) => ({
    kind: 'DEPTHWISE_CONV_2D',
    padding: padding(o),
    strides: pair(o, 2, 1),
    dilations: pair(o, 6, 5),
    relu: relu(o, 4),
  }),
  6: () => ({ kind: 'DEQUANTIZE' }),
  17: (o) => ({
    kind: 'MAX_POOL_2D',
    padding: padding(o),
    strides: pair(o, 2, 1),
    window: pair(o, 4, 3),
    relu: relu(o, 5),
  }),
  19: () => ({ kind: 'RELU' }),
  22: () => ({ kind: 'RESHAPE' }),
  34: () => ({ kind: 'PAD' }),
};

/**
 * Reads a TFLite file as far as the face detector needs it: nine kinds of operations, float and int32
 * tensors. Throws an Error that says what is wrong for a file that is none, is damaged, or uses more.
 */
export function readTflite(file: Uint8Array): TfliteGraph {
  const identifier = String.fromCharCode(...file.subarray(4, 8));
  if (identifier !== 'TFL3') {
    throw new Error(`Not a TFLite file: its identifier is "${identifier}", not "TFL3"`);
  }
  try {
    return readGraph(Table.root(file));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Error(`Damaged TFLite file: ${error.message}`, { cause: error });
  }
}

function readGraph(model: Table): TfliteGraph {
  const graph = model.tables(2)[0];
  if (!graph) throw new RangeError('it holds no graph');
  const buffers = model.tables(4);
  const readers = model.tables(1).map(optionsReader);
  return {
    tensors: graph.tables(0).map((tensor) => readTensor(tensor, buffers)),
    operations: graph.tables(3).map((operation) => readOperation(operation, readers)),
    inputs: graph.int32s(1),
    outputs: graph.int32s(2),
  };
}

function optionsReader(code: Table) {
  // Old files keep the number in a byte, new ones in an int32; the larger of the two counts.
  const number = Math.max(code.uint8(0), code.int32(3));
  const reader = OPTIONS_READERS[number];
  if (!reader) {
    throw new Error(`Unknown TFLite operation ${code.string(1) || `number ${number}`}`);
  }
  return reader;
}

function readTensor(tensor: Table, buffers: Table[]): TfliteTensor {
  const name = tensor.string(3);
  const type = TENSOR_TYPES[tensor.uint8(1)];
  if (!type) throw new Error(`Tensor "${name}" has the unknown type number ${tensor.uint8(1)}`);
  const data = buffers[tensor.int32(2)]?.bytes(0) ?? new Uint8Array();
  const shape = tensor.int32s(0);
  const bytes = shape.reduce((product, size) => product * size, type === 'float16' ? 2 : 4);
  if (data.length > 0 && data.length !== bytes) {
    throw new RangeError(`constant "${name}" holds ${data.length} bytes, not ${bytes}`);
  }
  return { name, shape, type, data };
}

function readOperation(
  operation: Table,
  readers: ((options: Table | undefined) => TfliteOptions)[],
): TfliteOperation {
  const reader = readers[operation.int32(0)];
  const [output] = operation.int32s(2);
  if (!reader || output === undefined)
    throw new RangeError('an operation lacks its kind or output');
  return { options: reader(operation.table(4)), inputs: operation.int32s(1), output };
}

function padding(options: Table | undefined): Padding {
  return options?.uint8(0) === 1 ? 'VALID' : 'SAME';
}

function pair(options: Table | undefined, height: number, width: number): [number, number] {
  return [options?.int32(height, 1) ?? 1, options?.int32(width, 1) ?? 1];
}

/** Whether a ReLU is fused. The other five activations TFLite knows do not occur and are refused. */
function relu(options: Table | undefined, field: number): boolean {
  const activation = options?.uint8(field) ?? 0;
  if (activation > 1) throw new Error(`Unknown fused TFLite activation number ${activation}`);
  return activation === 1;
}
