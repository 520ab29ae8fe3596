/**
 * Mends a function that does not do what its description says.
 *
 *     py f(a): odd, sort; mend def f(a):return sorted([x+2 for x in a])
 *       ->   <answer>def f(a):return sorted([x for x in a if x%2])</answer>
 */
export declare const mendFunction: import("../../../runtime/tasks/task.ts").Task<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>> & Required<Pick<import("../../../runtime/tasks/task.ts").Task<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>, "settings" | "solve">>;
