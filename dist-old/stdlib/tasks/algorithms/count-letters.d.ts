/**
 * Counts how often a letter stands in a word, writing the count so far behind every letter.
 *
 *     count a: banca   ->   b0a1n1c1a2<answer>2</answer>
 */
export declare const countLetters: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
