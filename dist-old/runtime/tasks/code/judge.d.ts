import type { Verdict } from '../task.ts';
export interface CodeVerdict extends Verdict {
    /** Tests passed, of all. */
    readonly passed: number;
    readonly tests: number;
    /** Why the code earned less than it could: of the first test that failed, or of all. Empty where all passed. */
    readonly why: string;
}
/**
 * Runs the code of a response on all tests in the sandbox and compares what comes of it outside: the sandbox knows
 * inputs only. The score is the fraction of tests passed; 0 where the code does not compile or goes over a limit
 * (ProRL, arXiv:2505.24864, appendix D). Throws ProrlError where there is no sandbox, VerifierFailure where it fails.
 */
export declare function judgeCode(data: unknown, prompt: string, response: string, signal?: AbortSignal): Promise<CodeVerdict>;
