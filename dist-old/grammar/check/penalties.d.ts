import type { Rule } from './rule.ts';
/** One of two penalties for the same thing hides the other. */
export declare const penalties: Rule;
