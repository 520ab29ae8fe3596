/**
 * Finds the greatest common divisor by Euclid's algorithm, written as the row of remainders.
 *
 *     gcd 48,18=?   ->   48 18 12 6 0<answer>6</answer>
 */
export declare const gcd: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
