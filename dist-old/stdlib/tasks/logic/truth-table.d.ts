/**
 * Works out a formula for all values of its variables, counted up from all zeros; `^` is exclusive or, `>` implies.
 *
 *     truth table of (a&!b),ab=00..11:?   ->   00:0 01:0 10:1 11:0<answer>0010</answer>
 */
export declare const truthTable: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
