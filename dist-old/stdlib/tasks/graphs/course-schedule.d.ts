/**
 * Puts courses in an order in which each comes after those that it needs; any such order counts.
 *
 *     order abc with c before a,a before b=?   ->   <answer>cab</answer>
 */
export declare const courseSchedule: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
