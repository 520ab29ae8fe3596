/**
 * Colours the vertices of a graph so that no edge has one colour at both ends; any such colouring counts.
 *
 *     3 colors 1..3,different for each of ab bc ac: abc=?   ->   <answer>123</answer>
 */
export declare const graphColor: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
