/**
 * Puts different letters in the order of the alphabet by insertion: one more letter at each step.
 *
 *     sort: kdbx   ->   k dk bdk bdkx<answer>bdkx</answer>
 */
export declare const sortLetters: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
