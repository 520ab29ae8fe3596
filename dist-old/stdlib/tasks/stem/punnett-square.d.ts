/**
 * Finds the share of children with a genotype: for each gene the quarters of its Punnett square, then their product.
 *
 *     AaBb x Aabb: share of AaBb=?   ->   Aa2/4 Bb2/4<answer>1/4</answer>
 */
export declare const punnettSquare: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
