/**
 * Finds a percentage of a whole number: a product, then two decimal places.
 *
 *     15% of 240=?   ->   15*240=3600<answer>36</answer>
 */
export declare const percentage: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
