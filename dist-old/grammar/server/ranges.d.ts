import type { Range } from 'vscode-languageserver';
import { makeSource, type Source } from '../source.ts';
import type { Span } from '../span.ts';
/** The protocol counts lines and columns from 0; both count UTF-16 units. */
export declare function rangeOf(span: Span): Range;
/** The offset of a position, brought inside the text. */
export declare function offsetAt(source: Source, position: {
    line: number;
    character: number;
}): number;
export declare function holds(span: Span, offset: number): boolean;
export declare function rangeAt(source: Source, from: number, to: number): Range;
export { makeSource, type Source };
