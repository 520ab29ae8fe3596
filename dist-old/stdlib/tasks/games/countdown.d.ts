/**
 * Makes a number of others by + - * / and brackets, each used once at most; any way counts.
 *
 *     make 31 of 3,5,7,9 (each once at most)=?   ->   <answer>(9-5)*7+3</answer>
 */
export declare const countdown: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
