import type { HttpReference } from '../graph/index.ts';
import type { OpenTask, OpenVerifier, Surroundings } from './opened.ts';
/** Greets the server of `task NAME = http(...)`. */
export declare function openHttpTask(reference: HttpReference, _around: Surroundings): Promise<OpenTask>;
/** Greets the server of `verifier NAME = http(...)`. */
export declare function openHttpVerifier(reference: HttpReference, _around: Surroundings): Promise<OpenVerifier>;
