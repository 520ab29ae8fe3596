/**
 * Tells what a program of assignments prints.
 *
 *     a=3;b=4;a=a*b;print(a)   ->   a=12<answer>12</answer>
 */
export declare const predictOutput: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
