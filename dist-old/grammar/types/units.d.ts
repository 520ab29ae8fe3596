/** The units in which the language counts. A count without its unit is an error, except in a field of the unit's own name. */
export declare const units: readonly ["steps", "tokens", "samples", "prompts", "problems", "evaluations", "updates", "seconds"];
export type Unit = (typeof units)[number];
/** The unit that a word stands for, singular or plural; undefined for a word that is none. */
export declare function unitOf(word: string): Unit | undefined;
/** `1 step`, `25 steps`. */
export declare function counted(count: number, unit: Unit): string;
