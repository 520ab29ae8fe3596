/**
 * Finds the value of an expression with brackets, where products go before sums; each step works out one operation.
 *
 *     2*(3+4)-5=?   ->   2*7-5 14-5 9<answer>9</answer>
 */
export declare const expressionValue: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
