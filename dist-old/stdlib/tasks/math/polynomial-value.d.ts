/**
 * Finds the value of a polynomial by Horner's rule.
 *
 *     2x^2-3x+5,x=4:?   ->   2 2*4-3=5 5*4+5=25<answer>25</answer>
 */
export declare const polynomialValue: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
