/**
 * Does to a word what was done to others. The step names what it was.
 *
 *     kdbw>wbdk xqey>yeqx mzrc>?   ->   reverse<answer>crzm</answer>
 */
export declare const letterAnalogy: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
