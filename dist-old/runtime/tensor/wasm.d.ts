import type { BackendSpec } from './backend-types.ts';
/** WebAssembly with SIMD: the embedded default, which works wherever Node does and needs nothing but npm. */
export declare const wasm: BackendSpec;
