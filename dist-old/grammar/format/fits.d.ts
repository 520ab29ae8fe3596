import type { Doc, Group, Line } from './doc.ts';
/** A part of a text that is to be laid out. */
export interface Command {
    readonly indent: number;
    readonly flat: boolean;
    readonly doc: Doc;
}
/** What a text's width depends on beside the text. */
export interface Measure {
    readonly broken: ReadonlySet<Group>;
    /** Columns of a word with the comments before it that stand in its line. */
    word(doc: Extract<Doc, {
        kind: 'word';
    }>): number;
    /** Columns of the comments behind a word that stand in its line when it ends there. */
    behind(index: number): number;
}
/** Whether a text fits, together with what follows it up to where a line may end. */
export declare function fits(first: Command, rest: readonly Command[], room: number, measure: Measure): boolean;
/** Whether a line does not end in a group of that kind. */
export declare function isFlat(line: Line, flat: boolean): boolean;
