/**
 * Writes a word as its runs of equal letters, each with its length.
 *
 *     runs: aaabcc   ->   aaa b cc<answer>a3b1c2</answer>
 */
export declare const runLength: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
