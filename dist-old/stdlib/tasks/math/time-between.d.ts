/**
 * Counts the minutes between two times of a day: the hours as minutes, then the minutes.
 *
 *     minutes 9:40-13:05=?   ->   13-9=4 4*60=240 240-40+5=205<answer>205</answer>
 */
export declare const timeBetween: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
