/**
 * Finds the least common multiple of two numbers by their greatest common divisor.
 *
 *     lcm 12,18=?   ->   gcd 6 12/6=2 2*18=36<answer>36</answer>
 */
export declare const lcm: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
