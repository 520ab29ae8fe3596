/**
 * Finds which one of four conclusions follows from what is said of some classes. It follows whether or not classes
 * may be empty; the others do not follow even if none is.
 *
 *     all K are B;no B are T. Which follows? 1 all T are K 2 no K are T 3 some K are T 4 all B are K   ->   <answer>2</answer>
 */
export declare const syllogism: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
