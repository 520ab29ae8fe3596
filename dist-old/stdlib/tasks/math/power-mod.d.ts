/**
 * Finds what a power leaves by squaring, and multiplying once more for each further binary 1 of the exponent.
 *
 *     7^5 mod 13=?   ->   7*7=49=10 10*10=100=9 9*7=63=11<answer>11</answer>
 */
export declare const powerMod: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
