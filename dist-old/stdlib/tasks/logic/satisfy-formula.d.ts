/**
 * Finds values that make a formula true; any that do count. The steps count the values up from all zeros and name
 * the first clause, counted from 1, that fails.
 *
 *     make (a|!b)&(b|c) true: abc=?   ->   000:2 001<answer>001</answer>
 */
export declare const satisfyFormula: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
