/**
 * A stretch of source text. Offsets count UTF-16 units from 0, `end` exclusive; lines and columns
 * count from 1, `endColumn` exclusive. Columns count UTF-16 units too.
 */
export interface Span {
    /** The file's name as the Workspace knows it. */
    readonly file: string;
    readonly start: number;
    readonly end: number;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
}
/** The smallest span over both; they must lie in one file. */
export declare function cover(first: Span, last: Span): Span;
/** An empty span just behind another: where something is missing. */
export declare function after(span: Span): Span;
