import type { TaskReference, VerifierReference } from '../graph/index.ts';
import type { OpenTask, OpenVerifier, Surroundings } from './opened.ts';
/**
 * Makes ready what poses and judges a task's problems: imports its code, starts its program, reaches its server.
 * Throws a ProrlError where that cannot be. Whoever opens it closes it.
 */
export declare function openTask(reference: TaskReference, around: Surroundings): Promise<OpenTask>;
/** The same of what judges answers to the problems of others. */
export declare function openVerifier(reference: VerifierReference, around: Surroundings): Promise<OpenVerifier>;
