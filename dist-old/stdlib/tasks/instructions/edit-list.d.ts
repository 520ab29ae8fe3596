/**
 * Follows instructions on a list one after another; each acts on what the one before left. A word is found however it
 * is written. A list of the right length earns up to
 * half, by the share of places that are right.
 *
 *     list kd tx ab: drop tx, reverse   ->   kd ab,ab kd<answer>ab kd</answer>
 */
export declare const editList: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
