/**
 * Joins two numbers bit by bit, both written in base 2 first.
 *
 *     12 and 10=?   ->   1100 1010 1000<answer>8</answer>
 */
export declare const bitwiseArithmetic: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
