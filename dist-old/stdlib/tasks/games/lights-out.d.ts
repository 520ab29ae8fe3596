/**
 * Puts all lights out: pressing one switches it and those beside, above and below it. Any set of lights that does
 * so counts; each is named by its row and column.
 *
 *     lights 010/111/010: press (switches it and its neighbours) to put all out; row column=?   ->   <answer>22</answer>
 */
export declare const lightsOut: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
