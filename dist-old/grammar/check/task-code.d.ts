import type { Rule } from './rule.ts';
/** The code that a task or a verifier names is there. */
export declare const taskCode: Rule;
