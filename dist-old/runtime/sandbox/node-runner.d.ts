/**
 * What runs inside of the sandbox before a JavaScript solution does: it compiles the source once (as CommonJS), then
 * starts Node for each input of a program, or once for the calls of a function (and again after a call that ended it).
 * Like the Python runner it knows inputs only, and reads and writes the same lines.
 */
export declare const NODE_RUNNER: string;
