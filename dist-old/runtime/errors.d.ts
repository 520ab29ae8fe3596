/** Exit codes of the command line, also carried by errors that know how a run should end. */
export declare const ExitCode: {
    readonly done: 0;
    /** The run itself failed: training broke, the disk filled, a guard gave up. */
    readonly runFailed: 1;
    /** The command line was wrong. */
    readonly usage: 2;
    /** The pipeline, its graph or a file it names has errors. */
    readonly pipeline: 3;
    /** The environment lacks something: a backend, a package, memory. */
    readonly environment: 4;
    readonly interrupted: 130;
};
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
declare const KIND: unique symbol;
/**
 * A failure that a user can understand and mend. The message says what is wrong and where;
 * `hint` says how to mend it. Anything else that is thrown is a defect of prorl itself.
 */
export declare class ProrlError extends Error {
    /** A library may bring a copy of prorl of its own: its errors are known all the same. */
    readonly [KIND] = true;
    readonly exitCode: ExitCode;
    readonly hint: string | undefined;
    constructor(message: string, options: {
        exitCode: ExitCode;
        hint?: string;
        cause?: unknown;
    });
    static [Symbol.hasInstance](value: unknown): boolean;
}
export {};
