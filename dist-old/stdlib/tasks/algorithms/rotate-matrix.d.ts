/**
 * Turns a square of digits clockwise by quarters; the steps show it after each. Scored by the share of cells that
 * are right.
 *
 *     turn 12/34 by 180=?   ->   31/42 43/21<answer>43/21</answer>
 */
export declare const rotateMatrix: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
