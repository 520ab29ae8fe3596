/**
 * Continues a sequence in which two or more sequences of steady steps take turns; the steps show the one that is next.
 *
 *     2 rows take turns: 1,10,3,20,5,?   ->   10 20 +10<answer>30</answer>
 */
export declare const interleavedSequence: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
