/**
 * Differentiates a polynomial term by term, highest power first.
 *
 *     d/dx 3x^2+2x-5=?   ->   3*2=6 2*1=2<answer>6x+2</answer>
 */
export declare const derivative: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
