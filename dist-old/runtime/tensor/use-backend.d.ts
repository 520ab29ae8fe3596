import type { BackendName } from './backend-types.ts';
/**
 * Makes a registered TensorFlow.js backend the one in use and computes one small product on it, so that a
 * backend that loads but cannot compute is found here and not in the middle of a run.
 */
export declare function useBackend(name: BackendName, tfName: string, mend: string | undefined): Promise<void>;
/** Frees a backend and all tensors on it, in such a way that it can be opened again. */
export declare function removeBackend(tfName: string): void;
/** The first line of whatever was thrown, without `Error:` in front and without a full stop at the end. */
export declare function firstLine(thrown: unknown): string;
