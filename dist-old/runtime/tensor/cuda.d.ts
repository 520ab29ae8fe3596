import type { BackendSpec } from './backend-types.ts';
/** TensorFlow on an NVIDIA GPU, through tfjs-node or tfjs-node-gpu. */
export declare const cuda: BackendSpec;
/** Throws BackendUnavailable where there is no GPU: loading TensorFlow, or fetching it, would cost gigabytes. */
export declare function requireGpu(): void;
