/**
 * What QuickJS lacks of what short Node programs use: console, process, require of fs, readline and os, timers.
 * `__write(stream, text)` and `__exit(code)` come from outside, `__stdin` is the input.
 */
export declare const QUICKJS_PRELUDE: string;
