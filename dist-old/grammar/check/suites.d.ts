import type { Rule } from './rule.ts';
/** pass@k is estimated from at least k responses. */
export declare const passAtK: Rule;
