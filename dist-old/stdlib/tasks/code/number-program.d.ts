/**
 * Writes a program that reads a line of whole numbers and prints what is made of them.
 *
 *     py ints: odd, sum   ->   <answer>print(sum([x for x in list(map(int,input().split())) if x%2]))</answer>
 */
export declare const numberProgram: import("../../../runtime/tasks/task.ts").Task<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>> & Required<Pick<import("../../../runtime/tasks/task.ts").Task<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>, "settings" | "solve">>;
