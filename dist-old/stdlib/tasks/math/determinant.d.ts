/**
 * Finds the determinant of a matrix along its first row; the steps show the smaller determinants first.
 *
 *     det [1 2;3 4]=?   ->   1*4-2*3=-2<answer>-2</answer>
 */
export declare const determinant: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
