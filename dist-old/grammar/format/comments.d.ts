import type { IToken } from 'chevrotain';
/** A comment with what of its place matters. */
export interface Comment {
    readonly text: string;
    /** It runs to the end of its line. */
    readonly toEnd: boolean;
    /** It begins a line. */
    readonly beginsLine: boolean;
    /** What follows it stands on a later line. */
    readonly endsLine: boolean;
    /** An empty line stands before it. */
    readonly blankBefore: boolean;
    /** A comma or bracket that the layout leaves out stands between it and the next word. */
    readonly beforeDropped: boolean;
}
/** The comments between two words that the layout puts out one after the other. */
export interface Gap {
    /** Null: the gap begins the file. */
    readonly before: IToken | null;
    /** Null: the gap ends the file. */
    readonly after: IToken | null;
    readonly comments: readonly Comment[];
    /** The words stand on different lines. */
    readonly hasLineEnd: boolean;
    /** An empty line stands right before the second word, below the comments. */
    readonly blankBefore: boolean;
}
/** A gap's comments by where they go: with the word before, or with the word after. */
export interface Sides {
    readonly behind: readonly Comment[];
    readonly above: readonly Comment[];
}
/** It takes the rest of a line or several lines: what follows it begins a line. */
export declare function breaksLine(comment: Comment): boolean;
/** It has lines to itself. */
export declare function standsAlone(comment: Comment): boolean;
/**
 * Where the layout ends a line in a gap, comments stay on the side on which the source has them. So the layout of a
 * layout is the same.
 */
export declare function sidesOfLineEnd(gap: Gap): Sides;
/** Where a gap lies within a line, the words around it decide: the source's lines may be others. */
export declare function sidesInLine(gap: Gap): Sides;
/** The comments that a row begins with, and what empty lines it has before and among them. */
export declare function leadOf(gap: Gap): {
    isApart: boolean;
    hasBlank: boolean;
};
/** Whether nothing stands between a word and a comment behind it. */
export declare function glues(token: IToken | null): boolean;
/** The comments before each token, and at last those behind all. */
export declare function commentsBefore(tokens: readonly IToken[], comments: readonly IToken[]): IToken[][];
/** The gap before a word. `things`: the comments there and the tokens among them that the layout leaves out. */
export declare function makeGap(before: IToken | null, things: readonly IToken[], after: IToken | null): Gap;
