import type { Comparison } from './problem.ts';
/**
 * Whether two JSON texts hold the same value. Members of objects may come in any order; whole numbers are compared to
 * the last digit, others as float64, or within the tolerance. What is no JSON, or is nested too deeply to be read,
 * equals nothing.
 */
export declare function sameValue(given: string, expected: string, { tolerance }?: Comparison): boolean;
