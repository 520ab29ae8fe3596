/**
 * Spells a word from its end, letter by letter, and joins the letters.
 *
 *     reverse: kdbx   ->   x b d k<answer>xbdk</answer>
 */
export declare const spellBackward: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
