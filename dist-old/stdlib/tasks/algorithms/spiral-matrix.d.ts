/**
 * Reads a square of letters in a spiral, clockwise from the upper left; the steps are the straight parts.
 *
 *     spiral: abc/def/ghi   ->   abc fi hg d e<answer>abcfihgde</answer>
 */
export declare const spiralMatrix: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
