/**
 * Writes a function on texts from its description.
 *
 *     py f(a): drop e, upper   ->   <answer>def f(a):return a.replace('e','').upper()</answer>
 */
export declare const textFunction: import("../../../runtime/tasks/task.ts").Task<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>> & Required<Pick<import("../../../runtime/tasks/task.ts").Task<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>, "settings" | "solve">>;
