/**
 * Finds voltage, current or power of a circuit of resistors in series: U=R*I and P=U*I.
 *
 *     R=2,3ohm series,I=4A;U in V=?   ->   2+3=5 5*4=20<answer>20</answer>
 */
export declare const ohmsLaw: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
