import pc from 'picocolors';
/** The colours of a report. With colours off every function returns its text unchanged. */
export type Style = ReturnType<typeof pc.createColors>;
/** Colours for a terminal that shows them, or none. */
export declare function style(color: boolean): Style;
/** Columns that a text takes, colours aside. Reports use only characters of width one. */
export declare function width(text: string): number;
/** Fills a text with spaces up to some columns; colours do not count. */
export declare function pad(text: string, columns: number, side?: 'left' | 'right'): string;
/** Cuts a text at so many columns and marks the cut with an ellipsis; colours stay whole. */
export declare function truncate(text: string, columns: number): string;
