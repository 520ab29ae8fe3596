import type { Rule } from './rule.ts';
/** A filter of groups keeps some. */
export declare const filters: Rule;
