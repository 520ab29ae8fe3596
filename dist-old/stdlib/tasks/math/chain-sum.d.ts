/**
 * Adds and subtracts a chain of whole numbers, with the running total after each.
 * No total falls below zero.
 *
 *     12+7-3=?   ->   12 +7=19 -3=16<answer>16</answer>
 */
export declare const chainSum: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
