/**
 * Finds what a division leaves: the largest multiple that fits, then the difference.
 *
 *     17 mod 5=?   ->   5*3=15 17-15=2<answer>2</answer>
 */
export declare const remainder: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
