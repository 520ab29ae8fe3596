import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { BackendUnavailable } from './backend-types.ts';
import type { Backend, BackendSpec } from './backend-types.ts';

/** WebAssembly with SIMD: the embedded default, which works wherever Node does and needs nothing but npm. */
export const wasm: BackendSpec = {
  name: 'wasm',
  summary: 'WebAssembly (XNNPACK), on one thread: always there',

  async open(): Promise<Backend> {
    const [
      { tf },
      package_,
      { removeBackend, useBackend },
      { registerUnsortedSegmentSum },
      { registerFastMatMul },
      { registerFastMoves },
    ] = await Promise.all([
      import('./tf.ts'),
      import('@tensorflow/tfjs-backend-wasm'),
      import('./use-backend.ts'),
      import('./kernels/unsorted-segment-sum.ts'),
      import('./kernels/wasm-matmul.ts'),
      import('./kernels/wasm-moves.ts'),
    ]);
    const mend = 'npm install @tensorflow/tfjs-backend-wasm@4.22';
    // The binaries lie beside the package's main file: they are read from there, never fetched.
    package_.setWasmPaths(
      dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')) + sep,
    );
    await withoutProcessListeners(() => useBackend('wasm', 'wasm', mend));
    if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
      throw new BackendUnavailable('wasm', 'this processor or this Node has no WebAssembly SIMD.', undefined);
    }
    registerUnsortedSegmentSum();
    registerFastMoves();
    registerFastMatMul(tf.backend() as BackendWasm);
    return {
      name: 'wasm',
      description: `TensorFlow.js ${package_.version_wasm} in WebAssembly with SIMD, ${package_.getThreadsCount()} thread`,
      fastMath: false,
      dispose: () => removeBackend('wasm'),
    };
  },
};

/**
 * Emscripten's start-up code installs its own listeners for uncaught errors and rejections, which would hide
 * those of the command line. This puts back what was there before.
 */
async function withoutProcessListeners(start: () => Promise<void>): Promise<void> {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.map((event) => new Set<unknown>(process.listeners(event as 'uncaughtException')));
  try {
    await start();
  } finally {
    events.forEach((event, index) => {
      for (const listener of process.listeners(event as 'uncaughtException')) {
        if (!before[index]?.has(listener)) process.removeListener(event, listener);
      }
    });
  }
}
