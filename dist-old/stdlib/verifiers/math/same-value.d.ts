import { type Formula } from './formula.ts';
/**
 * Whether two formulas have the same value: to 40 digits where they are constants, and at points spread over the
 * plane where they have variables. A decimal fraction of six decimals or more also stands for what it rounds.
 */
export declare function sameValue(given: Formula, expected: Formula): boolean;
