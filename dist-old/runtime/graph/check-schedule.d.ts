import { type GraphProblem } from './problem.ts';
import type { Schedule } from './schedule.ts';
/** The values that a schedule may take. */
export interface Bounds {
    min: number;
    max: number;
    /** Whether `min` itself is left out. */
    above?: boolean;
    whole?: boolean;
}
/** What is wrong with a schedule's pieces, and with the values at their ends (between them no shape goes further). */
export declare function checkSchedule(schedule: Schedule, at: string, bounds: Bounds): GraphProblem[];
/** What is wrong with a number that must lie within bounds. */
export declare function checkNumber(value: number, at: string, bounds: Bounds): GraphProblem[];
/** The path of a value within `/nodes/I/config`. */
export declare function configPointer(node: number, ...parts: (string | number)[]): string;
