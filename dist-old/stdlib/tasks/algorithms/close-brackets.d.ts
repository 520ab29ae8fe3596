/**
 * Closes the brackets that are still open, innermost first; the steps show the open ones after each symbol.
 * A dot stands for none.
 *
 *     close: ([]{   ->   ( ([ ( ({<answer>})</answer>
 */
export declare const closeBrackets: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
