/**
 * Finds the next generation of Conway's Game of Life; beyond the edge nothing lives. The steps count each cell's
 * neighbours. Scored by the share of cells that are right.
 *
 *     life ###/.../###: next=?   ->   121/464/121<answer>.#./.../.#.</answer>
 */
export declare const lifeStep: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
