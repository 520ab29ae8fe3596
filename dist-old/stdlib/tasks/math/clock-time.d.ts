/**
 * Tells the time some minutes later on a 24-hour clock: the minutes are added and made hours and minutes,
 * then the hours are added. The hour is written without a leading zero, the minutes with two digits.
 *
 *     time 9:40+75m=?   ->   40+75=115=1:55 9+1=10<answer>10:55</answer>
 */
export declare const clockTime: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
