/**
 * Writes words, real or not, that keep to rules. Any words that do are right. Scored by the share of the rules that
 * are kept, the number of words being one.
 *
 *     3 words: length 4, start k, no e, different   ->   <answer>kaaa kbaa kcaa</answer>
 */
export declare const constrainedWords: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
