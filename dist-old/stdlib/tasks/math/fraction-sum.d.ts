/**
 * Adds or takes away fractions below one over their least common denominator.
 *
 *     1/4+1/6=?   ->   12: 3+2=5<answer>5/12</answer>
 */
export declare const fractionSum: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
