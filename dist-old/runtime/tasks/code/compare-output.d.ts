import type { Comparison } from './problem.ts';
/**
 * Whether a program's output is as expected, as competitive judges compare: spaces at the ends of lines and empty
 * lines at the end do not count; by words where `tokens` says so; with a tolerance, words that are numbers by value.
 */
export declare function sameOutput(given: string, expected: string, comparison?: Comparison): boolean;
/** |given - expected| <= tolerance * max(1, |expected|); never for what is not finite. */
export declare function within(given: number, expected: number, tolerance: number): boolean;
