/**
 * Works out what each gate of a circuit shows, one after the other.
 *
 *     a=1,b=0;c=a nand b;d=c xor a: cd=?   ->   c=1 d=0<answer>10</answer>
 */
export declare const logicCircuit: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
