/**
 * Finds the mass of a mole of a compound: the running total over its elements. The masses are given.
 *
 *     g/mol of H2O (H=1,O=16)=?   ->   2*1=2 +1*16=18<answer>18</answer>
 */
export declare const molarMass: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
