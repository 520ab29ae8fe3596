/** Columns that a character takes on a terminal: 0, 1 or 2. */
export declare function widthOf(character: string): number;
/** A line as it is shown, with the screen column of each of its UTF-16 units (and of its end). */
export interface Shown {
    readonly text: string;
    readonly columns: readonly number[];
}
/** Tabs become spaces up to the next multiple of four; control characters become visible signs. */
export declare function shown(line: string): Shown;
/** The columns `from` up to `to` of a shown text; marks without a width are left out, half a wide character is a space. */
export declare function columnsOf(text: string, from: number, to: number): string;
/** Breaks a text into lines of at most `width` columns at its spaces. */
export declare function wrap(text: string, width: number): string[];
