/**
 * Finds a shortest way through a maze, told in steps up, down, left and right; any shortest way counts. A longer way
 * earns the ratio of the shortest length to its own.
 *
 *     maze S.#/..#/#.E: shortest way in U,D,L,R=?   ->   <answer>RDDR</answer>
 */
export declare const maze: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
