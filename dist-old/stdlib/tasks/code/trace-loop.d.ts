/**
 * Follows a loop to the value it ends with.
 *
 *     s=1;for(i=0;i<3;i++)s=s*2+1   ->   3 7 15<answer>15</answer>
 */
export declare const traceLoop: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
