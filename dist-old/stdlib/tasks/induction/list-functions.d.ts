/**
 * Finds the function that makes one list of another from examples, and applies it. Scored by the share of numbers
 * that are right.
 *
 *     1,4,0>2,5,1 7,3,8>8,4,9 6,2,2>?   ->   <answer>7,3,3</answer>
 */
export declare const listFunctions: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
