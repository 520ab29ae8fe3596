/**
 * Writes a word in the form that short instructions ask for: a first exercise in following them, checkable like the
 * kinds of IFEval that it is taken from. Scored by the share of the instructions that the answer follows.
 *
 *     write kdb: 2 times, upper, quote   ->   kdb kdb KDB KDB<answer>"KDB KDB"</answer>
 */
export declare const shapeWord: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
