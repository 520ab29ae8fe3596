/**
 * Finds the speed, or the way gone, of what speeds up steadily: v=u+a*t and s=u*t+a*t*t/2.
 *
 *     u=3m/s,a=2m/s2,t=4s;s in m=?   ->   3*4=12 2*4*4/2=16 12+16=28<answer>28</answer>
 */
export declare const steadyAcceleration: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
