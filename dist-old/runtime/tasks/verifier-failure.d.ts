declare const KIND: unique symbol;
/**
 * Thrown by `verify` or `generate` when the infrastructure failed and not the answer: a process that died, a server
 * that does not reply, a verdict that is none. It never becomes a score; the pipeline says whether the run stops or
 * leaves the response out (`verify { on_failure: stop | skip }`).
 */
export declare class VerifierFailure extends Error {
    /** A library may bring a copy of prorl of its own: its failures are known all the same. */
    readonly [KIND] = true;
    /** Whether the same request may well succeed when it is made again. */
    readonly retryable: boolean;
    /** How to mend it, where that is known. */
    readonly hint: string | undefined;
    constructor(message: string, options: {
        retryable: boolean;
        hint?: string | undefined;
        cause?: unknown;
    });
    static [Symbol.hasInstance](value: unknown): boolean;
}
export {};
