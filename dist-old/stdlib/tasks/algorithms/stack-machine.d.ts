/**
 * Runs a program in reverse Polish notation; the steps show the stack after each operation.
 *
 *     stack: 3 4 + 2 *   ->   7 14<answer>14</answer>
 */
export declare const stackMachine: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
