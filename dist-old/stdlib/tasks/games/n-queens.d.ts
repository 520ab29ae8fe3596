/**
 * Completes queens on a board, one a row, so that none attacks another; any way counts.
 *
 *     6 queens,row 1 column 2: columns of rows 1..6=?   ->   <answer>2,4,6,1,3,5</answer>
 */
export declare const nQueens: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
