import { type BigNumber, type Complex, type Fraction } from 'mathjs';
import { type Formula } from './formula.ts';
/** Decimal digits that constants are worked out to. */
export declare const DIGITS = 64;
/** The exact value of a formula of whole numbers and fractions; undefined where it is irrational or not understood. */
export declare function exactValue(tree: Formula): Fraction | undefined;
/** The real value of a formula without variables to 64 digits; undefined where it has none or is not understood. */
export declare function realValue(tree: Formula): BigNumber | undefined;
/** The complex value of a formula with the given values of its variables; undefined where it has none or is not understood. */
export declare function complexValue(tree: Formula, variables: ReadonlyMap<string, Complex>): Complex | undefined;
/** The variables of a formula: its symbols that are no constants. */
export declare function variablesOf(tree: Formula, found?: Set<string>): Set<string>;
