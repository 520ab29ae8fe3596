/**
 * Multiplies two whole numbers: the longer one is taken apart by its digits, and the partial products are added.
 *
 *     17*8=?   ->   80+56=136<answer>136</answer>
 */
export declare const products: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
