import { type Rule } from './rule.ts';
/** A test runs something, and expects something that may happen. */
export declare const tests: Rule;
