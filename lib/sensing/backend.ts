import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { env, ready, setBackend } from '@tensorflow/tfjs-core';

/**
 * Makes single-threaded WASM, with SIMD where there is any, the backend of every model. `wasmPath` is the
 * folder, with a slash at its end, that holds the `.wasm` files of the very same version of
 * `@tensorflow/tfjs-backend-wasm`. Rejects when they cannot be loaded.
 */
export async function startBackend(wasmPath: string): Promise<void> {
  // Extension pages have SharedArrayBuffer, hence tfjs would choose its threaded build. That one starts
  // blob: workers, which the extension's CSP refuses, and then waits for them without end.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(wasmPath);
  if (!(await setBackend('wasm'))) {
    throw new Error(`The WASM backend did not start from ${wasmPath}`);
  }
  await ready();
}
