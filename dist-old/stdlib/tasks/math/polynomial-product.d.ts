/**
 * Multiplies two polynomials out: one coefficient of the product after the other, from the constant up.
 *
 *     (2x+3)(x-4)=?   ->   -12 3-8=-5 2<answer>2x^2-5x-12</answer>
 */
export declare const polynomialProduct: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
