/**
 * Writes a number as a product of primes by dividing the smallest out again and again.
 *
 *     factor 84=?   ->   2*42 2*21 3*7<answer>2*2*3*7</answer>
 */
export declare const primeFactors: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
