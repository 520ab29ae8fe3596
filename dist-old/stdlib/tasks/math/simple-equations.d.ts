/**
 * Solves an equation of the first degree for x in two steps: the constant goes to the other side, then a division.
 *
 *     3x+5=20,x=?   ->   3x=15 x=5<answer>5</answer>
 */
export declare const simpleEquations: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
