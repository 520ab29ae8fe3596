/**
 * Finds the largest number of a list, writing the largest so far after each.
 *
 *     max: 41,7,88,23   ->   41 41 88 88<answer>88</answer>
 */
export declare const largestNumber: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
