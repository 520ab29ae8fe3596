/** Exit codes of the command line, also carried by errors that know how a run should end. */
export const ExitCode = {
    done: 0,
    /** The run itself failed: training broke, the disk filled, a guard gave up. */
    runFailed: 1,
    /** The command line was wrong. */
    usage: 2,
    /** The pipeline, its graph or a file it names has errors. */
    pipeline: 3,
    /** The environment lacks something: a backend, a package, memory. */
    environment: 4,
    interrupted: 130,
};
const KIND = Symbol.for('prorl.ProrlError');
/**
 * A failure that a user can understand and mend. The message says what is wrong and where;
 * `hint` says how to mend it. Anything else that is thrown is a defect of prorl itself.
 */
export class ProrlError extends Error {
    /** A library may bring a copy of prorl of its own: its errors are known all the same. */
    [KIND] = true;
    exitCode;
    hint;
    constructor(message, options) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'ProrlError';
        this.exitCode = options.exitCode;
        this.hint = options.hint;
    }
    static [Symbol.hasInstance](value) {
        if (this !== ProrlError)
            return Function.prototype[Symbol.hasInstance].call(this, value);
        return typeof value === 'object' && value !== null && KIND in value;
    }
}
