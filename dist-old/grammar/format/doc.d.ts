/**
 * A text with places where it may be broken into lines, after P. Wadler, "A prettier printer" (2003).
 * A group is put on one line if it fits; otherwise all its own lines break (breaks.ts tells when it must).
 */
export type Doc = string | readonly Doc[] | Group | {
    readonly kind: 'indent';
    readonly doc: Doc;
} | Line
/** A token of the source, by its index; the comments before it come along. */
 | {
    readonly kind: 'word';
    readonly text: string;
    readonly index: number;
}
/** One text in a group that is broken, another in one that is not: a comma that is not (always) the source's. */
 | {
    readonly kind: 'either';
    readonly broken: string;
    readonly flat: string;
}
/** A space that is widened so that neighbouring lines align (align.ts); a plain one in a flat group. */
 | {
    readonly kind: 'mark';
    readonly mark: Mark;
};
export interface Group {
    readonly kind: 'group';
    readonly doc: Doc;
}
/** A space, nothing or a line's end. */
export interface Line {
    readonly kind: 'line';
    /** What it is in a group on one line; null: it always breaks. */
    readonly flat: string | null;
    /**
     * Where comments that have lines to themselves stay when it breaks: `above` what follows; `within`, the same, one level deeper
     * than the closing bracket that follows; `behind`: nowhere, they move to the end of the line before.
     */
    readonly comments: 'above' | 'within' | 'behind';
}
/** What aligns: values of entries, the blocks of sections, comments at the ends of lines. */
export type Mark = 'value' | 'block' | 'comment';
/** Always a line's end; comments may stand above what follows. */
export declare const hardline: Line;
/** Between the parts of an expression. */
export declare const line: Line;
/** Between fields that stand together. */
export declare const wideline: Line;
/** Before an element in brackets, with a space or nothing where the brackets are on one line. */
export declare const elementline: Line;
export declare const softline: Line;
/** The line before a closing bracket, as the one behind the opening bracket is. */
export declare function closing({ flat }: Line): Line;
export declare function group(doc: Doc): Group;
export declare function indent(doc: Doc): Doc;
export declare function mark(which: Mark): Doc;
/** What stands in the text only if the group is broken. */
export declare function whenBroken(text: string): Doc;
/** What stands in the text only if the group is not broken. */
export declare function whenFlat(text: string): Doc;
export declare function join(separator: Doc, docs: readonly Doc[]): Doc[];
