import type { CodeReference } from '../graph/index.ts';
import type { OpenTask, OpenVerifier, Surroundings } from './opened.ts';
/** Imports the module of `task NAME = code(...)`. */
export declare function openCodeTask(reference: CodeReference, around: Surroundings): Promise<OpenTask>;
/** Imports the module of `verifier NAME = code(...)`. */
export declare function openCodeVerifier(reference: CodeReference, around: Surroundings): Promise<OpenVerifier>;
