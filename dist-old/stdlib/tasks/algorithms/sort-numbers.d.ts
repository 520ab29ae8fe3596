/**
 * Sorts numbers by taking the smallest of what is left, again and again. Scored by the share of places that are right.
 *
 *     sort: 41,7,88   ->   41,88 88<answer>7,41,88</answer>
 */
export declare const sortNumbers: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
