/**
 * Reduces a fraction below one to lowest terms: the greatest common divisor, then both divisions.
 *
 *     simplify 12/18   ->   6: 12/6=2 18/6=3<answer>2/3</answer>
 */
export declare const simplifyFraction: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
