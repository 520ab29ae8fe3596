import type { Backend, BackendName, BackendSpec, OpenOptions } from './backend-types.ts';
export { BackendUnavailable, backendNames } from './backend-types.ts';
export type { Backend, BackendName, BackendSpec } from './backend-types.ts';
/**
 * Every backend, in the order in which they are tried. Importing this costs nothing: TensorFlow.js is loaded
 * by `open` alone.
 */
export declare const backends: readonly BackendSpec[];
/**
 * Opens the backend asked for, or else the fastest that works here.
 *
 * Throws a ProrlError: with exit code `usage` for a name that is none, `environment` for a backend that does
 * not work here (the message says why, the hint names the command that mends it).
 */
export declare function openBackend(requested?: string, options?: Pick<OpenOptions, 'threads'>): Promise<Backend>;
/** The backend of that name; throws a ProrlError that suggests the nearest one. */
export declare function parseBackendName(name: string): BackendName;
export declare function specOf(name: BackendName): BackendSpec;
