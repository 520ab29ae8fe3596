/**
 * What runs inside of the sandbox before a Python solution does: it compiles the source once, then forks a process
 * for each input. It is of the solution's own user, so the solution may end or corrupt it. That gains nothing: it
 * knows inputs only.
 *
 * Reads the job as JSON from standard input; writes a JSON line on whether the source compiles, then one for each
 * input. Kept free of imports that take milliseconds.
 */
export declare const PYTHON_RUNNER: string;
