/**
 * Moves all discs to one peg, one at a time and never onto a smaller one; any way there counts. The answer names the
 * peg that a disc leaves, and where it goes.
 *
 *     hanoi: discs 1..3 (1 smallest) on AAC,all to C: moves=?   ->   <answer>AB AC BC</answer>
 */
export declare const towerOfHanoi: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
