/** A function that the language knows, with its parameters in order. */
export interface BuiltinFunction {
    readonly name: string;
    readonly parameters: readonly {
        readonly name: string;
        readonly required: boolean;
        readonly doc: string;
    }[];
    /** How many arguments may come without their name. */
    readonly positional: number;
    readonly doc: string;
}
/** Functions that make a schedule. */
export declare const scheduleFunctions: readonly BuiltinFunction[];
/** Functions that make a condition of a metric. */
export declare const triggerFunctions: readonly BuiltinFunction[];
/** Functions that make a value of a metric, for comparisons. */
export declare const readingFunctions: readonly BuiltinFunction[];
