/**
 * Finds the least total length of roads that link all places, by Kruskal's algorithm; the steps name the roads
 * taken, with the running total.
 *
 *     roads ab3 bc2 ac7: least total that links all=?   ->   bc=2 ab=5<answer>5</answer>
 */
export declare const spanningTree: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
