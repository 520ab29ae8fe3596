/** One thing wrong with a graph. */
export interface GraphProblem {
    /** A JSON pointer into the graph (RFC 6901). */
    pointer: string;
    message: string;
    /** How to mend it. */
    hint: string;
}
/** A JSON pointer from its parts. */
export declare function pointer(...parts: (string | number)[]): string;
/** `Did you mean 'kl.mean'?`, or, where nothing is near, the names that there are. */
export declare function suggest(wrong: string, names: readonly string[]): string;
/** Up to `most` names within about one edit for every three characters, nearest first. */
export declare function nearest(wrong: string, names: readonly string[], most: number): string[];
