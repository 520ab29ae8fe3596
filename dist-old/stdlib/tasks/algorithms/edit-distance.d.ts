/**
 * Counts the fewest letters to put in, leave out or change to make one word of another; the steps are the rows of
 * Levenshtein's table, one for each letter of the first word.
 *
 *     edits abc to adc=?   ->   0123 1012 2112 3221<answer>1</answer>
 */
export declare const editDistance: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
