/**
 * Finds how likely some dice show at least a sum: the ways to each such sum, out of all.
 *
 *     2 dice of 6 sides: P(sum>=11)=?   ->   11:2 12:1 3 of 36<answer>1/12</answer>
 */
export declare const diceProbability: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
