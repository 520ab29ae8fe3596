/**
 * Continues a sequence by its differences (order 1: constant; order 2: their differences are constant; and so on),
 * writing each row of differences, then the sums that lead back up.
 *
 *     next: 3,7,11,?      ->   4 4/11+4=15<answer>15</answer>
 *     next: 1,4,9,16,?    ->   3 5 7/2 2/7+2=9/16+9=25<answer>25</answer>
 */
export declare const numberSequence: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
