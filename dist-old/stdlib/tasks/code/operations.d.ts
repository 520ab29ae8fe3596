import type { CodeProblem, Random } from '../../../runtime/tasks/index.ts';
export type Language = CodeProblem['language'];
/** One operation of a pipeline, as a problem keeps it: its name and what it takes. */
export interface Step {
    readonly op: string;
    readonly k: string | number | null;
}
/** What an operation does to a value of type V, in words, in both languages, and here. */
export interface Operation<V> {
    readonly words: (k: Step['k']) => string;
    readonly python: (of: string, k: Step['k']) => string;
    readonly javascript: (of: string, k: Step['k']) => string;
    readonly apply: (value: V, k: Step['k']) => V;
    /** Draws what it takes. */
    readonly draw?: (random: Random) => NonNullable<Step['k']>;
}
export type Operations<V> = Readonly<Record<string, Operation<V>>>;
/** Operations on lists of whole numbers. */
export declare const LIST_OPERATIONS: Operations<readonly number[]>;
/** Operations on texts of lower-case letters. */
export declare const TEXT_OPERATIONS: Operations<string>;
/**
 * Draws a pipeline, no two neighbours of the same operation, that leaves something of at least one of the values:
 * of what leaves nothing (even, then odd) a wrong step would show nowhere.
 */
export declare function drawSteps<V extends {
    readonly length: number;
}>(operations: Operations<V>, count: number, values: readonly V[], random: Random): Step[];
export declare function inWords<V>(operations: Operations<V>, steps: readonly Step[]): string;
/** The pipeline as one expression over `start`. */
export declare function asCode<V>(operations: Operations<V>, steps: readonly Step[], language: Language, start: string): string;
export declare function applyAll<V>(operations: Operations<V>, steps: readonly Step[], value: V): V;
/** A pipeline with one step replaced that gives something else for at least one of the values. */
export declare function slipSteps<V>(operations: Operations<V>, steps: readonly Step[], values: readonly V[], random: Random): Step[];
