/** Columns of a text that has no line breaks. */
export declare function columns(text: string): number;
