/**
 * Finds the date some days after another (Gregorian calendar), month by month: the first of each month reached, and the days left.
 *
 *     date 2026-11-25 +40 days=?   ->   2026-12-01 34 2027-01-01 3<answer>2027-01-04</answer>
 */
export declare const dateAfter: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
