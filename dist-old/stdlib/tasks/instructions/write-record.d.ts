/**
 * Writes fields in a given form: as JSON, a query, elements of XML, declarations of CSS or arguments of a call.
 * Spaces do not count. Scored by the share of fields that stand there as the form wants it.
 *
 *     write json sorted: tx=4 kd=17   ->   <answer>{"kd":17,"tx":4}</answer>
 */
export declare const writeRecord: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
