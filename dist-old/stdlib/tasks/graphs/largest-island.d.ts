/**
 * Finds how large the largest island of a map is; land joins up, down, left and right. The steps give the size of
 * each island, in the order in which one reads.
 *
 *     largest island of # in ##./.../#.#=?   ->   2 1 1<answer>2</answer>
 */
export declare const largestIsland: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
