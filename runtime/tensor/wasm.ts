import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BackendUnavailable } from './backend-types.ts';
import type { Backend, BackendSpec } from './backend-types.ts';
import type { WasmHeap } from './kernels/wasm/pool.ts';

/** WebAssembly with SIMD: the embedded default, which works wherever Node does and needs nothing but npm. */
export const wasm: BackendSpec = {
  name: 'wasm',
  summary: 'WebAssembly on all cores: always there',

  async open(): Promise<Backend> {
    const [
      { tf },
      package_,
      { removeBackend, useBackend },
      { registerUnsortedSegmentSum },
      { registerFastMatMul },
      { registerFastMoves },
      { poolOf },
      { withSharedMemory },
    ] = await Promise.all([
      import('./tf.ts'),
      import('@tensorflow/tfjs-backend-wasm'),
      import('./use-backend.ts'),
      import('./kernels/wasm/unsorted-segment-sum.ts'),
      import('./kernels/wasm/matmul.ts'),
      import('./kernels/wasm/moves.ts'),
      import('./kernels/wasm/pool.ts'),
      import('./kernels/wasm/shared-memory.ts'),
    ]);
    if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
      throw new BackendUnavailable('wasm', 'this processor or this Node has no WebAssembly SIMD.', undefined);
    }
    const mend = 'npm install @tensorflow/tfjs-backend-wasm@4.22';
    // The binary lies beside the package's main file: it is read from there, and handed over with a memory that threads
    // share. tfjs asks for three places and loads from the one whose features are there.
    const folder = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
    const bytes = withSharedMemory(await readFile(join(folder, binary)));
    const url = URL.createObjectURL(new Blob([bytes], { type: 'application/wasm' }));
    try {
      package_.setWasmPaths(
        { [binary]: url, 'tfjs-backend-wasm.wasm': url, 'tfjs-backend-wasm-threaded-simd.wasm': url },
        true,
      );
      await withoutProcessListeners(() => useBackend('wasm', 'wasm', mend));
    } finally {
      URL.revokeObjectURL(url);
    }
    registerUnsortedSegmentSum();
    registerFastMoves();
    registerFastMatMul();
    const pool = poolOf(tf.backend() as unknown as WasmHeap);
    return {
      name: 'wasm',
      description: `TensorFlow.js ${package_.version_wasm} in WebAssembly with SIMD, ${pool.threads} thread${pool.threads === 1 ? '' : 's'}`,
      fastMath: false,
      dispose: () => {
        pool.close();
        removeBackend('wasm');
      },
    };
  },
};

const binary = 'tfjs-backend-wasm-simd.wasm';

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
