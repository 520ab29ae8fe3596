/** A formula and the unit that it was written with. */
export interface Quantity {
    /** LaTeX without the unit. */
    readonly formula: string;
    /** As written, its spacing and `\text` taken away; null: none. */
    readonly unit: string | null;
    readonly percent: boolean;
}
/** Takes currency signs, a percent sign and a unit off an answer: `\$5`, `50\%`, `5\text{ cm}`, `12 inches`, `30^\circ`. */
export declare function splitUnit(text: string): Quantity;
/** Converts a number of one unit into one of another; undefined where they measure different things or have no known size. */
export declare function conversion(from: string, to: string): ((value: number) => number) | undefined;
/**
 * How many of `to` one of `from` is: 100 for metres and centimetres. Undefined where they measure different
 * things, or where either is no unit that is known by size; 1 where they are the same word.
 */
export declare function unitRatio(from: string, to: string): number | undefined;
