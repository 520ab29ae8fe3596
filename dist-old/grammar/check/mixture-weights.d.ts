import type { Rule } from './rule.ts';
/** A mixture draws something, from the first step of the run on. */
export declare const mixtureWeights: Rule;
