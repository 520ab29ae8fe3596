/**
 * Measures an amount with two jugs, by filling, emptying and pouring; any way counts.
 *
 *     jugs A=3,B=5,empty. f fills,e empties,AB pours A to B. get 4: moves=?   ->   <answer>fB BA eA BA fB BA</answer>
 */
export declare const waterJugs: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
