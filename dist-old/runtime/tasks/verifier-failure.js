const KIND = Symbol.for('prorl.VerifierFailure');
/**
 * Thrown by `verify` or `generate` when the infrastructure failed and not the answer: a process that died, a server
 * that does not reply, a verdict that is none. It never becomes a score; the pipeline says whether the run stops or
 * leaves the response out (`verify { on_failure: stop | skip }`).
 */
export class VerifierFailure extends Error {
    /** A library may bring a copy of prorl of its own: its failures are known all the same. */
    [KIND] = true;
    /** Whether the same request may well succeed when it is made again. */
    retryable;
    /** How to mend it, where that is known. */
    hint;
    constructor(message, options) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'VerifierFailure';
        this.retryable = options.retryable;
        this.hint = options.hint;
    }
    static [Symbol.hasInstance](value) {
        return typeof value === 'object' && value !== null && KIND in value;
    }
}
