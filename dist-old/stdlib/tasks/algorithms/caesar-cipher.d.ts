/**
 * Moves every letter on by a number of places in the alphabet, a following z; each step shows a letter and its cipher.
 *
 *     shift 3: kdbx   ->   kn dg be xa<answer>ngea</answer>
 */
export declare const caesarCipher: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
