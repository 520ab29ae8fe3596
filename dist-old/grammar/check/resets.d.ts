import { type Rule } from './rule.ts';
/** A reset copies the policy over a reference that must be there, not at every step anew, and for a stage to come. */
export declare const resets: Rule;
