/**
 * Solves an equation of the second degree whose roots are whole numbers: two numbers with a given sum and product.
 *
 *     x^2-5x+6=0,x=?   ->   2+3=5 2*3=6<answer>2,3</answer>
 */
export declare const quadraticRoots: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
