import type { Verifier } from '../task.ts';
/**
 * Judges code for problems of data sets: `data` of a problem is a CodeProblem. Its settings hold for all problems,
 * but for what a problem says itself. A tolerance of 0 compares exactly.
 */
export declare const codeVerifier: Verifier;
export declare function closeCode(): Promise<void>;
