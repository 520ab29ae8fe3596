/**
 * A tree, or diagnostics, at another place of the file: every span so many UTF-16 units and so many
 * lines further on. Columns stay, so that this holds only where the text stays in its columns.
 * What does not move is not copied.
 */
export declare function moved<T extends object>(tree: T, offset: number, lines: number): T;
