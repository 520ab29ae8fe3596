import type { Rule } from './rule.ts';
/** A guard that neither rolls back nor slows down only waits to stop the run. */
export declare const guards: Rule;
