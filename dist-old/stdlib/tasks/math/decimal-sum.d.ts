/**
 * Adds and, where asked, takes away decimal numbers, with the running total after each.
 *
 *     3.5+2.75=?   ->   3.5 +2.75=6.25<answer>6.25</answer>
 */
export declare const decimalSum: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
