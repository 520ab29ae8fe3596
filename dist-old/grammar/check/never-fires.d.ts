import type { Rule } from './rule.ts';
/** Conditions that no value of a metric, or no length of the stage, can ever make true. */
export declare const neverFires: Rule;
