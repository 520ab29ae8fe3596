/**
 * Multiplies two square matrices, entry by entry along the rows.
 *
 *     [1 2;3 4]*[5 6;7 8]=?   ->   5+14=19 6+16=22 15+28=43 18+32=50<answer>[19 22;43 50]</answer>
 */
export declare const matrixProduct: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
