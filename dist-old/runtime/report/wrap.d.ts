/** Breaks a text at spaces into lines of at most so many columns; a longer word keeps a line of its own. */
export declare function wrap(text: string, columns: number): string[];
