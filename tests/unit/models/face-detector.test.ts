import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert } from '../../../models/face-detector/convert';
import { FaceDetection } from '../../../models/face-detector/mediapipe-stub';
import { readTflite } from '../../../models/face-detector/tflite';
import { shippedDetector } from '../../fixtures/face-detector';

const tflite = shippedDetector();

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function counts(names: string[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const name of names) result[name] = (result[name] ?? 0) + 1;
  return result;
}

/** Where the number of the file's first kind of operation lies: root, field 1, item 0, field 0. */
function placeOfFirstOperationCode(file: Uint8Array): number {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const follow = (at: number) => at + view.getUint32(at, true);
  const field = (table: number, index: number) => {
    const vtable = table - view.getInt32(table, true);
    return table + view.getUint16(vtable + 4 + 2 * index, true);
  };
  const codes = follow(field(follow(0), 1));
  return field(follow(codes + 4), 0);
}

describe('readTflite', () => {
  it('reads the file that the package ships', () => {
    expect(sha256(tflite)).toBe('3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633');
    const { operations, tensors, inputs, outputs } = readTflite(tflite);
    expect(operations).toHaveLength(164);
    expect(counts(operations.map(({ options }) => options.kind))).toEqual({
      ADD: 16,
      CONCATENATION: 2,
      CONV_2D: 21,
      DEPTHWISE_CONV_2D: 16,
      DEQUANTIZE: 74,
      MAX_POOL_2D: 3,
      PAD: 11,
      RELU: 17,
      RESHAPE: 4,
    });
    expect(inputs.map((index) => tensors[index]?.shape)).toEqual([[1, 128, 128, 3]]);
    expect(outputs.map((index) => [tensors[index]?.name, tensors[index]?.shape])).toEqual([
      ['regressors', [1, 896, 16]],
      ['classificators', [1, 896, 1]],
    ]);
  });

  it('names an operation that it does not know', () => {
    const file = tflite.slice();
    file[placeOfFirstOperationCode(file)] = 97;
    expect(() => readTflite(file)).toThrow('Unknown TFLite operation number 97');
  });

  it('refuses what is no TFLite file', () => {
    const message = 'Not a TFLite file';
    expect(() => readTflite(new Uint8Array())).toThrow(message);
    expect(() => readTflite(new TextEncoder().encode('<!DOCTYPE html>'))).toThrow(message);
  });

  it('refuses a file that ends early', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: tflite.length - 1 }), (length) => {
        // The file's last bytes belong to its last table.
        expect(() => readTflite(tflite.subarray(0, length))).toThrow('Damaged TFLite file');
      }),
    );
  });
});

describe('convert', () => {
  const { model, weights } = convert(tflite);
  const nodes = model.modelTopology.node;
  const specs = model.weightsManifest.flatMap((group) => group.weights);

  it('translates every operation but the widening of constants', () => {
    expect(counts(nodes.map(({ op }) => op))).toEqual({
      _FusedConv2D: 21,
      AddV2: 16,
      ConcatV2: 3,
      Const: specs.length,
      FusedDepthwiseConv2dNative: 16,
      MaxPool: 3,
      Pad: 11,
      Placeholder: 1,
      Relu: 17,
      Reshape: 4,
    });
  });

  it('refers only to nodes that come earlier', () => {
    const known = new Set<string>();
    for (const { name, input } of nodes) {
      expect(input.filter((source) => !known.has(source))).toEqual([]);
      expect(known).not.toContain(name);
      known.add(name);
    }
    expect(nodes.at(-1)).toMatchObject({ name: 'Identity', op: 'ConcatV2' });
    expect(nodes.at(-1)?.input.slice(0, 2)).toEqual(['classificators', 'regressors']);
  });

  it('keeps filters as float16 in the order of tfjs', () => {
    const shapes = Object.fromEntries(specs.map(({ name, shape }) => [name, shape]));
    expect(shapes['conv2d/Kernel']).toEqual([5, 5, 3, 24]);
    expect(shapes['depthwise_conv2d/Kernel']).toEqual([3, 3, 24, 1]);
    expect(shapes['regressor_16/Kernel']).toEqual([1, 1, 96, 96]);
    const bytes = specs.map(({ shape, quantization }) => {
      return shape.reduce((a, b) => a * b, 1) * (quantization?.dtype === 'float16' ? 2 : 4);
    });
    expect(bytes.reduce((a, b) => a + b)).toBe(weights.length);
    expect(specs.filter(({ dtype }) => dtype === 'float32')).toHaveLength(74);
    expect(specs.filter(({ quantization }) => quantization)).toHaveLength(74);
  });

  it('makes the same model each time, byte for byte', () => {
    expect(weights).toHaveLength(203192);
    expect(sha256(weights)).toBe(
      'ae6e31bb6aac73ecc2ff1ed0dc63f3cfd0ab0922f6402c06cadd1aca3f96e5c6',
    );
    expect(convert(tflite)).toEqual({ model, weights });
  });

  it('says so when a constant does not fit its shape', () => {
    const file = tflite.slice();
    const shape = new Uint8Array(Int32Array.of(4, 24, 5, 5, 3).buffer);
    file[Buffer.from(file.buffer).lastIndexOf(shape) + 8] = 7;
    expect(() => convert(file)).toThrow('holds 3600 bytes, not 5040');
  });

  it('says so when an output is missing', () => {
    const file = tflite.slice();
    const name = Buffer.from(file.buffer, file.byteOffset).lastIndexOf('classificators');
    file[name] = 'k'.charCodeAt(0);
    expect(() => convert(file)).toThrow('The TFLite graph has no output "classificators"');
  });

  it('fails with a message, whatever is broken', () => {
    const place = fc.integer({ min: 0, max: tflite.length - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 }))), (changes) => {
        const file = tflite.slice();
        for (const [at, value] of changes) file[at] = value;
        try {
          convert(file);
        } catch (error) {
          expect(String(error)).toMatch(/^Error: (Unknown|Not a|Damaged|Tensor|The TFLite)/);
        }
      }),
    );
  });
});

describe('the stub for @mediapipe/face_detection', () => {
  it('cannot be used', () => {
    expect(() => new FaceDetection()).toThrow('use tfjs');
  });
});
