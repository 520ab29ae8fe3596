/**
 * Runs a program of a stack machine: numbers are pushed; + - * take two and push one; d doubles the top, s swaps the
 * two on top. The steps show the stack after each operation, bottom first; the answer is the last of them.
 *
 *     stack: 3 4 + d *   ->   7|7 7|49<answer>49</answer>
 */
export declare const stackMachine: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
