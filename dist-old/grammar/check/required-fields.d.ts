import type { Rule } from './rule.ts';
/** A stage that is run has every field that has no default. */
export declare const requiredFields: Rule;
