/**
 * A formula as a tree: a number, a symbol, or a function's name and its arguments (MathJSON, which the
 * Compute Engine's LaTeX parser gives). Nothing is simplified: meaning is for the comparison to find.
 */
export type Formula = number | string | Call | BigLiteral;
export interface Call extends ReadonlyArray<Formula> {
    /** The function's name; its arguments follow. */
    readonly 0: string;
}
/** A number that a double cannot hold, as it is written. */
export interface BigLiteral {
    readonly num: string;
}
/** The tree of a LaTeX formula; undefined where it is not one, or where reading it takes too long. */
export declare function readFormula(latex: string): Formula | undefined;
export declare function isCall(tree: Formula | undefined): tree is Call;
/** The arguments of a function with this name; undefined for anything else. */
export declare function operands(tree: Formula | undefined, ...heads: string[]): readonly Formula[] | undefined;
/** The text of a `\text{...}` part, without its quotes; undefined for anything else. */
export declare function quoted(tree: Formula | undefined): string | undefined;
