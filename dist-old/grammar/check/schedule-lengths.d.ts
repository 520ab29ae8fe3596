import { type Rule } from './rule.ts';
/** A schedule moves while a stage that follows it runs: it is not over before, nor cut off by the end of the last of them. */
export declare const scheduleLengths: Rule;
