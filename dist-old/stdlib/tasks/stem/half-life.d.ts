/**
 * Finds what is left of a substance that decays: how many half-lives pass, then that many halvings.
 *
 *     half life 3d,80g; g left after 12d=?   ->   12/3=4 40 20 10 5<answer>5</answer>
 */
export declare const halfLife: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
