/**
 * Writes a number as a Roman numeral or reads one, sign by sign with what is left or reached.
 *
 *     roman 94=?    ->   XC4 IV0<answer>XCIV</answer>
 *     roman XCIV=?  ->   XC90 IV94<answer>94</answer>
 */
export declare const romanNumerals: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
