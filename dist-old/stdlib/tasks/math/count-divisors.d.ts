/**
 * Counts the divisors of a number by its pairs of factors; a square's root is a pair of one.
 *
 *     count divisors: 12   ->   1*12 2*6 3*4<answer>6</answer>
 */
export declare const countDivisors: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
