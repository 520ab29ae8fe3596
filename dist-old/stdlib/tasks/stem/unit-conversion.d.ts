/**
 * Converts a measure into a unit that is a power of ten smaller or larger; the step says which way the point moves.
 *
 *     3.5 km in m=?   ->   *10^3<answer>3500</answer>
 */
export declare const unitConversion: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
