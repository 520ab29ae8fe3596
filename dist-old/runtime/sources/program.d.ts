import type { ProgramReference } from '../graph/index.ts';
import { type OpenTask, type OpenVerifier, type Surroundings } from './opened.ts';
/** Starts the program of `task NAME = program(...)`. */
export declare function openProgramTask(reference: ProgramReference, around: Surroundings): Promise<OpenTask>;
/** Starts the program of `verifier NAME = program(...)`. */
export declare function openProgramVerifier(reference: ProgramReference, around: Surroundings): Promise<OpenVerifier>;
