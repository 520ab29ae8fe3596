/**
 * Finds the day of the week some days later or earlier: whole weeks fall away, then days are counted on.
 *
 *     Mon +45 days=?   ->   45-42=3 Thu<answer>Thu</answer>
 */
export declare const weekday: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
