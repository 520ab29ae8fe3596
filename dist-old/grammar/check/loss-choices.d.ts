import type { Rule } from './rule.ts';
/** What a loss is composed of goes together, and nothing is written that it does not read. */
export declare const lossChoices: Rule;
