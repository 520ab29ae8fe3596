import type { Rule } from './rule.ts';
/** Groups are sampled anew only where a filter drops some. */
export declare const refills: Rule;
