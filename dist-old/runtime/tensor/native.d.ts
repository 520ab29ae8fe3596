import type { BackendSpec } from './backend-types.ts';
/** TensorFlow on the processor, on all its cores, through tfjs-node. */
export declare const native: BackendSpec;
