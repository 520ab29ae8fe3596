/**
 * Finds what is in each of some houses in a row, from clues that leave one way only. Scored by the share of things
 * in their house.
 *
 *     3 houses hold cat,dog,owl. cat in 2;dog left of owl. List 1..3 as cat,dog,owl   ->   <answer>dog,cat,owl</answer>
 */
export declare const zebraPuzzle: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
