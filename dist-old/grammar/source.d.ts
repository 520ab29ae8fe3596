import type { IToken } from 'chevrotain';
import type { Span } from './span.ts';
/** A file's text with what is needed to find lines in it. */
export interface Source {
    readonly file: string;
    readonly text: string;
    /** Offset of the start of each line. CR LF, LF and CR each end a line. */
    readonly lineStarts: readonly number[];
}
export declare function makeSource(file: string, text: string): Source;
/** The line (from 1) that holds an offset. */
export declare function lineAt(source: Source, offset: number): number;
/** The text of a line (from 1) without its end. */
export declare function lineText(source: Source, line: number): string;
/** The span between two offsets, which are brought inside the text. */
export declare function spanAt(source: Source, from: number, to: number): Span;
/** A token's span. Tokens that recovery made up have no place: they must not come here (see `isReal`). */
export declare function spanOf(source: Source, token: IToken): Span;
/** Whether a token stands in the text (recovery and the bracket pass make up others). */
export declare function isReal(token: IToken): boolean;
