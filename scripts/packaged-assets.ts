import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { convert } from '../models/face-detector/convert';

const require = createRequire(import.meta.url);
const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.cache', 'assets');

/** A file of the package that Vite does not see: where it lies, and its path in the package. */
export interface PackagedAsset {
  absoluteSrc: string;
  relativeDest: string;
}

const ICON_SIZES = [16, 32, 48, 128];

let prepared: Promise<PackagedAsset[]> | undefined;

/** All such files: the two models, the WASM backend, the icons. Makes those that are built from others. */
export function packagedAssets(): Promise<PackagedAsset[]> {
  prepared ??= prepare();
  return prepared;
}

async function prepare(): Promise<PackagedAsset[]> {
  return (await Promise.all([faceDetector(), emotionModel(), wasmBackend(), icons()])).flat();
}

async function faceDetector(): Promise<PackagedAsset[]> {
  const directory = dirname(require.resolve('@mediapipe/face_detection'));
  const tflite = await readFile(join(directory, 'face_detection_short_range.tflite'));
  const { model, weights } = convert(tflite);
  return [
    await generated('models/face-detector/model.json', JSON.stringify(model)),
    await generated('models/face-detector/weights.bin', weights),
  ];
}

function emotionModel(): PackagedAsset[] {
  return ['model.json', 'weights.bin'].map((name) => ({
    absoluteSrc: join(root, 'models/emotion', name),
    relativeDest: `models/emotion/${name}`,
  }));
}

/** The threaded build is left out: it needs `blob:` workers, which extension pages may not have. */
function wasmBackend(): PackagedAsset[] {
  const directory = dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'));
  return ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'].map((name) => ({
    absoluteSrc: join(directory, 'dist', name),
    relativeDest: `wasm/${name}`,
  }));
}

async function icons(): Promise<PackagedAsset[]> {
  const drawing = await loadImage(join(root, 'public/icon.svg'));
  return Promise.all(
    ICON_SIZES.map((size) => {
      const canvas = createCanvas(size, size);
      canvas.getContext('2d').drawImage(drawing, 0, 0, size, size);
      return generated(`icon/${size}.png`, canvas.toBuffer('image/png'));
    }),
  );
}

/** Writes a generated file into the cache. */
async function generated(
  relativeDest: string,
  contents: string | Uint8Array,
): Promise<PackagedAsset> {
  const absoluteSrc = join(cache, relativeDest);
  await mkdir(dirname(absoluteSrc), { recursive: true });
  await writeFile(absoluteSrc, contents);
  return { absoluteSrc, relativeDest };
}
