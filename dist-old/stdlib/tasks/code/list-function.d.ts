/**
 * Writes a function on lists of whole numbers from its description.
 *
 *     py f(a): add 3, sort   ->   <answer>def f(a):return sorted([x+3 for x in a])</answer>
 */
export declare const listFunction: import("../../../runtime/tasks/task.ts").Task<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>> & Required<Pick<import("../../../runtime/tasks/task.ts").Task<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>, "settings" | "solve">>;
