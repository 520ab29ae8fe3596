import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { BackendUnavailable } from "./backend-types.js";
/** WebAssembly with SIMD: the embedded default, which works wherever Node does and needs nothing but npm. */
export const wasm = {
    name: 'wasm',
    summary: 'WebAssembly (XNNPACK), on one thread: always there',
    async open() {
        const [{ tf }, package_, { removeBackend, useBackend }, { registerUnsortedSegmentSum }, { registerFastMatMul }, { registerFastMoves },] = await Promise.all([
            import("./tf.js"),
            import('@tensorflow/tfjs-backend-wasm'),
            import("./use-backend.js"),
            import("./kernels/unsorted-segment-sum.js"),
            import("./kernels/wasm-matmul.js"),
            import("./kernels/wasm-moves.js"),
        ]);
        const mend = 'npm install @tensorflow/tfjs-backend-wasm@4.22';
        // The binaries lie beside the package's main file: they are read from there, never fetched.
        package_.setWasmPaths(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')) + sep);
        await withoutProcessListeners(() => useBackend('wasm', 'wasm', mend));
        if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
            throw new BackendUnavailable('wasm', 'this processor or this Node has no WebAssembly SIMD.', undefined);
        }
        registerUnsortedSegmentSum();
        registerFastMoves();
        registerFastMatMul(tf.backend());
        return {
            name: 'wasm',
            description: `TensorFlow.js ${package_.version_wasm} in WebAssembly with SIMD, ${package_.getThreadsCount()} thread`,
            dispose: () => removeBackend('wasm'),
        };
    },
};
/**
 * Emscripten's start-up code installs its own listeners for uncaught errors and rejections, which would hide
 * those of the command line. This puts back what was there before.
 */
async function withoutProcessListeners(start) {
    const events = ['uncaughtException', 'unhandledRejection'];
    const before = events.map((event) => new Set(process.listeners(event)));
    try {
        await start();
    }
    finally {
        events.forEach((event, index) => {
            for (const listener of process.listeners(event)) {
                if (!before[index]?.has(listener))
                    process.removeListener(event, listener);
            }
        });
    }
}
