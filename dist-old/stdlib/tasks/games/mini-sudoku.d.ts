/**
 * Fills a square of 4 by 4 so that each row, column and corner of 2 by 2 has 1 to 4; there is one way. Scored by the
 * share of empty cells that are filled rightly.
 *
 *     sudoku 4x4 1.34/34.2/2143/.321=?   ->   <answer>1234/3412/2143/4321</answer>
 */
export declare const miniSudoku: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
