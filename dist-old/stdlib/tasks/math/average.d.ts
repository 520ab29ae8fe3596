/**
 * Finds the mean of some numbers, which is whole: the running total, then one division.
 *
 *     mean: 3,8,10   ->   3 11 21 21/3=7<answer>7</answer>
 */
export declare const average: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
