import type { IToken } from 'chevrotain';
import type { View } from './session.ts';
/** A bracket that is open at the cursor, with what stands before it in its item, and what stands in it so far. */
export interface Frame {
    readonly opener: '{' | '(' | '[';
    /** The item that the bracket belongs to, up to the bracket. */
    readonly head: readonly IToken[];
}
/** Where the cursor is. Read from the tokens before it, so that it holds however broken the text is. */
export interface Cursor {
    readonly offset: number;
    /** Outermost first. */
    readonly frames: readonly Frame[];
    /** The tokens of the item being written, up to the word at the cursor. */
    readonly item: readonly IToken[];
    /** How many commas stand before the cursor in the innermost bracket. */
    readonly place: number;
    /** The word at the cursor, as far as it is written: from `start`. */
    readonly word: string;
    readonly start: number;
    /** Inside a string: what is written of it. */
    readonly string: string | null;
    readonly inComment: boolean;
    /** Names that the innermost bracket has already as `name:`. */
    readonly named: ReadonlySet<string>;
}
export declare function cursorAt(view: View, offset: number): Cursor;
