import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
/**
 * `BatchMatMul` for the wasm backend. As shipped it uses XNNPACK for one product without transposition and
 * plain loops, twelve times slower, for all else: batches, transposed operands (of which every gradient of a
 * product is made), and a batch times one matrix. Here all of them are led to XNNPACK: operands are
 * transposed by the transpose kernel, a batch times one matrix becomes one product, and a batch of products
 * runs matrix by matrix on views of the operands' memory.
 */
export declare function registerFastMatMul(backend: BackendWasm): void;
