/**
 * Finds out who is a knight (K, always truthful) and who a knave (N, always lying) from what they say; there is
 * one solution. The steps try one assignment after the other and name the first speaker who does not fit it.
 *
 *     K is truthful,N lies. A:B is N B:A or B is K. AB=?   ->   KK:A KN:B NK<answer>NK</answer>
 */
export declare const knightsKnaves: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
