/**
 * Finds the shortest way from the first place to the last by Dijkstra's algorithm; the steps name the places in the
 * order of their distance. Any shortest way counts; a longer one earns the ratio of the shortest length to its own.
 *
 *     roads ab3 bc2 ac7: shortest way a to c=?   ->   a0 b3 c5<answer>abc</answer>
 */
export declare const shortestPath: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
