/**
 * Writes a number in another base by dividing again and again; the remainders, last first, are its digits.
 * Digits above 9 are lower-case letters.
 *
 *     13 in base 2=?   ->   6r1 3r0 1r1 0r1<answer>1101</answer>
 */
export declare const baseConversion: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
