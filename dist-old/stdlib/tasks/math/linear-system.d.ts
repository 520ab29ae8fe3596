/**
 * Solves two equations of the first degree for x and y, whole numbers, by Cramer's rule.
 *
 *     2x+y=7,x-y=-1;x,y=?   ->   -2-1=-3 -7+1=-6 -2-7=-9<answer>2,3</answer>
 */
export declare const linearSystem: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
