/**
 * Reads a binary number: the value doubles at each bit, and a 1 adds one.
 *
 *     0b1011=?   ->   1 2 5 11<answer>11</answer>
 */
export declare const binaryValue: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
