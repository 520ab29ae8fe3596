import type { BackendSpec } from './backend-types.ts';
/** Plain JavaScript: slow, but with nothing to go wrong. Good for tests and as a second opinion. */
export declare const cpu: BackendSpec;
